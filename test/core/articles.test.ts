import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { chineseNumeral } from '../../server/core/law/article-text.ts';
import {
  cite,
  findRule,
  isCitable,
  officialLinks,
  printCitation,
  RULES,
  UnprintableCitation,
  type CitableId,
} from '../../server/core/law/articles.ts';
import { INSTRUMENTS } from '../../server/core/law/instruments.ts';
import { THRESHOLDS } from '../../server/core/law/thresholds.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ids = Object.keys(RULES);

/** Rules known to be unread: they must never become printable by a slip in the table. */
const UNREAD = [
  'ACC-12',
  'BON-4',
  'BON-12',
  'BON-14',
  'BON-16',
  'BON-17',
  'BON-18',
  'DOC-4',
  'LED-5',
  'PUB-7',
  'TRF-2b',
];

describe('citations', () => {
  it('print instrument, number and article as statutes write them', () => {
    assert.equal(printCitation('INS-17-1', 'zh'), '《劳动保障监察条例》（国务院令第423号）第十七条');
    assert.equal(
      printCitation('REG-54-1', 'zh'),
      '《保障农民工工资支付条例》（国务院令第724号）第五十四条第（一）项',
    );
    assert.equal(printCitation('CRM-1', 'zh'), '《中华人民共和国刑法》第二百七十六条之一');
    assert.equal(
      printCitation('REG-14-2', 'en'),
      'Regulation on Ensuring Wage Payment to Migrant Workers (State Council Order No. 724), Art. 14; ' +
        'Interim Provisions on Wage Payment, Art. 7',
    );
    assert.equal(printCitation('WAG-8', 'en'), 'MOHRSS Order No. 56, Arts. 6, 10, 11, 12, 20');
  });

  it('leave out article numbers that have not been read', () => {
    assert.equal(
      printCitation('ACC-4', 'zh'),
      '《工程建设领域农民工工资专用账户管理暂行办法》（人社部发〔2021〕53号）',
    );
    assert.doesNotMatch(printCitation('IMP-37-1', 'zh'), /三十七/);
    assert.doesNotMatch(printCitation('IMP-37-1', 'en'), /Art/);
  });

  it('give the official page where one is known', () => {
    assert.deepEqual(officialLinks('BLK-8-1'), [
      'https://www.mohrss.gov.cn/xxgk2020/gzk/gz/202112/t20211229_431810.html',
    ]);
    assert.deepEqual(officialLinks('REG-14-2'), []);
    for (const instrument of Object.values(INSTRUMENTS)) {
      if ('link' in instrument) assert.match(instrument.link, /^https:\/\/www\.mohrss\.gov\.cn\//);
    }
  });

  it('throw at run time for every rule that is unread or stands in no instrument', () => {
    const refused = ids.filter((id) => !isCitable(id));
    for (const id of UNREAD) assert.ok(refused.includes(id), id);
    for (const id of refused) {
      // deliberately past the compiler: this is the guard for ids that come from stored data
      assert.throws(() => cite(id as CitableId), UnprintableCitation, id);
      assert.throws(() => printCitation(id as CitableId, 'zh'), UnprintableCitation, id);
    }
    assert.throws(() => cite('no-such-rule' as CitableId), UnprintableCitation);
    assert.throws(() => cite('constructor' as CitableId), UnprintableCitation);
    assert.equal(findRule('__proto__'), undefined);
  });

  it('print every other rule in both languages without a gap', () => {
    const printed = ids.filter(isCitable);
    assert.ok(printed.length > 180);
    for (const id of printed) {
      for (const language of ['zh', 'en'] as const) {
        const text = printCitation(id, language);
        assert.ok(text.length > 3, id);
        assert.doesNotMatch(text, /undefined|NaN|《》|\(\)|✎/, id);
      }
    }
  });

  it('do not compile for an unread id, nor for one that is only practice, nor for one that does not exist', function () {
    this.timeout(60_000);
    const sample = `
      import { cite, printCitation } from './server/core/law/articles.ts';
      import type { LawFlow } from './server/core/law/law-flow.ts';
      import { decide } from './server/core/kit/flow.ts';
      import { plainDate } from './server/core/kit/plain-date.ts';
      export const good = [cite('INS-17-1'), printCitation('ACC-4', 'zh')];
      export const unread = cite('BON-16');
      export const practice = cite('DOC-1');
      export const missing = printCitation('REG-99-9', 'zh');
      export const flow = { open: { shut: { to: 'done', by: ['clerk'], cite: 'BON-17' } }, done: {} } as const satisfies LawFlow<'open' | 'done', 'shut'>;
      export const period = { open: { shut: { to: 'done', by: ['clerk'], starts: ['holiday'] } }, done: {} } as const satisfies LawFlow<'open' | 'done', 'shut'>;
      const fine = { open: { shut: { to: 'done', by: ['clerk'] } }, done: {} } as const satisfies LawFlow<'open' | 'done', 'shut'>;
      export const state = decide(fine, { state: 'lost' }, 'shut', { roles: [] }, plainDate('2026-01-01'));
      export const day = decide(fine, { state: 'open' }, 'shut', { roles: [] }, '2026-01-01');
    `;
    const lines = errorLines('citation-sample.ts', sample);
    const expected = ['unread', 'practice', 'missing', 'flow', 'period', 'state', 'day'];
    const wrong = sample.split('\n').flatMap((line, index) => {
      return expected.some((name) => line.includes(`export const ${name} =`)) ? [index + 1] : [];
    });
    assert.equal(wrong.length, expected.length);
    assert.deepEqual(lines, wrong);
  });
});

/** The lines of a sample that do not compile under the project's own settings. */
function errorLines(name: string, text: string): number[] {
  const file = join(ROOT, name);
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, ROOT);
  const { tsBuildInfoFile: _notWritten, ...rest } = options;
  const settings: ts.CompilerOptions = { ...rest, incremental: false, types: [], noEmit: true };
  const host = ts.createCompilerHost(settings, true);
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...more) =>
    path === file ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) : readFile(path, ...more);
  const exists = host.fileExists.bind(host);
  host.fileExists = (path) => path === file || exists(path);
  const program = ts.createProgram([file], settings, host);
  const source = program.getSourceFile(file);
  assert.ok(source);
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const at = found.map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line + 1);
  return [...new Set(at)].sort((a, b) => a - b);
}

describe('the table of rules', () => {
  it('stands in instruments that exist and has words in both languages', () => {
    for (const id of ids) {
      const rule = findRule(id);
      assert.ok(rule && rule.zh !== '' && rule.en !== '', id);
      for (const place of rule.at) assert.ok(Object.hasOwn(INSTRUMENTS, place.in), `${id}: ${place.in}`);
    }
  });

  it('has a number or a title for every instrument, and uses each one', () => {
    const used = new Set(ids.flatMap((id) => findRule(id)?.at.map((place) => place.in) ?? []));
    for (const [id, instrument] of Object.entries(INSTRUMENTS)) {
      assert.ok('zh' in instrument || 'number' in instrument, id);
      assert.ok(used.has(id as keyof typeof INSTRUMENTS), `${id} is cited by no rule`); // keys come from the table
    }
  });

  it('every figure cites a rule that exists; an unread figure is only a parameter default', () => {
    for (const [id, threshold] of Object.entries(THRESHOLDS)) {
      const rule = findRule(threshold.cite);
      assert.ok(rule, `${id} cites ${threshold.cite}`);
      assert.equal('parameterDefault' in threshold, rule.certainty === 'provisional', id);
    }
  });

  const numerals: [number, string][] = [
    [1, '一'],
    [10, '十'],
    [14, '十四'],
    [20, '二十'],
    [54, '五十四'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [276, '二百七十六'],
    [1002, '一千零二'],
    [1260, '一千二百六十'],
  ];
  for (const [value, text] of numerals)
    it(`writes article ${value} as ${text}`, () => assert.equal(chineseNumeral(value), text));
});
