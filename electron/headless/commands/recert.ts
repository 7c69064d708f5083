import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type {
  ApplicationSummary,
  ApplicationView,
  StartCheck,
} from '../../../shared/domain/recertification.ts';
import {
  RECERTIFICATION_STATUSES,
  RECERTIFICATION_WORDS,
} from '../../../shared/domain/recertification-steps.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { documentPath } from '../../documents/store.ts';
import { refuseOwnFile } from '../../services/own-files.ts';
import { invoiceApplication, payFromCredit } from '../../services/recertification/fee.ts';
import { checkStart, startApplication } from '../../services/recertification/start.ts';
import { takeStep } from '../../services/recertification/step.ts';
import { applicationList, applicationView } from '../../services/recertification/view.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { codeOf, dateOf, dateOrNone, idOf, needText, SHOWN } from './money-options.ts';

/** `recert check MEMBER_NO CODE [--received DATE]` */
export async function check(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) => checkStart(office, applicationFor(call)));
  return { json: found, text: checkText(found) };
}

/** `recert start MEMBER_NO CODE --by ccp|exam [--received DATE]` */
export async function start(call: Call): Promise<CommandResult> {
  const route = call.text('by');
  if (route !== 'ccp' && route !== 'exam') throw new UsageError('--by is missing; write ccp or exam');
  const order = { ...applicationFor(call), route } as const;
  return shown(await withOffice(call, (office) => startApplication(office, order)));
}

function applicationFor(call: Call) {
  const [memberNo = '', code = ''] = call.words;
  return { memberNo, code: codeOf(code), receivedOn: dateOf(call, 'received', asOfDate(call)) };
}

/** `recert list [--closed | --all] [--member NO]` */
export async function list(call: Call): Promise<CommandResult> {
  const state = call.flag('all') ? 'all' : call.flag('closed') ? 'closed' : 'open';
  const memberNo = call.text('member');
  const found = await withOffice(call, (office) =>
    applicationList(office, { state, memberNo, offset: 0, limit: SHOWN }),
  );
  return {
    json: found,
    text: found.rows.length === 0 ? 'There is no such application.' : found.rows.map(rowText).join('\n'),
  };
}

/** `recert show APPLICATION` */
export async function show(call: Call): Promise<CommandResult> {
  const application = applicationOf(call);
  return shown(await withOffice(call, (office) => applicationView(office, application)));
}

/** `recert fee APPLICATION [--from-credit]` */
export async function fee(call: Call): Promise<CommandResult> {
  const application = applicationOf(call);
  const pay = call.flag('from-credit') ? payFromCredit : invoiceApplication;
  return shown(await withOffice(call, (office) => pay(office, application)));
}

/** `recert step APPLICATION STATUS …` */
export async function step(call: Call): Promise<CommandResult> {
  const to = RECERTIFICATION_STATUSES.find((status) => status === call.words[1]);
  if (to === undefined)
    throw new UsageError(
      `${call.words[1] ?? ''} is no status; they are: ${RECERTIFICATION_STATUSES.join(', ')}`,
    );
  const order = {
    application: applicationOf(call),
    to,
    on: dateOf(call, 'on', asOfDate(call)),
    reason: call.text('reason') ?? '',
    examOn: dateOrNone(call, 'exam-on'),
    place: call.text('place') ?? '',
  };
  return shown(await withOffice(call, (office) => takeStep(office, order)));
}

/** `recert papers APPLICATION --out FOLDER` */
export async function papers(call: Call): Promise<CommandResult> {
  const application = applicationOf(call);
  const out = resolve(needText(call, 'out', 'the folder that they go to'));
  const files = await withOffice(call, async (office) => {
    const view = await applicationView(office, application);
    await mkdir(out, { recursive: true });
    const written: { kind: string; file: string; sha256: string }[] = [];
    for (const [at, { kind, sha256 }] of view.papers.entries()) {
      const file = join(out, `${application}-${at + 1}-${kind}.pdf`);
      refuseOwnFile(file);
      await copyFile(documentPath(office.folder, sha256), file);
      written.push({ kind, file, sha256 });
    }
    return written;
  });
  return {
    json: files,
    text: files.length === 0 ? 'Nothing was given out yet.' : files.map(({ file }) => file).join('\n'),
  };
}

export function applicationOf(call: Call): number {
  return idOf(call.words[0], 'an application');
}

/** An application as the command line answers it. */
export function shown(view: ApplicationView): CommandResult {
  return { json: view, text: viewText(view) };
}

function rowText(row: ApplicationSummary): string {
  const { application, memberNo, memberName, code, route, receivedOn, status, sinceOn, missing } = row;
  const more = missing === 0 ? '' : `, ${missing} missing`;
  return `${String(application).padStart(4)}  ${memberNo} ${memberName}  ${code} by ${route}  received ${receivedOn}  ${RECERTIFICATION_WORDS[status]} since ${sinceOn}${more}`;
}

function viewText(view: ApplicationView): string {
  const { fee: owed, lapse, closedRoute } = view;
  return [
    rowText({
      ...view,
      missing: view.checklist.filter(({ done }) => !done).length,
      owedCents: null,
      examOn: null,
    }).trim(),
    ...(lapse === null ? [] : [`Lapsed by ${lapse.cause} since ${lapse.since}`]),
    ...(closedRoute === null ? [] : [`Not open: ${closedRoute.why} (${closedRoute.citation})`]),
    ...view.checklist.map(
      ({ done, title, said, citation }) => `  [${done ? 'x' : ' '}] ${title}: ${said} (${citation})`,
    ),
    ...(view.eligibility?.documents ?? [])
      .filter(({ shownBy }) => shownBy === null)
      .map(
        ({ place, text, cameOn }) =>
          `    document ${place}: ${text}, ${cameOn === null ? 'missing' : `came ${cameOn}`}`,
      ),
    ...view.points.map(
      ({ id, title, points, counted, because }) =>
        `  line ${id}  ${title}: ${counted} of ${points}${because === null ? '' : ` (${because.why}; ${because.citation})`}`,
    ),
    ...(owed === null ? [] : [`Fee ${displayCents(owed.amountCents)}, ${displayCents(owed.owedCents)} owed`]),
    ...view.steps.map(
      ({ on, to, actor, reason }) =>
        `  ${on}  ${RECERTIFICATION_WORDS[to]}, ${actor}${reason === '' ? '' : `: ${reason}`}`,
    ),
    ...(view.next.length === 0
      ? []
      : [
          `Next: ${view.next.map(({ to, hindered }) => `${to}${hindered === null ? '' : ` (${hindered})`}`).join(' | ')}`,
        ]),
  ].join('\n');
}

function checkText({
  memberNo,
  memberName,
  code,
  lapse,
  ccpUntil,
  required,
  routes,
  open,
}: StartCheck): string {
  return [
    `${memberNo} ${memberName}  ${code}: ${lapse === null ? 'not lapsed' : `lapsed by ${lapse.cause} since ${lapse.since}`}`,
    ...routes.map(({ route, closed, feeCents, feeConfirmed }) => {
      const fees = `${displayCents(feeCents)}${feeConfirmed ? '' : ', an unconfirmed office default'}`;
      return `  by ${route}: ${closed === null ? `open, fee ${fees}` : `not open: ${closed.why} (${closed.citation})`}`;
    }),
    ...(ccpUntil === null ? [] : [`  by ccp until ${ccpUntil}`]),
    `  ${required.points} points required${required.confirmed ? '' : ', unconfirmed'}`,
    ...(open === null ? [] : [`  application ${open} is open`]),
  ].join('\n');
}
