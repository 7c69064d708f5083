import type { ComponentType, ReactNode } from 'react';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { PAPER_WORDS } from './words.ts';

/** What the screen needs of whatever shows a PDF. */
export interface PaperViewerProps {
  /** Of the PDF, within the window's own pages. */
  readonly address: string;
  readonly title: string;
  readonly firstSheet: number;
  readonly sheets: number;
  readonly backTo?: string;
  readonly actions: ReactNode;
  readonly remedy: ReactNode;
  readonly onClose: () => void;
}

interface PaperScreenProps {
  readonly view: ApplicationView;
  readonly sha256: string;
  readonly Viewer: ComponentType<PaperViewerProps>;
}

/** A letter, the certificate or the card of an application, as it was given out. */
export function PaperScreen({ view, sha256, Viewer }: PaperScreenProps) {
  const save = useAct('recertification.savePaper');
  const print = useAct('recertification.printPaper');
  const paper = view.papers.find((one) => one.sha256 === sha256);
  const name = `${paper === undefined ? 'Paper' : PAPER_WORDS[paper.kind]} ${view.memberName} ${view.code}`;
  return (
    <Viewer
      address={`/documents/${sha256}.pdf`}
      title={`${name}${paper === undefined ? '' : `, ${displayDate(paper.issuedOn)}`}`}
      firstSheet={1}
      sheets={1}
      backTo="the application"
      actions={
        <>
          <Button
            busy={save.isPending}
            onClick={() =>
              save.mutate(
                { sha256, name },
                {
                  onSuccess: (saved) => (saved === null ? undefined : sayDone(`Saved as ${saved.file}.`)),
                  onError: sayError,
                },
              )
            }
          >
            Save as PDF…
          </Button>
          <Button
            look="primary"
            busy={print.isPending}
            onClick={() => print.mutate({ sha256, name }, { onError: sayError })}
          >
            Print…
          </Button>
        </>
      }
      remedy={null}
      onClose={() => navigate(`/recertification/${view.application}`)}
    />
  );
}
