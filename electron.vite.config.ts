import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const PROJECT = import.meta.dirname;

/** Bundled, so that a start reads few files; what has native code or reads its own data files stays in node_modules. */
const BUNDLED = ['kysely', 'uqr', 'zod'];

/**
 * Three bundles: the main process and its threads (ES modules), the preload script (one CommonJS file, as the sandbox wants) and
 * the window. Parts behind `import()` become chunks of their own, loaded when first needed.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: BUNDLED },
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: {
          main: join(PROJECT, 'electron', 'main.ts'),
          headless: join(PROJECT, 'electron', 'headless.ts'),
          'office.worker': join(PROJECT, 'electron', 'ipc', 'office.worker.ts'),
          'reader.worker': join(PROJECT, 'electron', 'ipc', 'reader.worker.ts'),
          'memory-guard': join(PROJECT, 'electron', 'documents', 'reading', 'memory-guard.ts'),
          'page-reader': join(PROJECT, 'electron', 'documents', 'reading', 'child.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: join(PROJECT, 'electron', 'preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(PROJECT, 'renderer'),
    plugins: [react()],
    build: {
      // An inlined asset would be a data: address, which the window's content rules refuse for scripts.
      assetsInlineLimit: 0,
      minify: true,
      sourcemap: false,
      rolldownOptions: { input: join(PROJECT, 'renderer', 'index.html') },
    },
  },
});
