import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { catalogues } from './catalogues-plugin.ts';
import { compressed } from './compress-plugin.ts';
import { pdfFiles } from './pdf-files-plugin.ts';

const lib = (name: string): string => resolve(import.meta.dirname, `../../libs/${name}/src/index.ts`);

/** Libraries that few pages need. */
const HEAVY =
  /node_modules\/(?:pdfjs-dist|leaflet|yet-another-react-lightbox|@tanstack\/(?:react-table|table-core))\//;
const ROLE = /\/src\/(supplier|auditor|buyer|office)\//;
const roleOf = (module: string): string => ROLE.exec(module)?.[1] ?? '';
interface Chunk {
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
}
/** What the file of a chunk begins with: the role whose page it is, or who alone shares it. */
function partOf({ facadeModuleId: page, moduleIds }: Chunk): string {
  if (page ? HEAVY.test(page) : moduleIds.some((id) => HEAVY.test(id))) return 'heavy-';
  const modules = page ? [page] : moduleIds.filter((id) => id.includes('/apps/web/src/'));
  const [role, ...others] = new Set(modules.map(roleOf));
  return role && others.length === 0 ? `${role}-` : '';
}
/** What a device keeps: all but the pages of those who work where there is a network. These are kept once they were read. */
const KEPT = ['index.html', '**/*.{js,css,json,svg,png,woff2}'];
const NOT_KEPT = ['.vite/**', 'assets/{heavy,buyer,office}[-.]*', '**/*.map'];

// The one place for `export default` of this kind: Vite asks for it.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  base: '/app/',
  // The API puts a fresh one into every page it serves.
  html: { cspNonce: '{{nonce}}' },
  resolve: {
    alias: {
      '#client': lib('client'),
      '#domain': lib('domain'),
      '#locales': resolve(import.meta.dirname, '../../libs/wording/locales'),
    },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The rules and the client are values and functions only: what a page does not use is left out.
      treeshake: { moduleSideEffects: (id) => !/\/libs\/(?:domain|client)\//.test(id) },
      // What many pages share is one file: each file more costs a poor line more than the bytes in it.
      output: {
        codeSplitting: {
          groups: [{ name: 'shared', minShareCount: 12 }],
        },
        chunkFileNames: (chunk) => `assets/${partOf(chunk)}[name]-[hash].js`,
      },
    },
  },
  plugins: [
    react(),
    catalogues(),
    pdfFiles(),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/app/',
        name: 'Selvedge',
        short_name: 'Selvedge',
        lang: 'km',
        description: 'Supplier qualification',
        start_url: '/app/',
        scope: '/app/',
        display: 'standalone',
        background_color: '#faf9f7',
        theme_color: '#0b6b66',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: KEPT,
        globIgnores: NOT_KEPT,
        navigateFallback: '/app/index.html',
        navigateFallbackAllowlist: [/^\/app\//],
        inlineWorkboxRuntime: true,
        // The first visit is enough: pages that this one loads later come from the device as well.
        clientsClaim: true,
        runtimeCaching: [
          {
            urlPattern: ({ url }) => url.pathname.startsWith('/app/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 200 } },
          },
        ],
      },
    }),
    compressed(),
  ],
});
