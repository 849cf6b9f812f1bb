import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../server/config.ts';
import { SETTINGS_DOCUMENT, settingsDocument } from './settings-document.ts';

describe('the list of settings', () => {
  it('is what the code checks today; `npm run settings` writes it anew', () => {
    const readme = readFileSync(SETTINGS_DOCUMENT, 'utf8');
    assert.equal(readme, settingsDocument(readme), 'run `npm run settings` and look at what changed');
  });

  it('stands beside the fault of a setting that is wrong', () => {
    assert.throws(
      () => loadConfig({ NODE_ENV: 'test', PORT: '70000', LOG_LEVEL: 'loud' }),
      /"PORT" must be a valid port.*\n {2}PORT: 端口 \/ the port it listens on\n {2}LOG_LEVEL: /su,
    );
  });
});
