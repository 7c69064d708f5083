import type { WorklistName, WorklistRow } from '../../../shared/domain/worklists.ts';
import { Link } from '../../app/navigation.tsx';
import { noticePlace, noticeWords } from './words.ts';

interface PanelLinksProps {
  readonly list: WorklistName;
  readonly memberNo: string;
  readonly row: WorklistRow | null;
}

interface PanelLink {
  readonly to: string;
  readonly text: string;
}

/** Where there is more to see of a row of each list; Back returns to the same row. */
export function PanelLinks({ list, memberNo, row }: PanelLinksProps) {
  return linksOf(list, encodeURIComponent(memberNo), row).map(({ to, text }) => (
    <Link key={to} to={to} className="button button--quiet">
      <span>{text}</span>
    </Link>
  ));
}

function linksOf(list: WorklistName, memberNo: string, row: WorklistRow | null): readonly PanelLink[] {
  const fees = { to: `/members/${memberNo}?tab=fees`, text: 'Fees' };
  const recorded = { to: `/members/${memberNo}?tab=points`, text: 'Points on record' };
  switch (list) {
    case 'ending':
    case 'ended-short':
    case 'in-grace':
    case 'over-cap':
    case 'duplicates':
      return [recorded];
    case 'roll-blocked':
    case 'past-due':
      return [fees];
    case 'unsupported':
      return [];
    case 'lapsed':
      return row === null || row.lapse === null
        ? []
        : [
            {
              to: noticePlace(row.lapse.notice),
              text: `Lapse notice: ${noticeWords(row.lapse.notice).toLowerCase()}`,
            },
          ];
  }
}
