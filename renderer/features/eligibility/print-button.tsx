import { Printer } from 'lucide-react';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { EligibilityAnswers } from '../../../shared/domain/eligibility.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';

interface PrintButtonProps {
  readonly code: CertificationCode;
  readonly memberNo: string | null;
  readonly answers: EligibilityAnswers;
}

/** Saves the result as a page, for the member or the file. */
export function PrintButton({ code, memberNo, answers }: PrintButtonProps) {
  const choose = useAct('eligibility.chooseTarget');
  const print = useAct('eligibility.print');
  const start = () =>
    choose.mutate(
      { code, memberNo },
      {
        onSuccess: (outFile) => {
          if (outFile === null) return;
          print.mutate(
            { code, memberNo, answers, outFile },
            {
              onSuccess: ({ file }) =>
                sayDone('The result is saved on one page.', {
                  text: 'Show file',
                  run: () => void ask('shell.showFile', { file }),
                }),
              onError: sayError,
            },
          );
        },
        onError: sayError,
      },
    );
  return (
    <Button icon={Printer} look="primary" busy={choose.isPending || print.isPending} onClick={start}>
      Save the result as PDF…
    </Button>
  );
}
