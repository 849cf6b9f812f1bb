import type { SheetColumn } from '../../server/core/contract/sheet-checks.ts';
import { sampleZip } from '../features/files/sample-zip.ts';
import type { SampleEntry } from '../features/files/sample-zip.ts';

/** A small payroll sheet: one column of every kind. */
export const COLUMNS: readonly SheetColumn[] = [
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text', required: true },
  { key: 'citizenId', zh: '身份证号', en: 'Citizen id', kind: 'identity', required: true },
  {
    key: 'workType',
    zh: '工种',
    en: 'Work type',
    kind: 'choice',
    choices: [
      { value: 'rebar', zh: '钢筋工', en: 'Rebar worker' },
      { value: 'carpenter', zh: '木工', en: 'Carpenter' },
    ],
  },
  { key: 'days', zh: '出勤天数', en: 'Days', kind: 'quantity' },
  { key: 'netFen', zh: '实发工资（元）', en: 'Net pay', kind: 'amount', required: true, aliases: ['实发数'] },
  { key: 'enteredOn', zh: '进场日期', en: 'Entered', kind: 'day' },
  { key: 'month', zh: '月份', en: 'Month', kind: 'month' },
  { key: 'age', zh: '年龄', en: 'Age', kind: 'number' },
];

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of a workbook of one sheet around the given rows, as the standard describes them. */
export const workbookParts = (rows: string, sheet: Partial<SampleEntry> = {}): SampleEntry[] => [
  {
    name: '[Content_Types].xml',
    content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    content: `<Relationships><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook ${MAIN} xmlns:r="${REL}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
    ...sheet,
  },
];

/** A workbook with exactly these rows of XML. */
export const rawWorkbook = (rows: string): Buffer => sampleZip(workbookParts(rows));

export const letter = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letter(Math.floor(at / 26) - 1) + letter(at % 26);

/** A cell of XML: text as text, numbers as numbers, anything in `<>` as it stands. */
export const cellXml = (row: number, at: number, value: string | number | null): string => {
  const ref = `${letter(at)}${row}`;
  if (value === null) return `<c r="${ref}" s="1"/>`;
  if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
  if (value.startsWith('<')) return `<c r="${ref}">${value}</c>`;
  return `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
};

export const rowXml = (row: number, values: readonly (string | number | null)[]): string =>
  `<row r="${row}">${values.map((value, at) => cellXml(row, at, value)).join('')}</row>`;

export const HEADING = COLUMNS.map(({ zh }) => zh);

/** A workbook with the heading in row 1 and these rows below. */
export const sheetOf = (...rows: (readonly (string | number | null)[])[]): Buffer =>
  rawWorkbook([HEADING, ...rows].map((values, at) => rowXml(at + 1, values)).join(''));

export const GOOD_ROW = ['张三', '511102199001011234', '木工', 21.5, 5200, '2026-10-08', '2026-10', 36];
