import { whatIf as evaluateUnder } from '../../services/what-if.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `what-if --set NAME=VALUE …` */
export async function whatIf(call: Call): Promise<CommandResult> {
  const overrides = call.list('set').map(parseOverride);
  if (overrides.length === 0) throw new UsageError('what-if needs at least one --set NAME=VALUE');
  const changed = await withOffice(call, (office) =>
    evaluateUnder(office, overrides, asOfDate(call), watchedWork(call)),
  );
  const lines = changed.map(({ memberNo, code, from, to }) => `${memberNo} ${code}: ${from} → ${to}`);
  return { json: { changed }, text: [`${changed.length} certifications would change.`, ...lines].join('\n') };
}

function parseOverride(text: string): { name: string; value: number | string } {
  const at = text.indexOf('=');
  const value = text.slice(at + 1).trim();
  if (at < 1 || value === '')
    throw new UsageError(`--set ${text} is not NAME=VALUE, such as points-required.RMA=36`);
  return { name: text.slice(0, at).trim(), value: /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value };
}
