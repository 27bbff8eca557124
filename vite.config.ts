import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The workbench: src/web → dist/web, served by `hearsay serve`. All of it comes from there; nothing is inlined, for the CSP's sake. */
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
    target: 'es2023',
    // the borders of the world, which are loaded when the map is
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8844' } },
});
