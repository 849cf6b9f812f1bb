import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guideTable } from './guide-table.ts';

const GUIDE = fileURLToPath(new URL('../../../docs/guides/办理程序.md', import.meta.url));

describe('the guide to proceedings', () => {
  it('lists the periods and articles of every kind as the program counts them', () => {
    const rows = readFileSync(GUIDE, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
      .filter((cells) => cells.length === 5);
    assert.deepEqual(rows.slice(2), guideTable());
  });
});
