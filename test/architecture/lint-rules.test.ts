import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { importTable, oneClock, oneConfig, oneRoot } from './lint-rules.js';

/** A sample that must be refused, and its nearest good neighbour that must pass. */
const SAMPLES: { file: string; bad: string; good: string; rule: string }[] = [
  {
    file: 'server/core/law/sample.ts',
    bad: "import mongoose from 'mongoose';",
    good: "import { addDays } from '../kit/plain-date.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'server/core/kit/sample.ts',
    bad: "import { readFileSync } from 'node:fs';",
    good: "import type { Role } from '../contract/roles.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'server/core/law/sample.ts',
    bad: "import { inTransaction } from '../../platform/db.ts';",
    good: "import { PERIODS } from './periods.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'server/platform/http/sample.ts',
    bad: "import { createUser } from '../../features/accounts/index.ts';",
    good: "import { AppError } from '../app-error.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'server/platform/embedded/sample.ts',
    bad: "import { AppError } from '../app-error.ts';\nimport { x } from '../../config.ts';",
    good: "import { StoreError } from './lang/errors.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'server/features/cases/sample.ts',
    bad: "import { SCHEDULE } from '../../../workers/schedule.ts';",
    good: "import { ensureWorker } from '../workers/index.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'server/features/accounts/sample.ts',
    bad: "import { Areas } from '../areas/area.model.ts';",
    good: "import { findArea } from '../areas/index.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'workers/jobs/sample.ts',
    bad: "import { Users } from '../../server/features/accounts/user.model.ts';",
    good: "import { sweepSessions } from '../../server/features/accounts/index.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'client/src/features/sample.ts',
    bad: "import { createUser } from '../../../server/features/accounts/index.ts';",
    good: "import type { UserView } from '@core/contract/accounts.ts';",
    rule: 'no-restricted-imports',
  },
  {
    file: 'server/features/accounts/sample.ts',
    bad: 'export const at = new Date();',
    good: 'export const at = new Date(0);',
    rule: 'no-restricted-syntax',
  },
  {
    file: 'workers/jobs/sample.ts',
    bad: 'export const at = Date.now();',
    good: 'export const at = Date.UTC(2026, 0, 1);',
    rule: 'no-restricted-syntax',
  },
  {
    file: 'server/platform/sample.ts',
    bad: 'export const port = process.env.PORT;',
    good: 'export const pid = process.pid;',
    rule: 'no-restricted-properties',
  },
  {
    file: 'server/features/accounts/sample.ts',
    bad: "export const page = new URL('./page.html', import.meta.url);",
    good: "import { PROJECT_ROOT } from '../../platform/project-root.ts';",
    rule: 'no-restricted-syntax',
  },
  {
    file: 'server/platform/embedded/sample.ts',
    bad: "export const entry = new URL('./process.ts', import.meta.url);",
    good: "import { scriptOf } from '../project-root.ts';",
    rule: 'no-restricted-syntax',
  },
];

describe('the import table and the three single doors', () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, // two libraries' typings of one parser
      ...importTable,
      oneClock,
      oneConfig,
      oneRoot,
    ],
  });
  const rulesBroken = async (code: string, filePath: string): Promise<(string | null)[]> => {
    const [result] = await eslint.lintText(code, { filePath });
    return (result?.messages ?? []).map((message) => message.ruleId);
  };

  for (const { file, bad, good, rule } of SAMPLES) {
    it(`${file} refuses: ${bad.split('\n')[0]}`, async () => {
      assert.ok((await rulesBroken(bad, file)).includes(rule));
      assert.deepEqual(await rulesBroken(good, file), []);
    });
  }

  it('the clock, the configuration and the place of the project themselves may do what others may not', async () => {
    assert.deepEqual(await rulesBroken('export const now = new Date();', 'server/platform/clock.ts'), []);
    assert.deepEqual(await rulesBroken('export const port = process.env.PORT;', 'server/config.ts'), []);
    const place = 'export const at = import.meta.url;';
    assert.deepEqual(await rulesBroken(place, 'server/platform/project-root.ts'), []);
  });
});
