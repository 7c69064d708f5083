import { registerHooks } from 'node:module';

const ELECTRON = new URL('./electron.ts', import.meta.url).href;

/** From here on `electron` is the stand-in's module, for `import` and `require` alike. */
export function answerForElectron(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (!/^electron(\/(main|common))?$/.test(specifier)) return next(specifier, context);
      return { url: ELECTRON, format: 'module-typescript', shortCircuit: true };
    },
  });
}
