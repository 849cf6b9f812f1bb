// The import table and the three single doors (clock, config, the project's folder) of this project, as lint rules.
// test/architecture/lint-rules.test.ts shows a bad sample for each.

const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const NODE_AND_LIBRARIES = {
  regex: '^(?!\\.)',
  message: 'server/core is pure: no libraries, no node modules.',
};

export const importTable = [
  forbid(
    ['server/core/**/*.ts'],
    [
      NODE_AND_LIBRARIES,
      {
        regex: '(^|/)(platform|features|workers|seeds|client)/',
        message: 'server/core imports server/core only.',
      },
      { regex: '^(\\.\\./)+(config|app|main|start)\\.ts$', message: 'server/core imports server/core only.' },
    ],
  ),
  forbid(
    ['server/platform/**/*.ts'],
    [
      { regex: '(^|/)(features|workers|seeds|client)/', message: 'server/platform never imports a feature.' },
      { regex: '/(app|main|start)\\.ts$', message: 'server/platform is below the application.' },
    ],
    ['server/platform/embedded/**/*.ts'],
  ),
  forbid(
    ['server/platform/embedded/**/*.ts'],
    [
      {
        regex: '^(\\.\\./){2,}(?!lang/)',
        message: 'The embedded store stands alone: no import from the application.',
      },
      { regex: '^(mongoose|express|joi|pino)$', message: 'The embedded store stands alone.' },
    ],
    ['server/platform/embedded/lang/**/*.ts'],
  ),
  forbid(
    ['server/features/**/*.ts'],
    [
      {
        // the feature of that name is a neighbour; the top level's workers are not
        regex: '^(?!\\.\\./workers/index\\.ts$).*(^|/)(workers|seeds|client)/',
        message: 'Features import core, platform and their neighbours’ index.ts.',
      },
      { regex: '^\\.\\./[a-z-]+/(?!index\\.ts$)', message: 'Enter a neighbour feature by its index.ts.' },
    ],
  ),
  forbid(
    ['workers/**/*.ts', 'seeds/**/*.ts'],
    [{ regex: '/features/[a-z-]+/(?!index\\.ts$)', message: 'Enter a feature by its index.ts.' }],
  ),
  forbid(
    ['client/src/**/*.{ts,vue}'],
    [
      {
        regex: '(^|/)(server|workers|seeds)/(?!core/)',
        message: 'The client imports @core and its own files.',
      },
    ],
  ),
];

const clockSyntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take `now` as an argument; clock.ts alone reads the clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Take `now` as an argument; clock.ts alone reads the clock.',
  },
];

const ownPlace = {
  selector: 'MetaProperty[meta.name="import"]',
  message: 'A bundle lies elsewhere than its sources: start from PROJECT_ROOT or scriptOf.',
};

export const oneClock = {
  files: ['server/**/*.ts', 'workers/**/*.ts', 'seeds/**/*.ts'],
  ignores: ['server/platform/clock.ts', 'server/platform/embedded/**', 'server/platform/project-root.ts'],
  rules: { 'no-restricted-syntax': ['error', ...clockSyntax, ownPlace] },
};

export const oneRoot = {
  files: ['server/platform/clock.ts', 'server/platform/embedded/**/*.ts', 'bench/**/*.ts'],
  rules: { 'no-restricted-syntax': ['error', ownPlace] },
};

export const oneConfig = {
  files: ['server/**/*.ts', 'workers/**/*.ts', 'seeds/**/*.ts'],
  ignores: ['server/config.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'process', property: 'env', message: 'config.ts alone reads process.env.' },
    ],
  },
};
