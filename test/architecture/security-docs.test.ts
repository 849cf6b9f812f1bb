import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/security';
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** `test/…` in code marks, and after it the names of tests between Chinese quotation marks. */
const CITED = /`(test\/[\w./-]+)`((?:“[^”]+”)*)/gu;

describe('the papers about security', () => {
  for (const page of pages) {
    it(`${page} cites tests that exist, by their names`, () => {
      const wrong: string[] = [];
      for (const [, path = '', names = ''] of read(page).matchAll(CITED)) {
        if (!existsSync(path)) {
          wrong.push(`${path} is not there`);
          continue;
        }
        if (names === '' || statSync(path).isDirectory()) continue;
        const text = readFileSync(path, 'utf8');
        for (const [, name = ''] of names.matchAll(/“([^”]+)”/gu))
          if (!text.includes(name)) wrong.push(`${path} has no test "${name}"`);
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('say of every threat where it is stopped and how that is shown', () => {
    const bare = pages
      .filter((page) => read(page).startsWith('# 威胁'))
      .flatMap((page) =>
        rows(read(page))
          .filter((cells) => cells.length !== 3 || cells.some((cell) => cell === ''))
          .map((cells) => `${page}: ${cells.join(' | ')}`),
      );
    assert.deepEqual(bare, []);
  });

  it('answer each requirement of the standards once, with one of the five states', () => {
    for (const page of ['asvs.md', '等保.md']) {
      const asked = rows(read(page)).filter((cells) => /^\d/u.test(cells[0] ?? ''));
      assert.ok(asked.length > 30, `${page} has ${asked.length} rows`);
      const ids = asked.map((cells) => cells[0]);
      assert.deepEqual(ids, [...new Set(ids)], page);
      const states = ['有', '部分', '没有', '部署', '不适用'];
      assert.deepEqual(
        asked.filter((cells) => !states.includes(cells[2] ?? '')),
        [],
      );
      const unexplained = asked.filter(
        (cells) => cells[2] !== '有' && cells[3] === '' && cells[2] !== '不适用',
      );
      assert.deepEqual(
        unexplained.filter((cells) => cells[2] !== '部署'),
        [],
      );
    }
  });

  it('stand in the list of the papers', () => {
    const home = read('README.md');
    assert.deepEqual(
      pages.filter((page) => page !== 'README.md' && !home.includes(`](${page})`)),
      [],
    );
    assert.match(readFileSync('docs/README.md', 'utf8'), /\]\(security\/README\.md\)/u);
  });
});

/** The cells of every table row but heads and rulers. */
function rows(text: string): string[][] {
  const found: string[][] = [];
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('|') || /^\|[\s:|-]+\|$/u.test(line)) continue;
    if (/^\|[\s:|-]+\|$/u.test(lines[at + 1] ?? '')) continue;
    found.push(
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  }
  return found;
}
