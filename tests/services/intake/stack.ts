import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Office } from '../../../electron/services/office.ts';
import { chance } from './mutate.ts';
import { drawPage, PROOF, writePictures } from './pages.ts';
import { writeCovers } from './printed-covers.ts';
import { printStack } from './printed-stack.ts';
import { laidOnGlass, type Scan, scanned } from './scanned.ts';

/** A page of a stack and what is true of it. */
export interface StackPage {
  /** The page alone as a JPEG. */
  readonly picture: string;
  /** Whose it is. */
  readonly owner: string;
  readonly dpi: Scan['dpi'];
  /** Has a code of its own. */
  readonly coded: boolean;
  /** Its own code, or the cover sheet before it, says whose it is. */
  readonly certain: boolean;
}

export interface StackFile {
  readonly file: string;
  readonly pages: readonly StackPage[];
}

/** Papers behind each cover sheet of a batch. */
const BEHIND = [1, 2, 3] as const;
const MEMBERS_A_BATCH = 4;

/**
 * A morning's stack of about so many scanned pages, in mixed order: half of it batches of several members with cover sheets and the papers
 * behind them, the other half notices that came back one by one, a tenth of all pages without anything that says whose they are.
 */
export async function makeStack(
  office: Office,
  folder: string,
  pages: number,
): Promise<readonly StackFile[]> {
  const next = chance(7);
  const scanOf = (dpi: Scan['dpi']): Scan => ({
    degrees: 16 * next() - 8,
    dpi,
    noise: 0.006 * next(),
    skew: 0.04 * next() - 0.02,
  });
  const dpiOf = (at: number): Scan['dpi'] => (at % 2 === 0 ? 150 : 300);
  const { pdf, sheets } = await printStack(office, folder, Math.ceil(pages * 0.4));
  const files: StackFile[] = [];
  const pictures = new Map<Scan['dpi'], readonly string[]>();
  for (const dpi of [150, 300] as const) {
    const own = join(folder, `sheets-${dpi}`);
    mkdirSync(own);
    pictures.set(dpi, await scanned(pdf, own, dpi, () => scanOf(dpi)));
  }
  for (const [at, { memberNo }] of sheets.entries()) {
    const picture = pictures.get(dpiOf(at))?.[at] ?? '';
    const page = { picture, owner: memberNo, dpi: dpiOf(at), coded: true, certain: true };
    files.push({ file: picture, pages: [page] });
  }
  const paper = async (name: string, dpi: Scan['dpi'], png: Buffer): Promise<string> => {
    const file = join(folder, `${name}.jpg`);
    writeFileSync(file, await laidOnGlass(png, scanOf(dpi), files.length + 1));
    return file;
  };
  const proofs = new Map(
    ([150, 300] as const).map((dpi) => [dpi, drawPage({ ...PROOF, dpi }, 'png')] as const),
  );
  const proof = (dpi: Scan['dpi']) => proofs.get(dpi) ?? Buffer.alloc(0);
  const owners = auditsOf(office);
  let made = files.length;
  for (let batch = 0; made < pages * 0.9 && (batch + 1) * MEMBERS_A_BATCH <= owners.length; batch++) {
    const dpi = dpiOf(batch);
    const members = owners.slice(batch * MEMBERS_A_BATCH, (batch + 1) * MEMBERS_A_BATCH);
    const own: StackPage[] = [];
    for (const [at, { audit, memberNo }] of members.entries()) {
      const covers = await writeCovers(folder, `${batch}-${at}`, [{ audit, activities: [] }]);
      const [cover = ''] = await scanned(covers, folder, dpi, () => scanOf(dpi), `${batch}-${at}-`);
      own.push({ picture: cover, owner: memberNo, dpi, coded: true, certain: true });
      for (let behind = 0; behind < (BEHIND[(batch + at) % BEHIND.length] ?? 1); behind++) {
        const picture = await paper(`proof-${batch}-${at}-${behind}`, dpi, proof(dpi));
        own.push({ picture, owner: memberNo, dpi, coded: false, certain: true });
      }
    }
    const file = await writePictures(
      folder,
      `batch-${batch}.pdf`,
      own.map(({ picture }) => readFileSync(picture)),
    );
    files.push({ file, pages: own });
    made += own.length;
  }
  for (let at = 0; made < pages; at++, made++) {
    const picture = await paper(`nobody-${at}`, dpiOf(at), proof(dpiOf(at)));
    files.push({
      file: picture,
      pages: [{ picture, owner: 'nobody', dpi: dpiOf(at), coded: false, certain: false }],
    });
  }
  return files
    .map((file) => ({ file, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ file }) => file);
}

/** Members with exactly one open case, an audit. */
function auditsOf(office: Office): readonly { readonly audit: number; readonly memberNo: string }[] {
  return office.db.sqlite
    .prepare<[], { audit: number; memberNo: string }>(
      `SELECT min(a.id) AS audit, m.member_no AS memberNo FROM audit a JOIN certification c ON c.id = a.certification_id
       JOIN member m ON m.id = c.member_id WHERE a.outcome IS NULL AND NOT EXISTS (SELECT 1 FROM recertification_application r
         JOIN certification o ON o.id = r.certification_id WHERE o.member_id = m.id AND r.closed_on IS NULL)
       GROUP BY m.id HAVING count(*) = 1 ORDER BY m.id`,
    )
    .all();
}
