import type { AuditDraw } from '../../../shared/domain/audit-draw.ts';
import type {
  BadgeExportReport,
  CorrectionReport,
  CredlyImportReport,
} from '../../../shared/domain/badges.ts';
import type { EmailReport, LogSettlement } from '../../../shared/domain/email.ts';
import type { FeedReport, FolderReport } from '../../../shared/domain/feed.ts';
import type { ImportReport } from '../../../shared/domain/import.ts';
import type { FileOutcome, IntakePart, ScanReport } from '../../../shared/domain/intake.ts';
import type { AddressExport, MovesPreview, MovesReport } from '../../../shared/domain/moves.ts';
import type { BackupReport, VerifyReport } from '../../../shared/domain/office.ts';
import type { PolicyOutcome } from '../../../shared/domain/policy-decisions.ts';
import type { ReceiptReport } from '../../../shared/domain/receipts.ts';
import type { PrintReport, RunSummary } from '../../../shared/domain/renewals.ts';
import type { DestructionReport } from '../../../shared/domain/retention.ts';
import type { SweepReport } from '../../../shared/domain/sweep.ts';
import { takenText } from '../../../shared/domain/taken-text.ts';
import type { JobChannel } from '../../api/jobs.ts';

interface JobWords {
  readonly running: string;
  /** The one line it leaves when done; null where its own screen says it all and no line is left. */
  readonly done: (
    result: unknown,
    input: unknown,
  ) => { readonly text: string; readonly to: string | null } | null;
}

const count = (n: number) => n.toLocaleString('en-US');
const counted = (n: number, what: string, many = `${what}s`) => `${count(n)} ${n === 1 ? what : many}`;

/**
 * What the strip says of each kind of long work. A result comes as `unknown` from the event; each line reads it as the contract declares
 * that channel's output.
 */
export const JOB_WORDS: Readonly<Record<JobChannel, JobWords>> = {
  'office.createSample': {
    running: 'Making a sample office',
    done: () => ({ text: 'The sample office is ready.', to: '/today' }),
  },
  'sweep.run': {
    running: 'Bringing standings up to date',
    done: (result, input) => {
      // Its dialog shows what a dry run foresees; nothing happened that the strip could tell.
      if ((input as { readonly dryRun?: boolean } | undefined)?.dryRun === true) return null;
      const { invoiced, rolled, lapsed } = result as SweepReport;
      return {
        text: `Standings: ${counted(invoiced, 'fee')} invoiced, ${counted(rolled, 'cycle')} rolled, ${count(lapsed)} newly lapsed.`,
        // No screen tells these counts, not even Today.
        to: null,
      };
    },
  },
  'audits.forecast': {
    running: 'Finding who can be drawn',
    // Its dialog shows what it found.
    done: () => null,
  },
  'audits.make': {
    running: 'Drawing the audit',
    done: (result) => {
      const { campaign, draw, selected } = result as AuditDraw;
      return {
        text: `Audit ${campaign}: ${counted(selected.length, 'certification')} drawn.`,
        to: `/audits/draws/${campaign}/${draw}`,
      };
    },
  },
  'audits.check': {
    running: 'Repeating the draw',
    // Its screen says what it found.
    done: () => null,
  },
  'notices.previewSchedule': {
    running: 'Looking at who would get what',
    // Its screen shows what it found.
    done: () => null,
  },
  'renewals.prepare': {
    running: 'Preparing notices',
    done: (result) => {
      const run = result as RunSummary;
      return {
        text: `Run ${run.run}: ${counted(run.selected, 'member')} selected.`,
        to: `/renewals?run=${run.run}`,
      };
    },
  },
  'audits.prepareLetters': {
    running: 'Preparing audit letters',
    done: (result) => {
      const run = result as RunSummary;
      return { text: `Run ${run.run}: ${counted(run.selected, 'letter')}.`, to: `/renewals?run=${run.run}` };
    },
  },
  'renewals.print': {
    running: 'Printing notices',
    done: (result) => {
      const { run, sheets } = result as PrintReport;
      return {
        text: `${counted(sheets, 'sheet')} of run ${run} printed to PDF.`,
        to: `/renewals?run=${run}`,
      };
    },
  },
  'renewals.printCover': {
    running: 'Writing the cover sheet',
    // Its button shows it at once.
    done: () => null,
  },
  'intake.take': {
    running: 'Taking in documents',
    done: (result) => documentsTaken(result as readonly FileOutcome[]),
  },
  'intake.readUnread': {
    running: 'Reading documents',
    done: (result) => ({ text: `${counted(result as number, 'document')} read.`, to: '/intake' }),
  },
  'intake.takePasted': {
    running: 'Taking in what was pasted',
    done: (result) => documentsTaken(result as readonly FileOutcome[]),
  },
  'intake.takeScans': {
    running: 'Taking in scans',
    done: (result) => {
      const { files, untaken } = result as ScanReport;
      if (files.length === 0 && untaken.length === 0) return null;
      const taken = files.length === 0 ? '' : ` ${takenText(files)}`;
      const left = untaken.length === 0 ? '' : ` ${counted(untaken.length, 'file')} could not be taken.`;
      return { text: `Scans:${taken}${left}`, to: '/intake' };
    },
  },
  'intake.readAgain': {
    running: 'Reading a document again',
    done: (result) => {
      const [first] = result as readonly IntakePart[];
      return first?.state === 'quarantined'
        ? null
        : { text: 'It can be read now, and is out of the quarantine.', to: '/intake' };
    },
  },
  'retention.destroy': {
    running: 'Destroying documents',
    done: (result) => ({
      text: `${counted((result as DestructionReport).documents, 'document')} destroyed.`,
      to: '/intake?tab=retention',
    }),
  },
  'feed.take': {
    running: 'Taking in online activities',
    done: (result) => ({ text: feedWords([result as FeedReport]), to: '/ccp?tab=feed' }),
  },
  'feed.takeFolder': {
    running: 'Taking in online activities',
    done: (result) => {
      const { taken, refused } = result as FolderReport;
      if (taken.length === 0 && refused.length === 0) return null;
      const bad = refused.map(({ file }) => ` ${file} was refused: see the folder “refused”.`).join('');
      return { text: `${taken.length === 0 ? '' : feedWords(taken)}${bad}`.trim(), to: '/ccp?tab=feed' };
    },
  },
  'renewals.printLabels': { running: 'Printing labels', done: () => null },
  'email.try': {
    running: 'Trying the mail server',
    // Its tab says what came of it.
    done: () => null,
  },
  'email.send': {
    running: 'Sending e-mails',
    done: (result) => {
      const { run, sentNow } = result as EmailReport;
      return { text: `${counted(sentNow, 'e-mail')} of run ${run} sent.`, to: `/renewals?run=${run}` };
    },
  },
  'email.toFolder': {
    running: 'Writing e-mails',
    done: (result) => {
      const { run, sentNow } = result as EmailReport;
      return { text: `${counted(sentNow, 'e-mail')} of run ${run} written.`, to: `/renewals?run=${run}` };
    },
  },
  'badges.takeTemplate': { running: 'Reading the template', done: () => null },
  'badges.export': {
    running: 'Exporting badges',
    done: (result) => ({
      text: `${counted((result as BadgeExportReport).rows, 'badge')} exported.`,
      to: '/badges',
    }),
  },
  'badges.writeAgain': { running: 'Writing the files again', done: () => null },
  'badges.import': {
    running: 'Importing Credly’s list',
    done: (result) => {
      const { added, changed } = result as CredlyImportReport;
      return {
        text: `${counted(added, 'badge')} added, ${count(changed)} changed.`,
        to: '/badges?tab=credly',
      };
    },
  },
  'badges.drift': { running: 'Comparing with Credly', done: () => null },
  'badges.correct': {
    running: 'Writing what corrects Credly',
    done: (result) => ({
      text: `${counted((result as CorrectionReport).rows, 'badge')} written to correct Credly.`,
      to: '/badges?tab=credly',
    }),
  },
  'ce.import': {
    running: 'Importing offerings',
    // What a dry run foresees is shown where it was asked for.
    done: () => null,
  },
  'papers.email': {
    running: 'Sending the e-mail',
    // The dialog that sent it says what became of it.
    done: () => null,
  },
  'email.resolveFromLog': {
    running: 'Reading the mail server’s log',
    done: (result) => {
      const { arrived, toSend } = result as LogSettlement;
      return { text: `${count(arrived)} did arrive, ${count(toSend)} to send again.`, to: null };
    },
  },
  'moves.export': {
    running: 'Exporting addresses',
    done: (result) => ({
      text: `${counted((result as AddressExport).rows, 'address', 'addresses')} exported.`,
      to: '/renewals/moves',
    }),
  },
  'moves.preview': {
    running: 'Reading the vendor’s answer',
    done: (result) => {
      const { rows } = result as MovesPreview;
      return { text: `${counted(rows.length, 'row')} of the answer read.`, to: '/renewals/moves' };
    },
  },
  'moves.apply': {
    running: 'Changing addresses',
    done: (result) => {
      const { moved, marked } = result as MovesReport;
      const bad = marked === 0 ? '' : `, ${count(marked)} marked as bad`;
      return { text: `${counted(moved, 'address', 'addresses')} changed${bad}.`, to: '/renewals/moves' };
    },
  },
  'reconcile.read': {
    running: 'Reading the payment file',
    // Its screen shows what it found.
    done: () => null,
  },
  'reconcile.enter': {
    running: 'Entering the payment file',
    done: (result) => {
      const { deposit, fileName, tallies } = result as ReceiptReport;
      if (deposit === null) return { text: `Nothing in ${fileName} is new.`, to: '/payments?tab=files' };
      const entered = tallies.matched.count + tallies.doubtful.count + tallies.unmatched.count;
      return {
        text: `Deposit ${deposit}: ${counted(entered, 'payment')} of ${fileName} entered.`,
        to: `/payments/files/${deposit}`,
      };
    },
  },
  'import.start': {
    running: 'Importing',
    done: (result) => {
      const { applied, rows, added, updated, rejectedCount } = result as ImportReport;
      const bad = rejectedCount === 0 ? '' : `, ${count(rejectedCount)} rejected`;
      return {
        text: applied
          ? `Imported ${counted(rows, 'row')}: ${count(added)} added, ${count(updated)} updated${bad}.`
          : `Checked ${counted(rows, 'row')}${bad}.`,
        to: '/import',
      };
    },
  },
  'policy.decide': {
    running: 'Deciding about the policy',
    done: (result) => ({ text: (result as PolicyOutcome).text, to: '/settings?tab=policy' }),
  },
  'whatIf.run': {
    running: 'Trying it on everyone',
    // Its screen shows whom it found.
    done: () => null,
  },
  'whatIf.export': {
    running: 'Exporting the list',
    done: (result) => ({
      text: `${counted((result as { readonly rows: number }).rows, 'certification')} exported.`,
      to: null,
    }),
  },
  'backup.create': {
    running: 'Backing up the office',
    done: (result) => ({
      text: `Backed up and verified: ${(result as BackupReport).file}`,
      to: '/settings?tab=backup',
    }),
  },
  'backup.restore': {
    running: 'Restoring a backup',
    done: () => ({ text: 'The backup was restored and verified.', to: '/today' }),
  },
  'backup.verify': {
    running: 'Verifying the office',
    done: (result) => ({
      text: (result as VerifyReport).ok ? 'The office is whole.' : 'Verifying found something wrong.',
      to: '/settings?tab=backup',
    }),
  },
};

/** What came of files of the feed, together. */
function feedWords(reports: readonly FeedReport[]): string {
  const sum = (of: (report: FeedReport) => number) => reports.reduce((all, report) => all + of(report), 0);
  const [recorded, queued] = [sum((one) => one.recorded), sum((one) => one.queued)];
  const waits = queued === 0 ? '' : ` ${count(queued)} ${queued === 1 ? 'waits' : 'wait'} in the queue.`;
  return `Online feed: ${count(recorded)} recorded, ${count(sum((one) => one.known))} known before.${waits}`;
}

function documentsTaken(files: readonly FileOutcome[]) {
  return { text: `Documents: ${takenText(files)}`, to: '/intake' };
}
