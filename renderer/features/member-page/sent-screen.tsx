import type { ComponentType, ReactNode } from 'react';
import type { SentPage } from '../../../shared/domain/renewals.ts';
import { readSheetList } from '../../../shared/domain/sheet-ranges.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';

/** What the screen needs of whatever shows a PDF. */
export interface SentViewerProps {
  /** Of the PDF, within the window's own pages. */
  readonly address: string;
  readonly title: string;
  /** The sheet that the first page is. */
  readonly firstSheet: number;
  readonly pages?: readonly number[] | null;
  /** Its sheets, where they are not all in a row. */
  readonly list?: readonly number[] | null;
  /** Each sheet is followed by a blank back. */
  readonly backs?: boolean;
  /** The sheet that is shown at first. */
  readonly startAt?: number;
  /** Sheets of the whole run. */
  readonly sheets: number;
  readonly backTo?: string;
  readonly actions: ReactNode;
  readonly remedy: ReactNode;
  readonly onClose: () => void;
}

interface SentScreenProps {
  readonly memberNo: string;
  readonly run: string;
  readonly Viewer: ComponentType<SentViewerProps>;
}

/** What a run sent to a member: the very page of the kept PDF, or the very message. */
export function SentScreen({ memberNo, run, Viewer }: SentScreenProps) {
  const sent = useAsk('renewals.sentPage', { run, memberNo });
  const close = () => navigate(`/members/${memberNo}?tab=notices`);
  if (sent.data?.channel === 'print') {
    const { data } = sent;
    const list = listOf(data);
    return (
      <Viewer
        address={`/documents/${data.sha256}.pdf`}
        title={`Sent to ${data.memberName}: run ${run}, sheet ${data.sheet}`}
        firstSheet={data.firstSheet}
        list={list}
        backs={data.duplex}
        pages={data.pagesBySheet}
        startAt={data.sheet}
        sheets={data.sheets}
        backTo="the member"
        actions={
          <span className="soft">
            {data.mailedOn === null ? 'Not marked as mailed' : `Mailed on ${displayDate(data.mailedOn)}`}
          </span>
        }
        remedy={null}
        onClose={close}
      />
    );
  }
  return <Message sent={sent} run={run} onClose={close} />;
}

function listOf({ list }: Extract<SentPage, { channel: 'print' }>): readonly number[] | null {
  if (list === null) return null;
  const read = readSheetList(list, Number.MAX_SAFE_INTEGER);
  return 'sheets' in read ? read.sheets : null;
}

interface MessageProps {
  readonly sent: ReturnType<typeof useAsk<'renewals.sentPage'>>;
  readonly run: string;
  readonly onClose: () => void;
}

/** The e-mail as it was handed over, with its headers. */
function Message({ sent, run, onClose }: MessageProps) {
  useKeys('Message', [{ keys: 'Escape', does: 'Back to the member', run: onClose }]);
  const back = <Button onClick={onClose}>Back to the member</Button>;
  if (sent.error !== null)
    return (
      <Screen title={`Run ${run}`} actions={back}>
        <ErrorState error={sent.error} action={back} />
      </Screen>
    );
  if (sent.data === undefined || sent.data.channel !== 'email')
    return (
      <Screen title={`Run ${run}`} actions={back}>
        <Skeleton width="100%" height="240px" />
      </Screen>
    );
  const { memberName, address, message } = sent.data;
  return (
    <Screen title={`Sent to ${memberName} by e-mail`} about={address} actions={back}>
      {message === null ? (
        <p className="soft">The message was not kept as a file.</p>
      ) : (
        <pre className="sent-message selectable">{message}</pre>
      )}
    </Screen>
  );
}
