import { fileURLToPath } from 'node:url';
import { VantResolver } from '@vant/auto-import-resolver';
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig, type Plugin } from 'vite';
import { firstLoads } from './first-loads.ts';
import { FIRST_QUESTION_STYLES, firstQuestion } from './first-question.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The same rule the server follows: which of the two pages answers a path. */
const PHONE_PATHS = /^\/(m|c|t|r|b|d|p|j|z)(\/|$)/;

/** In development Vite serves the page that the server would send for a path. */
function pagesByPath(): Plugin {
  return {
    name: 'pages-by-path',
    configureServer(server) {
      server.middlewares.use((req, _res, next) => {
        const path = (req.url ?? '/').split('?')[0] ?? '/';
        const isPage = (req.headers.accept ?? '').includes('text/html') && !path.includes('.');
        if (isPage && !path.startsWith('/api'))
          req.url = PHONE_PATHS.test(path) ? '/phone.html' : '/desk.html';
        next();
      });
    },
  };
}

/** What both pages are made of; without names of its own it would fall into dozens of tiny files. */
const BASIS = [
  'ui/(ui-icon|icon-shapes|error-note|remote-view|empty-state|toast-stack|toasts|unexpected|lang-switch|large-text-switch)',
  'remote/(remote-data|use-form)',
  'api/(http|api-error|transport-words|session|areas)',
  'format/(money|moment|today)',
  'i18n',
  'stores/session',
  'router/(guard|return-path|stale-pages)',
  'locales/transport',
].join('|');

/** What every page of a worker needs sooner or later, the sending of a waiting complaint included. */
const PHONE_PARTS = [
  'offline/',
  'api/(my-complaints|public)',
  'features/phone/(?!.*-view|grid-doors)',
  'features/group-claims/later',
  'features/file-complaint/(draft|steps|receipts|send-draft|first-question\\.ts)',
].join('|');

/**
 * Each answer brings a kilobyte of security headers: on a weak line few files matter as much as small ones. The first
 * group that knows a module has it.
 */
const CHUNKS = [
  {
    name: 'vendor',
    // With the build's own helpers and the one picture of both pages: left to a later group they would bring a phone's styles to the desk.
    test: /node_modules\/(@?vue|vue-router|vue-i18n|@intlify|pinia)\/|vite\/preload-helper|plugin-vue:export-helper|favicon\.svg/,
  },
  // Its rules for bare elements are the phone's alone; the desk shares only components.
  { name: 'vant', test: /node_modules\/@?vant\/(?!es\/style\/base)/ },
  { name: 'basis', test: new RegExp(`client/src/(${BASIS})|server/core/kit/(money|plain-date|mask)`) },
  { name: 'phone-parts', test: new RegExp(`client/src/(${PHONE_PARTS})`) },
].map((group, at) => ({ ...group, priority: 10 - at }));

// A build is for people to use, whatever the environment of whoever starts it says (tests, a developer's shell).
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root: here('.'),
  cacheDir: here('../node_modules/.cache/vite'),
  appType: 'mpa',
  resolve: { alias: { '@core': here('../server/core'), '@': here('./src') } },
  plugins: [
    vue(),
    Components({
      dirs: [],
      dts: false,
      // Vant's own style files bring an icon font with names of a thousand pictures; phone.ts takes what is used.
      resolvers: [ElementPlusResolver({ importStyle: 'css' }), VantResolver({ importStyle: false })],
    }),
    pagesByPath(),
    firstLoads(),
    firstQuestion(),
  ],
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    // Messages become trees that are walked, never code that is evaluated: the CSP forbids eval.
    __INTLIFY_JIT_COMPILATION__: true,
    __INTLIFY_DROP_MESSAGE_COMPILER__: false,
  },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2020',
    // Inlined files would need data: in more CSP lines than fonts and pictures do.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        desk: here('./desk.html'),
        phone: here('./phone.html'),
        'first-question': here(FIRST_QUESTION_STYLES),
      },
      output: { codeSplitting: { groups: CHUNKS } },
      // What is imported late may lie in a group on purpose: whoever starts the product can do nothing about it.
      onLog: (level, log, handle) => {
        if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') handle(level, log);
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:3000',
      '/socket.io': { target: 'http://localhost:3000', ws: true },
    },
  },
});
