import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DOCUMENT_KINDS } from '../../../server/core/contract/documents.ts';
import type { DocumentKind } from '../../../server/core/contract/documents.ts';
import { DEFAULT_NUMBER_PATTERN, documentNumber } from '../../../server/core/documents/document-number.ts';
import { fillDocument } from '../../../server/core/documents/fill-document.ts';
import { SYSTEM_FIELDS } from '../../../server/core/documents/field-names.ts';
import { PROCEEDINGS } from '../../../server/core/proceedings/proceedings.ts';
import type { FieldValue } from '../../../server/core/lives/field.ts';
import type { ProceedingKind } from '../../../server/core/contract/proceedings.ts';
import { DOCUMENT_KIND_ROWS } from '../../../server/core/documents/kinds.ts';
import { isCitable, printTogether, RULES } from '../../../server/core/law/articles.ts';
import { dayInWords, monthsInWords } from '../../../server/core/documents/print-words.ts';
import { payMonth } from '../../../server/core/kit/plain-date.ts';
import { doWordTask } from '../../../server/platform/word/word-tasks.ts';
import type { FilledPaper } from '../../../server/platform/word/word-tasks.ts';
import { BESIDES, SOURCE, TYPED } from './golden-source.ts';

const PizZip = createRequire(import.meta.url)('pizzip') as new (bytes: Uint8Array) => {
  file(name: string): { asText(): string } | null;
}; // as its manual describes it
const FOLDER = new URL('./golden/', import.meta.url);

const built = new Map<DocumentKind, Promise<Uint8Array>>();
function templateOf(kind: DocumentKind): Promise<Uint8Array> {
  const { name, template } = DOCUMENT_KIND_ROWS[kind];
  const making =
    built.get(kind) ??
    doWordTask({ do: 'build', title: name.zh, blocks: template }).then((answer) =>
      'built' in answer ? answer.built : new Uint8Array(),
    );
  built.set(kind, making);
  return making;
}

async function paperOf(kind: DocumentKind): Promise<FilledPaper> {
  const row = DOCUMENT_KIND_ROWS[kind];
  const filled = fillDocument(row, { ...SOURCE, ...BESIDES[kind] }, TYPED[kind] ?? {});
  assert.deepEqual(filled.missing, [], kind);
  const number = documentNumber(DEFAULT_NUMBER_PATTERN, {
    ...{ office: SOURCE.office.shortName, word: row.numberWord },
    ...{ issuedOn: SOURCE.today, serial: 3 },
  });
  const values = {
    ...{ 文号: number, 机关: SOURCE.office.name, 落款日期: dayInWords(SOURCE.today) },
    ...Object.fromEntries(filled.fields.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(
      filled.tables.map(({ name, columns, rows }) => [
        name,
        rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
      ]),
    ),
  };
  const mark = { qrPng: new Uint8Array([1]), lines: [] };
  const answer = await doWordTask({ do: 'fill', template: await templateOf(kind), values, mark });
  if (!('filled' in answer)) throw new Error('not filled');
  return answer.filled;
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const textOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text ?? '').join(''));

/** Line by line what Word shows: a paragraph a line, cells of a row parted by a bar. */
function linesOf(docx: Uint8Array): string[] {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
  const blocks = xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>|<w:p[ >][\s\S]*?<\/w:p>/gu) ?? [];
  const lines = blocks.flatMap((block) =>
    block.startsWith('<w:tbl>')
      ? (block.match(/<w:tr[ >][\s\S]*?<\/w:tr>/gu) ?? []).map((row) =>
          (row.match(/<w:tc>[\s\S]*?<\/w:tc>/gu) ?? []).map(textOf).join('|'),
        )
      : [textOf(block)],
  );
  return lines.filter((line) => line !== '');
}

/** The same of the pages of the PDF, before they are drawn. */
function linesOfPages({ layout }: FilledPaper): string[] {
  interface Node {
    text?: string | { text: string }[];
    table?: { body: { stack: Node[] }[][] };
    stack?: Node[];
  }
  const said = ({ text = '' }: Node): string =>
    (typeof text === 'string' ? text : text.map((run) => run.text).join('')).trim();
  const nodes = layout.content as Node[]; // made by layOut of these parts
  return nodes
    .flatMap((node) => node.stack ?? [node])
    .flatMap((node) =>
      node.table === undefined
        ? [said(node)]
        : node.table.body.map((row) => row.map(({ stack }) => stack.map(said).join('')).join('|')),
    )
    .filter((line) => line !== '');
}

/** Instrument and article of a sentence, one by one: 《…》（…）第十八条. */
const articlesIn = (text: string): string[] =>
  [...text.matchAll(/(《[^》]+》)(?:（[^）]+）)?([^《]*)/gu)].flatMap(([, instrument = '', places = '']) =>
    (places.match(/第[一二三四五六七八九十百零]+条(?:之[一二三四五])?/gu) ?? ['']).map(
      (article) => `${instrument}${article}`,
    ),
  );

describe('papers, word for word', () => {
  it('are written down for every kind, and no other', () => {
    const written = readdirSync(FOLDER).map((file) => file.replace('.txt', ''));
    assert.deepEqual(written.sort(), [...DOCUMENT_KINDS].sort());
  });

  for (const kind of DOCUMENT_KINDS)
    it(`prints ${DOCUMENT_KIND_ROWS[kind].name.zh} as the form says, in Word and in the PDF alike`, async () => {
      const expected = readFileSync(new URL(`${kind}.txt`, FOLDER), 'utf8')
        .trimEnd()
        .split('\n');
      const paper = await paperOf(kind);
      assert.deepEqual(linesOf(paper.docx), expected);
      assert.deepEqual(linesOfPages(paper), expected);
    });

  it('cites nothing that has not been read in the full text', () => {
    const read = Object.entries(RULES).filter(([, { certainty }]) => certainty === 'verified');
    const ids = read.flatMap(([id]) => (isCitable(id) ? [id] : []));
    const may = new Set(ids.flatMap((id) => articlesIn(printTogether([id]))));
    for (const kind of DOCUMENT_KINDS) {
      const filled = fillDocument(DOCUMENT_KIND_ROWS[kind], { ...SOURCE, ...BESIDES[kind] }, {});
      const fixed = filled.fields.filter(({ name }) => name === '法律依据' || name === '逾期后果');
      for (const { value } of fixed)
        for (const article of articlesIn(value)) assert.ok(may.has(article), `${kind}: ${article}`);
      const { cite } = DOCUMENT_KIND_ROWS[kind];
      if (cite !== undefined) assert.equal(RULES[cite].certainty, 'verified', kind);
    }
  });

  it('tells the court what the party did against the decision', () => {
    const said = (proceeding: Record<string, FieldValue>): string | undefined =>
      fillDocument(DOCUMENT_KIND_ROWS.courtEnforcementApplication, { ...SOURCE, proceeding }, {}).fields.find(
        ({ name }) => name === '复议诉讼情况',
      )?.value;
    assert.equal(said({}), '被申请人在法定期限内未申请行政复议，也未提起行政诉讼');
    assert.equal(
      said({ suitOn: '2026-03-02', suitOutcome: 'DISMISSED' }),
      '被申请人于2026年3月2日提起行政诉讼，人民法院驳回其诉讼请求',
    );
    assert.equal(
      said({ reconsiderationOn: '2026-03-02', reconsideredOn: '2026-04-02' }),
      '被申请人于2026年3月2日申请行政复议，复议机关维持了该决定',
    );
  });

  it('names an instrument once in a sentence, and an article with several items once', () => {
    assert.equal(
      printTogether(['INS-26-1', 'INS-30-1']),
      '《劳动保障监察条例》（国务院令第423号）第二十六条、第三十条第（一）项、第（二）项、第（三）项、' +
        '《中华人民共和国劳动合同法》第八十五条',
    );
  });

  it('has a template for every kind that knows its own placeholders and prints all of them', async () => {
    for (const kind of DOCUMENT_KINDS) {
      const answer = await doWordTask({ do: 'check', bytes: await templateOf(kind) });
      if (!('checked' in answer)) throw new Error('not checked');
      const row = DOCUMENT_KIND_ROWS[kind];
      const known = new Set<string>([...SYSTEM_FIELDS, ...row.fields.map(({ name }) => name)]);
      assert.deepEqual(
        answer.checked.fields.filter((name) => !known.has(name)),
        [],
        kind,
      );
      for (const { name, byLaw } of row.fields)
        if (byLaw === true) assert.ok(answer.checked.fields.includes(name), `${kind} ${name}`);
      assert.deepEqual(
        Object.keys(answer.checked.loops).sort(),
        (row.tables ?? []).map(({ name }) => name).sort(),
        kind,
      );
      assert.deepEqual(answer.checked.notes, [], kind);
    }
  });

  it('holds on decisions what the law lists: party, facts, basis, performance, remedies', () => {
    for (const kind of ['handlingDecision', 'penaltyDecision'] as const) {
      const byLaw = DOCUMENT_KIND_ROWS[kind].fields
        .filter((one) => one.byLaw === true)
        .map(({ name }) => name);
      for (const name of ['当事人', '当事人地址', '事实和证据', '履行方式和期限', '救济途径'] as const)
        assert.ok(byLaw.includes(name), `${kind} ${name}`);
    }
  });

  const joined: [DocumentKind, ProceedingKind, string, FieldValue, field: string, printed: string][] = [
    ['priorNotice', 'decision', 'intended', '责令支付工资', '拟作出的决定', '责令支付工资'],
    ['priorNotice', 'decision', 'statementBy', '2026-03-16', '陈述申辩期限', '2026年3月16日'],
    ['priorNotice', 'penalty', 'intendedFen', 1_000_000, '拟作出的决定', '处以罚款人民币10000.00元'],
    ['handlingDecision', 'decision', 'content', '责令支付', '决定内容', '责令支付'],
    [
      ...(['handlingDecision', 'decision', 'performBy', '2026-03-20', '履行方式和期限'] as const),
      '于2026年3月20日前（含当日）将工资足额支付给劳动者本人',
    ],
    ['penaltyDecision', 'penalty', 'fineFen', 2_000_000, '罚款大写', '贰万元整'],
    ['criminalTransferLetter', 'criminalTransfer', 'police', '砚山县公安局', '公安机关', '砚山县公安局'],
    ['criminalTransferLetter', 'criminalTransfer', 'report', '转移财产', '涉嫌犯罪事实', '转移财产'],
    ['evidencePreservationList', 'evidencePreservation', 'reason', '可能灭失', '保存原因', '可能灭失'],
    [
      'evidencePreservationList',
      'evidencePreservation',
      'preservedOn',
      '2026-03-04',
      '保存日期',
      '2026年3月4日',
    ],
    ['evidencePreservationList', 'evidencePreservation', 'place', '本机关', '保存地点', '本机关'],
  ];
  for (const [kind, proceeding, name, value, field, printed] of joined)
    it(`takes ${field} of ${DOCUMENT_KIND_ROWS[kind].name.zh} from the ${name} of its proceeding`, () => {
      const asked = Object.values(PROCEEDINGS[proceeding].actions).flatMap(({ fields }) => fields);
      assert.ok(
        asked.some((one) => one.name === name),
        'the proceeding asks for it',
      );
      const filled = fillDocument(DOCUMENT_KIND_ROWS[kind], { ...SOURCE, proceeding: { [name]: value } }, {});
      assert.equal(filled.fields.find((one) => one.name === field)?.value, printed);
    });

  it('keeps the office, its seal and the day on one page', async () => {
    const { layout } = await paperOf('rectificationOrder');
    const kept = (
      layout.content as { stack?: { text: { text: string }[] }[]; unbreakable?: boolean }[]
    ).filter(({ unbreakable }) => unbreakable === true); // made by layOut
    const lines = kept.flatMap(({ stack = [] }) =>
      stack.map(({ text }) => text.map((run) => run.text).join('')),
    );
    assert.deepEqual(lines, ['文山市人力资源和社会保障局', '（印章）', '2026年3月4日']);
  });

  it('never prints who made a report', () => {
    const report = { ...SOURCE, complaint: { ...SOURCE.complaint!, intakeKind: 'REPORT' as const } };
    const filled = fillDocument(DOCUMENT_KIND_ROWS.registrationForm, report, {});
    assert.equal(
      filled.fields.some(({ value }) => value.includes('张大山') || value.includes('138')),
      false,
    );
    assert.notEqual(DOCUMENT_KIND_ROWS.acceptanceNotice.notFor?.(report), undefined);
  });

  it('says months as people do', () => {
    const said = (...months: string[]) => monthsInWords(months.map(payMonth));
    assert.equal(said('2026-07', '2026-08', '2026-10'), '2026年7月至8月、2026年10月');
    assert.equal(said('2026-01', '2025-12'), '2025年12月至2026年1月');
    assert.equal(said('2026-03', '2026-03'), '2026年3月');
  });
});
