import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { officeCommand } from './office-command.mjs';

/**
 * Makes a sample office, unless one is there.
 * @param {string} folder
 * @param {number} members
 * @param {string | null} asOf a date instead of today
 */
export function makeSampleOffice(folder, members, asOf) {
  if (existsSync(join(folder, 'office.db'))) return;
  const made = officeCommand(['init', '--sample', String(members), ...office(folder, asOf)]);
  console.log(
    `Made a sample office of ${made.members} members with ${made.certifications} certifications in ${folder}.`,
  );
}

/** Invoices what is due by the day, and works out where every certification stands. */
export function bringUpToDate(folder, asOf) {
  const sweep = officeCommand(['sweep', ...office(folder, asOf)]);
  console.log(
    `Judged ${sweep.evaluated} certifications: ${sweep.invoiced} fees invoiced, ${sweep.rolled} cycles rolled, ${sweep.lapsed} lapsed.`,
  );
}

/**
 * The main job without a window: prints next month's renewal notices.
 * @param {string} folder
 * @param {string | null} asOf a date instead of today
 * @returns the PDF's absolute path
 */
export function printNextMonth(folder, asOf) {
  const here = office(folder, asOf);
  const month = nextMonth(asOf === null ? new Date() : new Date(`${asOf}T12:00`));
  const run = officeCommand(['notices', 'prepare', '--kind', 'renewal', '--month', month, ...here]);
  console.log(
    `Run ${run.run} for ${month}: ${run.selected} members, ${run.toPrint} to print, ${run.toEmail} to e-mail, ${run.held.length} held back.`,
  );
  const pdf = resolve(folder, 'runs', run.run, `${run.run}.pdf`);
  mkdirSync(dirname(pdf), { recursive: true });
  const { sheets } = officeCommand(['notices', 'print', run.run, '--out', pdf, ...here]);
  console.log(`Printed ${sheets} sheets:`);
  return pdf;
}

/** How a command is told which office and which day. */
function office(folder, asOf) {
  return ['--data', folder, ...(asOf === null ? [] : ['--as-of', asOf])];
}

/** `YYYY-MM`. @param {Date} today */
function nextMonth(today) {
  const next = new Date(today.getFullYear(), today.getMonth() + 1, 1);
  return `${next.getFullYear()}-${String(next.getMonth() + 1).padStart(2, '0')}`;
}
