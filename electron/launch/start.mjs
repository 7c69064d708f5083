// `npm start [-- --sample N] [--data DIR] [--as-of DATE] [--actor NAME]`: builds the app and opens it.
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleOfficeFolder } from '../platform/office-folder.ts';
import { buildStale } from './build-stale.mjs';
import { electronBinary } from './electron-binary.mjs';
import { bringUpToDate, makeSampleOffice, printNextMonth } from './sample-month.mjs';

const PROJECT = dirname(dirname(import.meta.dirname));
const STANDIN = join(PROJECT, 'tests', 'standin', 'start.ts');
const DEFAULT_SAMPLE = 500;

const options = readOptions();
await buildStale(hasDisplay() ? ['main', 'preload', 'renderer'] : ['main'], 'Building Standing …');

const folder = options.data ?? (options.sample === null ? null : sampleOfficeFolder());
if (!hasDisplay()) {
  const office = folder ?? sampleOfficeFolder();
  console.log(
    'There is no display here, so Standing prints next month’s renewal notices without its window.',
  );
  makeSampleOffice(office, options.sample ?? DEFAULT_SAMPLE, options.asOf);
  bringUpToDate(office, options.asOf);
  console.log(printNextMonth(office, options.asOf));
} else {
  if (folder !== null && options.sample !== null) {
    makeSampleOffice(folder, options.sample, options.asOf);
    bringUpToDate(folder, options.asOf);
  }
  open(electronBinary(), folder);
}

function open(binary, office) {
  const words = [PROJECT];
  if (office !== null) words.push('--data', office);
  if (options.asOf !== null) words.push('--as-of', options.asOf);
  if (options.actor !== null) words.push('--actor', options.actor);
  if (binary === null) {
    console.log(
      'The Electron binary could not be had, so the same app opens on the Chromium of this computer.',
    );
    run(process.execPath, [STANDIN, ...words], { STANDING_STANDIN_VISIBLE: '1' });
  } else {
    // Chromium refuses to run its sandbox for root.
    run(binary, process.getuid?.() === 0 ? ['--no-sandbox', ...words] : words, {});
  }
}

function run(program, words, environment) {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...rest } = process.env;
  const child = spawn(program, words, { stdio: 'inherit', env: { ...rest, ...environment } });
  child.on('error', (error) => {
    console.error(`Standing could not be opened: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

function readOptions() {
  const text = { type: /** @type {const} */ ('string') };
  try {
    const { values } = parseArgs({ options: { sample: text, data: text, 'as-of': text, actor: text } });
    const sample = values.sample === undefined ? null : Number(values.sample);
    if (sample !== null && !(Number.isSafeInteger(sample) && sample > 0))
      throw new Error(`--sample takes a number of members, not “${values.sample}”.`);
    return {
      sample,
      data: values.data === undefined ? null : resolve(values.data),
      asOf: values['as-of'] ?? null,
      actor: values.actor ?? null,
    };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
