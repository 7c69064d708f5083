import { join } from 'node:path';
import type { PrintedPaper } from '../../../shared/domain/reports.ts';
import { keepFile } from '../../documents/store.ts';
import { parseEnvelope } from '../../printing/envelope/profile.ts';
import { eligibilityPage } from '../../printing/papers/eligibility-paper.ts';
import { printPages } from '../../printing/print-pages.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officeProfile } from '../profile.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import { type EligibilityOrder, eligibility } from './assistant.ts';

/**
 * Prints the assistant's result on one page; the very PDF is kept, and the member's history tells of it.
 * @throws StandingError as `eligibility`, and `office-file`, `office-address`, and what the disk refuses
 */
export async function printEligibility(
  office: Office,
  { outFile, ...order }: EligibilityOrder & { readonly outFile: string },
): Promise<PrintedPaper> {
  refuseOwnFile(outFile);
  const view = await eligibility(office, order);
  const profile = await officeProfile(office);
  const { envelope: id } = await officeStationery(office);
  const envelope = parseEnvelope(shippedEnvelope(office.resources, id), `${id}.json`);
  const title = `Eligibility, ${view.code}${view.member === null ? '' : `, ${view.member.memberNo}`}`;
  const words = { title, author: profile.name, subject: title, language: 'en-US', dated: view.on };
  const page = eligibilityPage({ office: profile, envelope, view });
  const printed = await printPages({ words, fontsDir: join(office.resources, 'fonts'), outFile }, [page]);
  await keepFile(office.folder, outFile);
  const { code, answers } = order;
  await office.act((write) =>
    write.journal({
      action: 'eligibility.printed',
      subject: view.member === null ? 'office' : 'member',
      subjectId: view.member?.memberNo ?? 'eligibility',
      detail: {
        code,
        answers,
        fits: view.routes.filter(({ state }) => state === 'fits').map(({ route }) => route.id),
        sha256: printed.sha256,
      },
    }),
  );
  return { file: outFile, ...printed };
}
