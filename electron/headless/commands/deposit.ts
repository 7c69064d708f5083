import {
  changeControl,
  closeDeposit,
  depositView,
  listDeposits,
  openDeposit,
} from '../../services/payments/deposits.ts';
import { enterRemittance } from '../../services/payments/enter.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { centsOf, dateOf, idOf, methodOf, SHOWN } from './money-options.ts';
import { partsOf } from './money-parts.ts';
import { depositText, entryText, warningLines } from './money-words.ts';

/** `deposit open --count N --total AMOUNT` */
export async function open(call: Call): Promise<CommandResult> {
  const control = controlOf(call);
  const summary = await withOffice(call, (office) => openDeposit(office, control));
  return { json: summary, text: depositText(summary) };
}

/** `deposit control DEPOSIT --count N --total AMOUNT` */
export async function control(call: Call): Promise<CommandResult> {
  const deposit = idOf(call.words[0], 'a deposit');
  const counted = controlOf(call);
  const summary = await withOffice(call, (office) => changeControl(office, deposit, counted));
  return { json: summary, text: depositText(summary) };
}

function controlOf(call: Call): { controlCount: number; controlCents: number } {
  const controlCount = call.number('count', 0);
  if (controlCount === null) throw new UsageError('--count is missing; write how many cheques were counted');
  return { controlCount, controlCents: centsOf(call, 'total') };
}

/** `deposit add DEPOSIT --amount A --method M …` */
export async function add(call: Call): Promise<CommandResult> {
  const deposit = idOf(call.words[0], 'a deposit');
  const amountCents = centsOf(call, 'amount');
  const method = methodOf(call);
  const receivedOn = dateOf(call, 'received', asOfDate(call));
  const outcome = await withOffice(call, async (office) =>
    enterRemittance(office, {
      deposit,
      receivedOn,
      method,
      amountCents,
      reference: call.text('reference') ?? '',
      payer: call.text('payer') ?? '',
      note: call.text('note') ?? '',
      parts: await partsOf(office, call, amountCents),
      confirmDuplicate: call.flag('confirm-duplicate'),
    }),
  );
  const { entry, warnings } = outcome;
  if (entry === null)
    return {
      json: outcome,
      text: '',
      refused: `Nothing was entered: ${warnings.map(({ text }) => text).join(' ')} If it is another one, add --confirm-duplicate.`,
    };
  return {
    json: outcome,
    text: [entryText(entry), ...warningLines(warnings), depositText(outcome.deposit)].join('\n'),
  };
}

/** `deposit close DEPOSIT` */
export async function close(call: Call): Promise<CommandResult> {
  const deposit = idOf(call.words[0], 'a deposit');
  const summary = await withOffice(call, (office) => closeDeposit(office, deposit));
  return { json: summary, text: depositText(summary) };
}

/** `deposit list [--open]` */
export async function list(call: Call): Promise<CommandResult> {
  const state = call.flag('open') ? 'open' : null;
  const found = await withOffice(call, (office) => listDeposits(office, { state, offset: 0, limit: SHOWN }));
  return {
    json: found,
    text: found.rows.length === 0 ? 'There is no deposit yet.' : found.rows.map(depositText).join('\n'),
  };
}

/** `deposit show DEPOSIT` */
export async function show(call: Call): Promise<CommandResult> {
  const deposit = idOf(call.words[0], 'a deposit');
  const view = await withOffice(call, (office) => depositView(office, deposit));
  return { json: view, text: [depositText(view), ...view.entries.map(entryText)].join('\n') };
}
