// `npm run build`: the whole app into `out/`.
import { bundle } from './bundle.mjs';
import { inTurn } from './turn.mjs';

await inTurn(() => bundle(['main', 'preload', 'renderer']));
