import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  EnvelopeChoice,
  PrinterOffset,
  Signature,
  Stationery,
  StationeryView,
} from '../../shared/domain/stationery.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { loadAnyEnvelope } from '../printing/envelope/profile.ts';
import { saveSetting, setting } from '../repositories/settings.ts';
import { refuseCardNumbers } from './card-numbers.ts';
import type { Office, OfficeView } from './office.ts';

const SHIPPED: Stationery = { envelope: '10-double-window', signature: null };

/** What the office's letters are written on and signed with, for runs prepared from now on. */
export async function officeStationery(view: Pick<OfficeView, 'reader'>): Promise<Stationery> {
  return (await setting(view.reader, 'stationery')) ?? SHIPPED;
}

/** What Settings shows of envelopes, signature and printer. @throws StandingError `bad-envelope` */
export async function stationeryView(
  view: Pick<OfficeView, 'reader' | 'resources'>,
): Promise<StationeryView> {
  return {
    stationery: await officeStationery(view),
    envelopes: envelopeChoices(view.resources),
    printer: await printerOffset(view),
  };
}

/** Every envelope that ships, by name. @throws StandingError `bad-envelope` */
export function envelopeChoices(resources: string): readonly EnvelopeChoice[] {
  return readdirSync(join(resources, 'envelopes'))
    .filter((file) => file.endsWith('.json'))
    .map((file): EnvelopeChoice => {
      const profile = loadAnyEnvelope(join(resources, 'envelopes', file));
      return { id: profile.id, name: profile.name, use: 'use' in profile ? 'return' : 'notice' };
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** The text of a profile that ships. @throws StandingError `envelope-unknown` */
export function shippedEnvelope(resources: string, id: string): string {
  refuseUnknown(resources, id);
  return readFileSync(join(resources, 'envelopes', `${id}.json`), 'utf8');
}

/** Chooses the envelope of runs prepared from now on; prepared runs keep theirs. @throws StandingError `envelope-unknown` */
export async function chooseEnvelope(office: Office, id: string): Promise<Stationery> {
  refuseUnknown(office.resources, id);
  const before = await officeStationery(office);
  if (before.envelope === id) return before;
  return save(office, before, { ...before, envelope: id });
}

/** Sets who signs the letters of runs prepared from now on; null = nobody. @throws StandingError `signature-unnamed`, `not-an-image` */
export async function saveSignature(office: Office, signature: Signature | null): Promise<Stationery> {
  if (signature !== null && signature.name.trim() === '') {
    throw new StandingError(
      'signature-unnamed',
      'A signature needs the name of who signs.',
      'Type the name.',
    );
  }
  if (signature !== null) refuseCardNumbers([signature.name, signature.title]);
  if (signature !== null && signature.image !== null && !isImage(signature.image)) {
    throw new StandingError(
      'not-an-image',
      'The signature is no PNG or JPEG picture.',
      'Choose another picture.',
    );
  }
  const before = await officeStationery(office);
  const clean =
    signature === null ? null : { ...signature, name: signature.name.trim(), title: signature.title.trim() };
  if (JSON.stringify(before.signature) === JSON.stringify(clean)) return before;
  return save(office, before, { ...before, signature: clean });
}

function isImage(base64: string): boolean {
  const start = Buffer.from(base64.slice(0, 16), 'base64').toString('hex');
  return start.startsWith('89504e470d0a1a0a') || start.startsWith('ffd8ff');
}

/** How far this office's printer is off; nowhere until it was measured. */
export async function printerOffset(view: Pick<OfficeView, 'reader'>): Promise<PrinterOffset> {
  return (await setting(view.reader, 'printerOffset')) ?? { dx: 0, dy: 0 };
}

/** Most that a printer may be off, in inches: more is a wrong paper size or a slip of the finger. */
const MOST = 0.5;

/** Keeps how far the printer is off. @throws StandingError `printer-offset` */
export async function savePrinterOffset(office: Office, offset: PrinterOffset): Promise<PrinterOffset> {
  const before = await printerOffset(office);
  if (Math.abs(offset.dx) > MOST || Math.abs(offset.dy) > MOST) {
    throw new StandingError(
      'printer-offset',
      `A printer that is off by more than ${MOST} in has the wrong paper or scales the page.`,
      'Print the page again at 100 %, on the right paper, and measure anew.',
    );
  }
  if (before.dx === offset.dx && before.dy === offset.dy) return before;
  await office.act(async (write) => {
    await saveSetting(write, 'printerOffset', offset);
    write.journal({
      action: 'office.printer-measured',
      subject: 'office',
      subjectId: 'printer',
      detail: { before, after: offset },
    });
  });
  return offset;
}

async function save(office: Office, before: Stationery, after: Stationery): Promise<Stationery> {
  await office.act(async (write) => {
    await saveSetting(write, 'stationery', after);
    write.journal({
      action: 'office.stationery-changed',
      subject: 'office',
      subjectId: 'stationery',
      detail: { before: withoutImage(before), after: withoutImage(after) },
    });
  });
  return after;
}

function withoutImage({ envelope, signature }: Stationery): object {
  if (signature === null) return { envelope, signature };
  const { image, name, title } = signature;
  return {
    envelope,
    signature: { name, title, image: image === null ? null : `${image.length} characters` },
  };
}

function refuseUnknown(resources: string, id: string): void {
  const known = envelopeChoices(resources).filter(({ use }) => use === 'notice');
  if (known.some((choice) => choice.id === id)) return;
  throw new StandingError(
    'envelope-unknown',
    `There is no envelope “${id}” for notices.`,
    `There are: ${known.map((choice) => choice.id).join(', ')}.`,
  );
}
