// `npm run build`: the whole app into `out/`.
import { rmSync } from 'node:fs';
import { buildStale } from './build-stale.mjs';
import { PARTS, stampOf } from './bundle.mjs';

for (const part of PARTS) rmSync(stampOf(part), { force: true });
await buildStale(PARTS);
