// `npm run office -- <command>`: builds what is stale, quietly, and runs the command in this very process.
import module from 'node:module';
import { buildStale } from './build-stale.mjs';

module.enableCompileCache?.();

await buildStale(['main']);
const { runHeadless } = await import('../../out/main/headless.js');
process.exitCode = await runHeadless(process.argv.slice(2));
