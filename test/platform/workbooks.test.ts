import assert from 'node:assert/strict';
import { readXlsx } from 'hucre/xlsx';
import { markSheet, readSheet, writeTemplate } from '../../server/platform/workbooks/index.ts';
import type { SheetRow } from '../../server/platform/workbooks/index.ts';
import { COLUMNS, GOOD_ROW, HEADING, cellXml, rawWorkbook, rowXml, sheetOf } from './workbooks-sample.ts';

type Cell = string | number | null;
const read = (bytes: Uint8Array) => readSheet(bytes, COLUMNS, { maxRows: 100 });
const replaced = (key: string, value: Cell): Cell[] =>
  GOOD_ROW.map((cell, at) => (COLUMNS[at]?.key === key ? value : cell));

describe('reading a workbook', function () {
  this.timeout(20_000);

  it('gives amounts in fen, quantities in hundredths, days, months and the value of a choice', async () => {
    const { rows, problems } = await read(sheetOf(GOOD_ROW));
    assert.deepEqual(problems, []);
    assert.deepEqual(rows, [
      {
        row: 2,
        cells: {
          name: '张三',
          citizenId: '511102199001011234',
          workType: 'carpenter',
          days: 2150,
          netFen: 520000,
          enteredOn: '2026-10-08',
          month: '2026-10',
          age: 36,
        },
      },
    ]);
  });

  const understood: [column: string, written: Cell, value: Cell][] = [
    ['netFen', '¥12,345.60元', 1234560],
    ['netFen', '１２３．４５', 12345],
    ['netFen', 1.1, 110],
    ['netFen', 0.30000000000000004, 30],
    ['netFen', 4503599627370.5, 450359962737050],
    ['netFen', '5200.000', 520000],
    ['netFen', '-12.5', -1250],
    ['days', '21.5', 2150],
    ['enteredOn', '2026年10月8日', '2026-10-08'],
    ['enteredOn', '2026/1/5', '2026-01-05'],
    ['enteredOn', 20261008, '2026-10-08'],
    ['month', '2026年3月', '2026-03'],
    ['month', 202603, '2026-03'],
    ['citizenId', ' 51110219900101123x', '51110219900101123X'],
    ['workType', 'Rebar worker', 'rebar'],
    ['name', '  阿依古丽·买买提 ', '阿依古丽·买买提'],
    ['age', '1,234', 1234],
  ];
  for (const [column, written, value] of understood)
    it(`${column}: ${String(written)} is read as ${String(value)}`, async () => {
      const { rows, problems } = await read(sheetOf(replaced(column, written)));
      assert.deepEqual(problems, []);
      assert.equal(rows[0]?.cells[column], value);
    });

  const refused: [column: string, written: Cell, rule: string][] = [
    ['citizenId', 511102199001011234, 'cell.longNumber'],
    ['netFen', '五千二', 'cell.amount'],
    ['netFen', 5200.123, 'cell.decimals'],
    ['netFen', '5200.005元', 'cell.decimals'],
    ['netFen', '1e3', 'cell.amount'],
    ['netFen', '90071992547409.93', 'cell.amount'],
    ['netFen', '#DIV/0!', 'cell.error'],
    ['netFen', null, 'cell.required'],
    ['days', '二十一', 'cell.quantity'],
    ['enteredOn', '2026-02-30', 'cell.day'],
    ['enteredOn', '0026-02-03', 'cell.day'],
    ['month', '2026-13', 'cell.month'],
    ['workType', '厨师', 'cell.choice'],
    ['age', '三十', 'cell.number'],
    ['name', '长'.repeat(501), 'cell.tooLong'],
    ['netFen', '<f>A1*2</f><v>5200</v>', 'cell.formula'],
  ];
  for (const [column, written, rule] of refused)
    it(`${column}: ${String(written).slice(0, 30)} is a problem of that cell alone (${rule})`, async () => {
      const { rows, problems } = await read(sheetOf(GOOD_ROW, replaced(column, written), GOOD_ROW));
      assert.deepEqual(
        problems.map((one) => [one.row, one.column, one.rule, one.level]),
        [[3, column, rule, 'block']],
      );
      assert.match(problems[0]?.zh ?? '', new RegExp(COLUMNS.find(({ key }) => key === column)?.zh ?? '-'));
      assert.equal(rows[1]?.cells[column], null);
      assert.deepEqual(
        rows.map(({ row }) => row),
        [2, 3, 4],
      );
      assert.deepEqual(rows[2]?.cells, rows[0]?.cells);
    });

  it('finds headings by another name, in another order and below a title, and names what it did not read', async () => {
    const rows = [
      ['某某项目 2026 年 10 月工资表'],
      ['序号', '身 份 证 号', '姓名*', '实发数', '班组长意见'],
      [1, '511102199001011234', '张三', 5200, '同意'],
      ['合计', null, null, 5200],
    ];
    const { rows: found, problems } = await read(
      rawWorkbook(rows.map((values, at) => rowXml(at + 3, values)).join('')),
    );
    assert.deepEqual(
      found.map(({ row, cells }) => [row, cells['name'], cells['netFen']]),
      [[5, '张三', 520000]],
    );
    assert.deepEqual(
      problems.map(({ row, rule, level }) => [row, rule, level]),
      [
        [4, 'heading.unknown', 'notice'],
        [4, 'heading.unknown', 'notice'],
        [6, 'row.total', 'notice'],
      ],
    );
  });

  it('skips blank rows that only carry a format and loses none behind them', async () => {
    const blank = Array.from({ length: 1_500 }, (_, at) => rowXml(at + 3, [null, null, null])).join('');
    const { rows } = await read(
      rawWorkbook(rowXml(1, HEADING) + rowXml(2, GOOD_ROW) + blank + rowXml(1_503, GOOD_ROW)),
    );
    assert.deepEqual(
      rows.map(({ row }) => row),
      [2, 1_503],
    );
  });

  it('keeps Chinese text whole wherever the file was cut into chunks', async () => {
    const names = Array.from({ length: 5_000 }, (_, at) => `欧阳${'锋'.repeat(at % 7)}${at}`);
    const rows = names.map((name, at) => rowXml(at + 2, ['', '', '', '', '', '', '', '', name]));
    const columns = [
      ...COLUMNS.map(({ required: _, ...column }) => column),
      { key: 'note', zh: '备注', en: 'Note', kind: 'text' as const },
    ];
    const bytes = rawWorkbook(rowXml(1, [...HEADING, '备注']) + rows.join(''));
    const { rows: found } = await readSheet(bytes, columns, { maxRows: 5_000 });
    assert.deepEqual(
      found.map(({ cells }) => cells['note']),
      names,
    );
  });

  it('tells how far it is, and can be told to stop', async () => {
    const bytes = sheetOf(...Array.from({ length: 1_200 }, () => GOOD_ROW));
    const steps: number[][] = [];
    const onProgress = (done: number, total: number): number => steps.push([done, total]);
    await readSheet(bytes, COLUMNS, { maxRows: 2_000, onProgress });
    assert.deepEqual(steps, [
      [500, 1_200],
      [1_000, 1_200],
      [1_200, 1_200],
    ]);
    const stop = new AbortController();
    const stopped = readSheet(bytes, COLUMNS, { maxRows: 2_000, signal: stop.signal });
    stop.abort();
    await assert.rejects(stopped, { code: 'stopped' });
    assert.equal((await read(sheetOf(GOOD_ROW))).rows.length, 1);
  });
});

describe('who wants the rows of a workbook as they are read', function () {
  this.timeout(20_000);
  const sheet = sheetOf(...Array.from({ length: 1_200 }, () => GOOD_ROW));

  it('gets each of them once, in their order and before the reading is over', async () => {
    const seen: SheetRow[] = [];
    let isOver = false;
    const reading = readSheet(sheet, COLUMNS, {
      maxRows: 2_000,
      onRows: (rows) => {
        assert.equal(isOver, false);
        seen.push(...rows);
      },
    });
    const { rows } = await reading.finally(() => (isOver = true));
    assert.equal(rows.length, 1_200);
    assert.ok(rows.every((row, at) => row === seen[at]));
    assert.equal(seen.length, rows.length);
  });

  it('and cannot take them ends this reading with what he threw, and no other', async () => {
    const cannot = (): never => {
      throw new TypeError('no room for rows');
    };
    await assert.rejects(readSheet(sheet, COLUMNS, { maxRows: 2_000, onRows: cannot }), {
      name: 'TypeError',
      message: 'no room for rows',
    });
    assert.equal((await readSheet(sheet, COLUMNS, { maxRows: 2_000 })).rows.length, 1_200);
  });
});

describe('writing a workbook', function () {
  this.timeout(20_000);
  const ROW = {
    name: '=1+1',
    citizenId: '051110219900101123',
    workType: 'rebar',
    days: 2150,
    netFen: 520001,
    enteredOn: '2026-10-08',
    month: '2026-10',
    age: 36,
  };

  it('a template gives back just what was put into it', async () => {
    const bytes = await writeTemplate(COLUMNS, [ROW, { ...ROW, days: null, enteredOn: null }], {
      title: '工资表',
    });
    const { rows, problems } = await read(bytes);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map(({ cells }) => cells),
      [ROW, { ...ROW, days: null, enteredOn: null }],
    );
  });

  it('a template offers choices from a list, keeps its heading in view and explains each column', async () => {
    const bytes = await writeTemplate(COLUMNS, [], { title: '工资表', hints: ['每人一行'] });
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    assert.deepEqual(
      sheets.map(({ name, hidden }) => [name, hidden === true]),
      [
        ['工资表', false],
        ['填写说明', false],
        ['lists', true],
      ],
    );
    assert.deepEqual(sheets[0]?.freezePane, { rows: 1 });
    const [list] = sheets[0]?.dataValidations ?? [];
    assert.deepEqual([list?.type, list?.formula1, list?.range], ['list', 'lists!$A$1:$A$2', 'C2:C10001']);
    assert.deepEqual(sheets[2]?.rows, [['钢筋工'], ['木工']]);
    assert.equal(sheets[1]?.rows.find(([first]) => first === '姓名 / Name')?.[1], '是');
  });

  it('a marked workbook is the same one with faulty cells coloured and the reasons beside them', async () => {
    const bytes = rawWorkbook(
      rowXml(1, HEADING) +
        rowXml(2, GOOD_ROW) +
        `<row r="3">${cellXml(3, 0, '李四')}${cellXml(3, 4, '五千')}</row>`,
    );
    const { problems } = await read(bytes);
    const marked = await markSheet(bytes, COLUMNS, problems);
    const { sheets } = await readXlsx(marked, { readStyles: true });
    const sheet = sheets[0];
    assert.deepEqual(sheet?.rows[1]?.slice(0, 8), GOOD_ROW);
    assert.equal(sheet?.rows[0]?.[8], '问题 / Problems');
    assert.equal(sheet?.rows[2]?.[8], '“身份证号”没有填写；“实发工资（元）”不是金额，请填写数字，如 5200.00');
    const filled = (ref: string) => sheet?.cells?.get(ref)?.style?.fill !== undefined;
    assert.deepEqual(['2,0', '2,1', '2,4', '2,8', '1,4'].map(filled), [false, true, true, true, false]);
    assert.equal(sheet?.rows[2]?.[4], '五千');
  });

  it('gives it back with what concerns the whole sheet in a place of its own, which is no row’s, and can be read again', async () => {
    const notice = { level: 'notice', en: '' } as const;
    const marked = await markSheet(sheetOf(GOOD_ROW), COLUMNS, [
      { ...notice, row: 0, rule: 'minimumWage.notSet', zh: '本地区没有设置最低工资标准' },
      { ...notice, row: 0, rule: 'signature.none', zh: '没有人签字' },
    ]);
    const { sheets } = await readXlsx(marked, { readStyles: true });
    assert.equal(sheets[0]?.rows[0]?.[9], '整张表：本地区没有设置最低工资标准；没有人签字');
    assert.deepEqual(sheets[0]?.rows[1]?.slice(8).filter(Boolean), []);
    assert.deepEqual((await read(marked)).problems, []);
  });
});
