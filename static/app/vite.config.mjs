// One build for every page. Each HTML file is a named entry of the manifest's resource `app`.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { PAGES, measurePages, weightTable } from './page-weight.mjs';

const appRoot = import.meta.dirname;
const outDir = resolve(appRoot, 'dist');
const featureGates = resolve(appRoot, 'src/shared/feature-gates.ts');

/** Prints what each page loads before it can paint, after every build. */
function pageWeight() {
  let directory = outDir;
  let logger;
  let built = false;
  return {
    name: 'shift-up:page-weight',
    apply: 'build',
    configResolved(config) {
      logger = config.logger;
    },
    writeBundle(options) {
      directory = options.dir ?? outDir;
      built = true;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        // A build that failed has nothing to weigh; it says itself why.
        if (!built) return;
        logger.info(`\n${weightTable(await measurePages(directory))}\n`);
      },
    },
  };
}

export default defineConfig({
  root: appRoot,
  base: './',
  plugins: [react(), pageWeight()],
  resolve: {
    alias: [
      // Atlaskit asks a remote service which of its features are on. These pages reach no remote service, so the
      // answer is always "off"; see docs/decisions/0001-page-weight.md.
      { find: /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/, replacement: featureGates },
    ],
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    // Forge's content policy allows data: URLs for pictures and fonts only; files work for everything.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(PAGES.map((page) => [page, resolve(appRoot, `${page}.html`)])),
    },
  },
});
