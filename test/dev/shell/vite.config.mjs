import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');

/** The shell around the app: Local Jira's own pages. Never part of what Forge deploys. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/__shell/',
  plugins: [react()],
  build: {
    outDir: path.join(root, '.local/shell-dist'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
  },
});
