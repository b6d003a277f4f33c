import { resolve } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(import.meta.dirname, '../../../../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    // the page may load nothing but files of its own server, `data:` included
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
