import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from './argv.ts';

const here = import.meta.dirname;
const playwright = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'];

describe('the command line', () => {
  it.each([
    ['a main file', ['fixture/main.ts']],
    ['a folder with a package.json', ['fixture']],
    ['switches before it', [...playwright, 'fixture']],
  ])('names the app by %s', (_name, words) => {
    const line = readCommandLine(words, here);
    expect(line.mainFile).toBe(path.join(here, 'fixture', 'main.ts'));
    expect(line.appPath).toBe(path.join(here, 'fixture'));
  });

  it('keeps from the app what Playwright put before it', () => {
    const line = readCommandLine(
      [...playwright, 'fixture', '--data', 'x y', '--User-Data-Dir=/tmp/a=b'],
      here,
    );
    expect(line.underPlaywright).toBe(true);
    expect(line.appArguments).toEqual(['fixture', '--data', 'x y', '--User-Data-Dir=/tmp/a=b']);
    expect(line.switches.get('user-data-dir')).toBe('/tmp/a=b');
    expect(line.switches.get('no-sandbox')).toBe('');
  });

  it.each([
    ['nothing', ['--inspect=0'], /needs the app to start/],
    ['a file that is not there', ['gone.js'], /Cannot find the app's main file: .*gone\.js/],
  ])('refuses %s', (_name, words, sentence) => {
    expect(() => readCommandLine(words, here)).toThrow(sentence);
  });
});
