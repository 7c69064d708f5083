import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer, type ViteDevServer } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Serves the window with made-up people behind it, for looking at screens in a browser: `node tests/e2e/preview/server.ts`. */
export async function servePreview(port: number): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: false,
    root: `${root}renderer`,
    cacheDir: `${root}.tmp/preview`,
    logLevel: 'warn',
    server: { port, strictPort: true, host: '127.0.0.1', hmr: false, fs: { allow: [root] } },
    plugins: [
      react(),
      {
        name: 'preview-bridge',
        transformIndexHtml: {
          order: 'pre',
          handler: (html) =>
            html.replace(
              '<script',
              `<script type="module" src="/@fs/${root}tests/e2e/preview/bridge.ts"></script>\n<script`,
            ),
        },
      },
    ],
  });
  return await server.listen();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await servePreview(5199);
  console.log('http://127.0.0.1:5199/');
}
