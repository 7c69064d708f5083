import { CircleCheck, CircleX, ShieldCheck } from 'lucide-react';
import type { VerifyReport } from '../../../shared/domain/office.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { Working } from '../../components/working.tsx';

type CheckName = VerifyReport['checks'][number]['name'];

const CHECK_WORDS: Readonly<Record<CheckName, string>> = {
  integrity: 'The database is whole',
  'foreign-keys': 'What belongs together is together',
  journal: 'The journal is unbroken',
  documents: 'Every document is as it was filed',
  runs: 'Every run adds up',
  payments: 'Every payment adds up',
};

/** Checks the open office and lists what was checked. */
export function Verify() {
  const verify = useJob('backup.verify', true);
  return (
    <Card title="Verify">
      <div className="backup__body">
        <p className="soft">
          Checks that nothing in the office is damaged, missing or changed behind the program’s back.
        </p>
        {verify.error === null ? null : <ErrorBanner error={verify.error} />}
        {verify.running ? (
          <Working title="Verifying the office" job={verify.job} onCancel={verify.cancel} />
        ) : (
          <div className="buttons">
            <Button icon={ShieldCheck} onClick={() => void verify.start(undefined)}>
              Verify the office
            </Button>
          </div>
        )}
        {verify.result === null ? null : <Checks report={verify.result} />}
      </div>
    </Card>
  );
}

function Checks({ report }: { readonly report: VerifyReport }) {
  return (
    <div role="status">
      <p className="checks__said">{report.ok ? 'The office is whole.' : 'Something is wrong.'}</p>
      <ul className="checks">
        {report.checks.map((check) => {
          const Icon = check.ok ? CircleCheck : CircleX;
          return (
            <li key={check.name} className={check.ok ? 'check-line' : 'check-line check-line--bad'}>
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span>
                {CHECK_WORDS[check.name]}
                {check.ok ? '' : ': no'}
              </span>
              <span className="soft">{check.message}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
