import type { PlannedNotice, SchedulePreview, StepPreview } from '../../../shared/domain/schedule-preview.ts';
import { Link } from '../../app/navigation.tsx';
import { Banner } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';

/** What a change of the schedule does, step by step: counts, and whom it is about. */
export function SchedulePreviewList({ preview }: { readonly preview: SchedulePreview }) {
  const { from, to, steps, policyValues } = preview;
  return (
    <section className="schedule__preview" aria-label="Who would get what">
      <p className="soft">
        From {shortDate(from)} to {shortDate(to)}, if nothing is paid, recorded or attested till then:
      </p>
      {policyValues.map(({ name, before, after }) => (
        <Banner key={name} kind="info">
          The policy book’s value {name} changes from {before} to {after} days.
        </Banner>
      ))}
      {steps.length === 0 ? <p>Nobody would get anything else.</p> : null}
      {steps.map((step) => (
        <Step key={step.step} step={step} />
      ))}
    </section>
  );
}

function Step({ step }: { readonly step: StepPreview }) {
  const parts = [
    [step.gained, 'get it only then'],
    [step.lost, 'get it no more'],
    [step.moved, 'get it on another day'],
    [step.otherWay, 'get it another way'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString('en-US')} ${words}`);
  return (
    <div>
      <h3>{step.title}</h3>
      <p className="figures">
        {step.before.notices.toLocaleString('en-US')} → {step.after.notices.toLocaleString('en-US')} notices
        {said.length === 0 ? '' : `: ${said.join(', ')}`}.
      </p>
      {step.changes.length === 0 ? null : (
        <PlainTable
          label={`Whom it is about: ${step.title}`}
          rows={step.changes.slice(0, 50)}
          rowKey={({ memberNo, code, forDate }) => `${memberNo} ${code} ${forDate}`}
          columns={[
            {
              header: 'Member',
              wide: true,
              cell: ({ memberNo, memberName }) => (
                <>
                  <Link to={`/members/${encodeURIComponent(memberNo)}`}>{memberName}</Link>{' '}
                  <span className="soft figures">{memberNo}</span>
                </>
              ),
            },
            { header: 'For', cell: ({ code }) => code },
            { header: 'Now', cell: ({ before }) => plannedWords(before) },
            { header: 'Then', cell: ({ after }) => plannedWords(after) },
          ]}
        />
      )}
    </div>
  );
}

const WAYS = { print: 'on paper', email: 'by e-mail', held: 'held' } as const;

function plannedWords(planned: PlannedNotice | null): string {
  return planned === null ? 'nothing' : `${shortDate(planned.day)}, ${WAYS[planned.way]}`;
}
