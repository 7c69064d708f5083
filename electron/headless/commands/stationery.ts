import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { calibrationPage, offsetMeasured } from '../../services/calibration.ts';
import { tapView } from '../../services/letters/tap.ts';
import {
  chooseEnvelope,
  printerOffset,
  savePrinterOffset,
  saveSignature,
  stationeryView,
} from '../../services/stationery.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `mail envelope [ID]` */
export async function envelope(call: Call): Promise<CommandResult> {
  const [id] = call.words;
  const { stationery, envelopes } = await withOffice(call, async (office) => {
    if (id !== undefined) await chooseEnvelope(office, id);
    return stationeryView(office);
  });
  const chosen = stationery.envelope;
  return {
    json: { envelope: chosen, envelopes },
    text: envelopes
      .map((one) => {
        const mark = one.id === chosen ? '●' : ' ';
        return `${mark} ${one.id.padEnd(18)} ${one.name}${one.use === 'return' ? ' (for the slip)' : ''}`;
      })
      .join('\n'),
  };
}

/** `mail tap-test [--envelope ID] [--member NO]` */
export async function tapTest(call: Call): Promise<CommandResult> {
  const request = { envelope: call.text('envelope'), memberNo: call.text('member') };
  const view = await withOffice(call, (office) => tapView(office, request, asOfDate(call)));
  const { profile, memberNo, memberName, test } = view;
  const shown = test.places.map(
    ({ name, windows }) => `  ${name}: ${windows.map(({ lines }) => lines.join(' / ')).join('  ·  ')}`,
  );
  return {
    json: { envelope: profile.id, memberNo, ...test },
    text: [
      `${profile.name}, letter of ${memberName} (${memberNo}): the address stays ${test.clearance.toFixed(3)} in inside its window.`,
      ...shown,
      ...(test.warnings.length === 0
        ? ['Nothing but the addresses shows, wherever the sheet slides.']
        : test.warnings),
    ].join('\n'),
  };
}

/** `mail signature [--name NAME] [--title TITLE] [--image FILE] [--none]` */
export async function signature(call: Call): Promise<CommandResult> {
  const name = call.text('name');
  const image = call.text('image');
  if (call.flag('none') && name !== null)
    throw new UsageError('mail signature takes --none or --name, not both');
  const signed = await withOffice(call, async (office) => {
    if (call.flag('none')) return (await saveSignature(office, null)).signature;
    if (name === null) return (await stationeryView(office)).stationery.signature;
    const bytes = image === null ? null : readImage(image);
    return (await saveSignature(office, { name, title: call.text('title') ?? '', image: bytes })).signature;
  });
  const shown = signed === null ? null : { ...signed, image: signed.image !== null };
  return {
    json: shown,
    text:
      signed === null
        ? 'Nobody signs the letters.'
        : `${signed.name}${signed.title === '' ? '' : `, ${signed.title}`}${signed.image === null ? '' : ', with an image'}`,
  };
}

function readImage(file: string): string {
  try {
    return readFileSync(file).toString('base64');
  } catch (cause) {
    throw new StandingError('file-unreadable', `The picture ${file} cannot be read.`, 'Check its name.', {
      cause,
    });
  }
}

/** `mail calibrate [--out FILE.pdf] [--measured A,B]` */
export async function calibrate(call: Call): Promise<CommandResult> {
  const out = call.text('out');
  const measured = call.text('measured');
  return withOffice(call, async (office) => {
    if (out !== null) {
      await calibrationPage(office, resolve(out), asOfDate(call));
      return {
        json: { file: resolve(out) },
        text: `Print it at 100 %, measure A and B, and give them: mail calibrate --measured A,B\n${resolve(out)}`,
      };
    }
    const offset =
      measured === null
        ? await printerOffset(office)
        : await savePrinterOffset(office, offsetMeasured(...lengths(measured)));
    return {
      json: offset,
      text: `Prints for this printer are moved ${(-offset.dx).toFixed(3)} in to the right and ${(-offset.dy).toFixed(3)} in down.`,
    };
  });
}

function lengths(text: string): [number, number] {
  const match = /^(\d(?:\.\d{1,3})?),(\d(?:\.\d{1,3})?)$/.exec(text.replaceAll(' ', ''));
  if (match === null)
    throw new UsageError(`--measured ${text} must be the inches of A and B, such as 2.03,1.98`);
  return [Number(match[1]), Number(match[2])];
}
