import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { WorkbookFault, readSheet } from '../../server/platform/workbooks/index.ts';
import { sampleZip } from '../features/files/sample-zip.ts';
import {
  COLUMNS,
  GOOD_ROW,
  HEADING,
  cellXml,
  rawWorkbook,
  rowXml,
  sheetOf,
  workbookParts,
} from './workbooks-sample.ts';

const MB = 1024 * 1024;
const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const good = sheetOf(GOOD_ROW);
const zeros = (bytes: number) => Buffer.alloc(bytes, ' ');
const rows = (count: number, xml: (row: number) => string) =>
  Array.from({ length: count }, (_, at) => xml(at + 2)).join('');

const ZOO: [what: string, code: string, bytes: () => Buffer][] = [
  ['an empty file', 'broken', () => Buffer.alloc(0)],
  ['a workbook cut in half', 'broken', () => good.subarray(0, good.length / 2)],
  ['a workbook without its last bytes', 'broken', () => good.subarray(0, good.length - 30)],
  ['a workbook with a damaged sheet', 'broken', () => damaged()],
  ['an .xls of the old kind', 'oldExcel', () => Buffer.concat([OLE2, zeros(4_096)])],
  [
    'a workbook with a password',
    'encrypted',
    () => Buffer.concat([OLE2, zeros(2_048), Buffer.from('EncryptedPackage', 'utf16le'), zeros(2_048)]),
  ],
  ['a text file with another name', 'notWorkbook', () => Buffer.from('姓名,身份证号\n张三,1\n')],
  ['a page with another name', 'notWorkbook', () => Buffer.from('<html><table><tr><td>姓名')],
  ['a Word document', 'notWorkbook', () => sampleZip([{ name: '[Content_Types].xml', content: '<Types/>' }])],
  [
    'a workbook with macros',
    'macros',
    () => sampleZip([...workbookParts(rowXml(1, HEADING)), { name: 'xl/vbaProject.bin', content: 'x' }]),
  ],
  ['a bomb of 30 MB of blanks', 'bomb', () => sampleZip(workbookParts('', { content: zeros(30 * MB) }))],
  [
    'a bomb that says it holds 1 GB',
    'bomb',
    () => sampleZip(workbookParts('', { content: zeros(MB), claims: { uncompressedSize: 1024 * MB } })),
  ],
  [
    'a bomb that says it is small',
    'bomb',
    () =>
      sampleZip(
        workbookParts('', {
          content: `<worksheet><sheetData>${' '.repeat(30 * MB)}`,
          claims: { uncompressedSize: 900 },
        }),
      ),
  ],
  [
    'a bomb of shared strings that lie about their size',
    'bomb',
    () => withStrings({ content: `<sst><si><t>${'a'.repeat(30 * MB)}`, claims: { uncompressedSize: 900 } }),
  ],
  [
    'more shared strings than can be held',
    'tooHeavy',
    () => withStrings({ content: randomBytes(MB), claims: { uncompressedSize: 30 * MB } }),
  ],
  [
    'a thousand entries',
    'bomb',
    () => sampleZip(Array.from({ length: 1_000 }, (_, at) => ({ name: `xl/${at}.xml`, content: 'x' }))),
  ],
  [
    'entries that share their bytes',
    'irregular',
    () => sampleZip([...workbookParts(''), { name: 'xl/again.xml', content: 'x', offset: 0 }]),
  ],
  [
    'two parts of one name',
    'irregular',
    () => sampleZip([...workbookParts(''), { name: 'XL/Workbook.xml', content: '<workbook/>' }]),
  ],
  [
    'a path that leads out',
    'broken',
    () => sampleZip([...workbookParts(''), { name: '../../etc/x', content: 'x' }]),
  ],
  [
    'encrypted entries',
    'encrypted',
    () => sampleZip(workbookParts(rowXml(1, HEADING), { claims: { flags: 1 } })),
  ],
  [
    '300 rows of formulas',
    'formulas',
    () => rawWorkbook(rowXml(1, HEADING) + rows(300, (row) => rowXml(row, formulaRow()))),
  ],
  [
    '101 rows where 100 are allowed',
    'tooManyRows',
    () => sheetOf(...Array.from({ length: 101 }, () => GOOD_ROW)),
  ],
  [
    '300,000 rows without content',
    'tooManyRows',
    () => rawWorkbook(rowXml(1, HEADING) + rows(300_000, (row) => `<row r="${row}"/>`)),
  ],
  [
    '10,001 columns',
    'tooManyColumns',
    () =>
      rawWorkbook(
        rowXml(1, HEADING) +
          rowXml(
            2,
            Array.from({ length: 10_001 }, () => 'x'),
          ),
      ),
  ],
  [
    'a column beyond the last one',
    'broken',
    () => rawWorkbook(rowXml(1, HEADING) + `<row r="2">${cellXml(2, 20_000, 'x')}</row>`),
  ],
  [
    '120,000 cells in one row',
    'tooManyColumns',
    () =>
      rawWorkbook(
        `<row r="1">${Array.from({ length: 120_000 }, (_, at) => `<c r="A1"><v>${at}</v></c>`).join('')}</row>`,
      ),
  ],
  ['no heading at all', 'noHeadings', () => rawWorkbook(rowXml(1, ['甲', '乙']) + rowXml(2, ['丙', '丁']))],
  ['a heading twice', 'headingTwice', () => rawWorkbook(rowXml(1, [...HEADING, '姓名']))],
  ['a heading and nothing below', 'empty', () => sheetOf()],
  ['25 MB', 'tooBig', () => zeros(25 * MB)],
];

function formulaRow(): string[] {
  return GOOD_ROW.map((value) => `<f>A1</f><v>${typeof value === 'number' ? value : 1}</v>`);
}

function damaged(): Buffer {
  const bytes = Buffer.from(sheetOf(...Array.from({ length: 90 }, (_, at) => [...GOOD_ROW.slice(0, 7), at])));
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 200;
  bytes.fill(0xff, at, at + 60);
  return bytes;
}

function withStrings(entry: { content: Buffer | string; claims?: { uncompressedSize: number } }): Buffer {
  const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = workbookParts(rowXml(1, HEADING)).map((part) =>
    part.name === 'xl/_rels/workbook.xml.rels'
      ? {
          ...part,
          content: String(part.content).replace(
            '</Relationships>',
            `<Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
          ),
        }
      : part,
  );
  return sampleZip([...parts, { name: 'xl/sharedStrings.xml', ...entry }]);
}

describe('a hostile or broken workbook is refused in its own words', function () {
  this.timeout(60_000);
  before(() => readSheet(good, COLUMNS, { maxRows: 10 })); // the thread is there before time is taken

  for (const [what, code, make] of ZOO)
    it(`${what}: ${code}`, async () => {
      const bytes = make();
      const before = process.memoryUsage.rss();
      const spent = process.cpuUsage();
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
      try {
        await assert.rejects(readSheet(bytes, COLUMNS, { maxRows: 100 }), (error) => {
          assert.ok(error instanceof WorkbookFault, String(error));
          assert.equal(error.code, code);
          assert.ok(error.zh.length > 5 && error.en.length > 10);
          assert.doesNotMatch(error.zh + error.en, /[{}]/);
          return true;
        });
      } finally {
        clearInterval(watch);
      }
      const { user, system } = process.cpuUsage(spent);
      assert.ok(user + system < 2_000_000, `took ${(user + system) / 1000} ms of the processor`);
      assert.ok(most - before < 100 * MB, `grew by ${(most - before) / MB} MB`);
    });

  it('every refusal has words of its own', () => {
    const words = new Set(ZOO.map(([, code]) => new WorkbookFault(code as 'broken').zh)); // codes of the table above
    assert.equal(words.size, new Set(ZOO.map(([, code]) => code)).size);
  });
});
