import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import { importTable, oneClock, oneConfig, oneRoot } from './test/architecture/lint-rules.js';

const CODE = ['server/**/*.ts', 'workers/**/*.ts', 'seeds/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'client/dist*/',
      'server/dist*/',
      'data/',
      'test/.out/',
      'test/architecture/bad-samples/',
      '**/*.d.ts',
    ],
  },
  {
    files: CODE,
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'no-var': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-control-regex': 'error',
      'max-lines': ['error', { max: 250 }],
    },
  },
  {
    files: ['client/src/**/*.{ts,vue}', 'client/vite.config.ts'],
    extends: [tseslint.configs.base, vue.configs['flat/essential']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'no-console': 'error',
      'vue/no-v-html': 'error',
      'max-lines': ['error', { max: 250 }],
    },
  },
  {
    // Tables of data, and programs whose output is the console.
    files: [
      'server/core/law/**',
      'server/core/contract/errors.ts',
      'client/src/locales/**',
      'seeds/reference/**',
      'test/**',
    ],
    rules: { 'max-lines': 'off' },
  },
  {
    files: [
      'server/cli/**',
      'server/start.ts',
      'server/build.ts',
      'workers/run-job.ts',
      'seeds/run.ts',
      'bench/**',
      'test/run.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  ...importTable,
  oneClock,
  oneConfig,
  oneRoot,
);
