import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NAVIGATION } from '../../client/src/router/navigation.ts';
import { PAYROLL_RULES } from '../../server/core/pay/payroll-rules.ts';

const CLIENT = fileURLToPath(new URL('../../client/src/', import.meta.url));
const LOCALES = ['zh-CN', 'en'] as const;
const PAGES = ['desk', 'phone'] as const;
/** Words that come later than the page's own. */
const LATER = { desk: [], phone: ['phone-later'] } as const;

type Messages = { [key: string]: string | Messages };

async function messagesOf(path: string): Promise<Messages> {
  const file = (await import(pathToFileURL(join(CLIENT, 'locales', path)).href)) as { default: Messages }; // every locale file exports this
  return file.default;
}

function flat(messages: Messages, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [name, value] of Object.entries(messages)) {
    if (typeof value === 'string') all.set(prefix + name, value);
    else for (const [key, text] of flat(value, `${prefix}${name}.`)) all.set(key, text);
  }
  return all;
}

const filesOf = (locale: string): string[] => readdirSync(join(CLIENT, 'locales', locale)).sort();
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '').sort();

function sources(folder = CLIENT): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|vue)$/.test(path) && !path.startsWith('locales/'))
    .map((path) => join(folder, path));
}

/** Our own files that a page loads, at once or later, from its entry on. */
function reachable(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(file) || file.includes('/locales/')) return;
    seen.add(file);
    for (const [, wanted = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (wanted.startsWith('@/')) visit(join(CLIENT, wanted.slice(2)));
      else if (wanted.startsWith('.')) visit(resolve(dirname(file), wanted));
    }
  };
  visit(join(CLIENT, entry));
  return [...seen];
}

/** Keys as they stand in code: whole ones, and those with a part that is only known when it runs (`*`). */
function keysUsed(code: string, namespaces: ReadonlySet<string>): string[] {
  const withoutDoors = code.replace(/(?:can\(|permission: |can: )'[^']+'/g, '');
  const whole = [...withoutDoors.matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z0-9]+)+)'/g)].map(
    (one) => one[1] ?? '',
  );
  const patterned = [
    ...withoutDoors.matchAll(
      /`([a-z][A-Za-z]*(?:\.(?:[A-Za-z0-9]|\$\{[^`{}]*(?:\([^`()]*\))?[^`{}]*\})+)+)`/g,
    ),
  ].map((one) => (one[1] ?? '').replace(/\$\{[^}]*\}/g, '*'));
  return [...whole, ...patterned].filter((key) => namespaces.has(key.split('.')[0] ?? ''));
}

function isKnown(key: string, known: ReadonlySet<string>): boolean {
  if (known.has(key)) return true;
  const words = key.replace(/[.]/g, '\\.').replace(/\*/g, '[A-Za-z0-9]+');
  // A whole key may also be the stem that a known word is looked up under.
  const pattern = new RegExp(key.includes('*') ? `^${words}(\\.|$)` : `^${words}\\.`);
  return [...known].some((one) => pattern.test(one));
}

describe('architecture: what the screens say', () => {
  it('Chinese and English have the same files', () => {
    assert.deepEqual(filesOf('en'), filesOf('zh-CN'));
    assert.ok(filesOf('en').length > 5);
  });

  it('each file has the same sentences in both languages, with the same values to fill in', async () => {
    for (const file of filesOf('zh-CN').filter((name) => !PAGES.some((page) => name === `${page}.ts`))) {
      const [zh, en] = [flat(await messagesOf(`zh-CN/${file}`)), flat(await messagesOf(`en/${file}`))];
      assert.deepEqual([...en.keys()].sort(), [...zh.keys()].sort(), file);
      for (const [key, text] of zh)
        assert.deepEqual(placeholders(en.get(key) ?? ''), placeholders(text), `${file} ${key}`);
    }
  });

  it('no sentence is empty or holds a sign that means something else to the message reader', async () => {
    for (const locale of LOCALES) {
      for (const file of filesOf(locale)) {
        for (const [key, text] of flat(await messagesOf(`${locale}/${file}`))) {
          assert.notEqual(text.trim(), '', `${locale}/${file} ${key}`);
          assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[@|{}]/, `${locale}/${file} ${key}`);
        }
      }
    }
  });

  it('English sentences hold no Chinese and Chinese files are not left in English', async () => {
    const names = new Set(['common.otherLanguage', 'health.check.redis']); // Redis is called so in both
    for (const page of PAGES) {
      const [zh, en] = [flat(await messagesOf(`zh-CN/${page}.ts`)), flat(await messagesOf(`en/${page}.ts`))];
      for (const [key, text] of en) if (!names.has(key)) assert.doesNotMatch(text, /\p{Script=Han}/u, key);
      const long = [...zh].filter(
        ([key, text]) => !names.has(key) && text === en.get(key) && /[a-z]{4}/i.test(text),
      );
      assert.deepEqual(long, []);
    }
  });

  for (const page of PAGES) {
    it(`every sentence the ${page} pages ask for is in their files`, async () => {
      const known = new Set<string>();
      for (const file of [page, ...LATER[page]])
        for (const key of flat(await messagesOf(`zh-CN/${file}.ts`)).keys()) known.add(key);
      const everywhere = new Set(
        filesOf('zh-CN').map((file) =>
          file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
        ),
      );
      const files = reachable(`${page}.ts`);
      assert.ok(files.length > 20, 'the walk over imports found the pages');
      const asked = files.flatMap((file) =>
        keysUsed(readFileSync(file, 'utf8'), everywhere).map((key) => `${key} in ${relative(CLIENT, file)}`),
      );
      assert.ok(asked.length > 20, 'the search found the sentences');
      assert.deepEqual(
        asked.filter((one) => !isKnown(one.split(' ')[0] ?? '', known)),
        [],
      );
    });
  }

  it('each page of the menu is named and says on the home page what it is for', async () => {
    const known = flat(await messagesOf('zh-CN/desk.ts'));
    const names = NAVIGATION.flatMap(({ items }) => items).filter(({ path }) => path !== '/');
    const lacking = names
      .flatMap(({ labelKey }) => [labelKey, `home.page.${labelKey.replace('nav.', '')}`])
      .filter((key) => !known.has(key));
    assert.deepEqual(lacking, []);
  });

  it('each check of a payroll has a short name, by which its problems are chosen', async () => {
    const named = flat(await messagesOf('zh-CN/sheets.ts'));
    assert.deepEqual(
      Object.keys(PAYROLL_RULES).filter((rule) => !named.has(`rule.${rule}`)),
      [],
    );
  });

  it('no text in Chinese stands outside the locale files', () => {
    const chinese = /[\p{Script=Han}\u3001-\u303f\uff01-\uff5e]/u;
    const found = sources().filter((file) => chinese.test(readFileSync(file, 'utf8')));
    assert.deepEqual(
      found.map((file) => relative(CLIENT, file)),
      [],
    );
  });
});
