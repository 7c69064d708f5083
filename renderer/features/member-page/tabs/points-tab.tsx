import { GraduationCap } from 'lucide-react';
import type { ActivityCategory } from '../../../../shared/domain/codes.ts';
import type { ActivityOnPage, MemberPage } from '../../../../shared/domain/member-page.ts';
import { EmptyState } from '../../../components/notices.tsx';
import { PlainTable } from '../../../components/plain-table.tsx';
import { shortDate } from '../../../components/short-date.ts';
import { withSpokenDates } from '../spoken-dates.ts';

const CATEGORY_WORDS: Readonly<Record<ActivityCategory, string>> = {
  'professional-education': 'Professional education',
  'formal-education': 'Formal education',
  'employment-verification': 'Employment verification',
  authorship: 'Authorship',
  'instructional-presentation': 'Instructional presentation',
  'organizational-participation': 'Organizational participation',
};

/** Every activity that points are claimed for, newest first; one that does not count says why, with the policy's sentence. */
export function PointsTab({ page }: { readonly page: MemberPage }) {
  if (page.activities.length === 0)
    return <EmptyState icon={GraduationCap} title="No activity is recorded for this member." />;
  const activities = page.activities.toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)));
  return (
    <PlainTable
      label="Activities"
      rows={activities}
      rowKey={(one) => one.id}
      columns={[
        { header: 'When', cell: when },
        { header: 'Points', cell: (one) => one.points, align: 'end' },
        { header: 'Category', cell: (one) => CATEGORY_WORDS[one.category] },
        { header: 'What', cell: (one) => <What activity={one} />, wide: true },
        { header: 'Recorded by', cell: (one) => one.source },
        { header: 'Audit', cell: (one) => one.finding ?? <span className="faint">–</span> },
      ]}
    />
  );
}

function What({ activity }: { readonly activity: ActivityOnPage }) {
  return (
    <>
      <span className="selectable">
        {activity.title}
        {activity.provider === '' ? null : <span className="soft"> · {activity.provider}</span>}
      </span>
      {activity.excluded.map(({ code, citation, why }) => (
        <span key={`${code} ${citation}`} className="points__excluded">
          Not counted for {code}: {withSpokenDates(why)} <span className="faint">{citation}</span>
        </span>
      ))}
    </>
  );
}

function when({ completedOn, employedFrom, employedTo }: ActivityOnPage): string {
  if (completedOn !== null) return shortDate(completedOn);
  if (employedFrom === null) return '';
  return `${shortDate(employedFrom)} – ${employedTo === null ? 'still' : shortDate(employedTo)}`;
}

function lastDay({ completedOn, employedFrom, employedTo }: ActivityOnPage): string {
  return completedOn ?? employedTo ?? employedFrom ?? '';
}
