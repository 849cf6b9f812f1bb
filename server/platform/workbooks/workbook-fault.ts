import type { SheetColumn } from '../../core/contract/sheet-checks.ts';

type Text = readonly [zh: string, en: string];

/** Why a workbook is not read at all, in words its sender can act on. */
const FAULTS = {
  notWorkbook: [
    '这不是 Excel 工作簿（.xlsx），只是改了扩展名；请用表格软件另存为 .xlsx 后再上传',
    'This is no Excel workbook (.xlsx) whatever its name says; save it as .xlsx and upload it again',
  ],
  oldExcel: [
    '这是旧版 Excel 文件（.xls），读不了；请用表格软件打开，另存为 .xlsx 后再上传',
    'This is a workbook of the old kind (.xls) and is not read; open it, save it as .xlsx and upload that',
  ],
  encrypted: [
    '工作簿设有打开密码，读不了；请在表格软件中去掉打开密码，保存后再上传',
    'The workbook opens with a password only and is not read; remove the password, save and upload again',
  ],
  macros: [
    '工作簿含有宏；请另存为不含宏的 .xlsx',
    'The workbook holds macros; save it as .xlsx without them',
  ],
  broken: [
    '文件不完整或已损坏；请重新保存并上传',
    'The file is cut short or broken; save it anew and upload it again',
  ],
  bomb: [
    '文件展开后过大，像是压缩炸弹，未读取',
    'The file would grow far too large when unpacked; it was not read',
  ],
  irregular: [
    '压缩包结构异常，未读取；请用表格软件重新另存',
    'The file is packed in an irregular way and was not read; save it anew in a spreadsheet program',
  ],
  tooBig: ['文件超过 {limit} MB；请分开上传', 'The file is over {limit} MB; send it in parts'],
  noSheet: ['工作簿中没有可读的工作表', 'The workbook has no sheet that can be read'],
  noHeadings: [
    '没有找到表头；缺少的列：{names}。请使用下载的模板，或把列名改成模板中的名称',
    'The headings were not found; missing columns: {namesEn}. Use the template or its headings',
  ],
  headingTwice: ['“{names}”这一列出现了两次', 'The column “{namesEn}” is there twice'],
  tooManyRows: ['超过 {limit} 行；请分成几份上传', 'There are more than {limit} rows; send them in parts'],
  tooManyColumns: [
    '超过 {limit} 列；请删去多余的列',
    'There are more than {limit} columns; remove those that are not needed',
  ],
  formulas: [
    '表内有 {count} 个公式单元格（第一个在 {cell}）；请全选复制，再“粘贴为数值”后上传',
    'The sheet holds {count} formula cells (the first is {cell}); copy all, paste as values, and upload again',
  ],
  empty: ['表头下面没有数据', 'There is nothing below the headings'],
  tooHeavy: [
    '工作簿过于复杂，读取时超出时间或内存上限；请只保留要上传的工作表',
    'The workbook is too complex to be read within limits; keep only the sheet to upload',
  ],
} as const satisfies Record<string, Text>;

export type WorkbookFaultCode = keyof typeof FAULTS;
export type FaultDetails = Readonly<Record<string, string | number>>;

export class WorkbookFault extends Error {
  readonly code: WorkbookFaultCode;
  readonly details: FaultDetails;
  readonly zh: string;
  readonly en: string;

  constructor(code: WorkbookFaultCode, details: FaultDetails = {}) {
    super(`workbook: ${code}`);
    this.name = 'WorkbookFault';
    this.code = code;
    this.details = details;
    this.zh = fill(FAULTS[code][0], details);
    this.en = fill(FAULTS[code][1], details);
  }
}

export const isFaultCode = (code: string): code is WorkbookFaultCode => Object.hasOwn(FAULTS, code);

/** Names of columns in both languages, for the faults that list some. */
export const columnNames = (columns: readonly SheetColumn[]): FaultDetails => ({
  names: columns.map(({ zh }) => zh).join('、'),
  namesEn: columns.map(({ en }) => en).join(', '),
});

const fill = (text: string, details: FaultDetails): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => String(details[name] ?? ''));
