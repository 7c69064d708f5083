// `npm run office -- <command>`: builds what is stale, quietly, and runs the command in this very process.
import module from 'node:module';
import { isFresh } from './freshness.mjs';

module.enableCompileCache?.();

if (!isFresh('main')) {
  const [{ inTurn }, { bundle }] = await Promise.all([import('./turn.mjs'), import('./bundle.mjs')]);
  await inTurn(async () => {
    if (!isFresh('main')) await bundle(['main']);
  });
}
const { runHeadless } = await import('../../out/main/headless.js');
process.exitCode = await runHeadless(process.argv.slice(2));
