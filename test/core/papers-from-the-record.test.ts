import assert from 'node:assert/strict';
import { pagesFrom } from '../../server/core/archive/sections.ts';
import { fillDocument } from '../../server/core/documents/fill-document.ts';
import { DOCUMENT_KIND_ROWS } from '../../server/core/documents/kinds.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { SOURCE } from '../features/documents/golden-source.ts';

const valuesOf = (kind: 'interviewRecord' | 'arrearsStatement', more: object): Record<string, string> =>
  Object.fromEntries(
    fillDocument(DOCUMENT_KIND_ROWS[kind], { ...SOURCE, ...more }, {}).fields.map((one) => [
      one.name,
      one.value,
    ]),
  );

describe('papers that are filled from what the case has already', () => {
  it('the record of an interview says who asked whom, when and where, as it was signed', () => {
    const interview = {
      ...{ personName: '李四', personRole: '木工', place: '工地', on: '2026-03-02', times: '09:00至10:30' },
      ...{ inspectors: ['王队员', '赵队员'], words: '问：发了吗？\n答：没有。' },
    };
    const said = valuesOf('interviewRecord', { interview });
    assert.deepEqual(
      [said['被询问人'], said['询问日期'], said['询问起止时间'], said['承办人'], said['询问内容']],
      ['李四', '2026年3月2日', '09:00至10:30', '王队员、赵队员', '问：发了吗？\n答：没有。'],
    );
  });

  it('the statement of arrears names the sheet it stands on, and asks where there is none', () => {
    const sheet = { revision: 2, builtOn: plainDate('2026-03-01') };
    assert.match(valuesOf('arrearsStatement', { sheet })['测算依据'] ?? '', /^2026年3月1日按考勤.*第2版）$/u);
    assert.equal(valuesOf('arrearsStatement', {})['测算依据'], '');
  });
});

describe('pages of a case file', () => {
  it('each paper begins on the page after the one before it', () => {
    const pages = (...counts: number[]) =>
      pagesFrom(
        counts.map((count) => ({ pages: count })),
        3,
      ).map(({ fromPage, toPage }) => [fromPage, toPage]);
    assert.deepEqual(pages(1, 4, 2), [
      [3, 3],
      [4, 7],
      [8, 9],
    ]);
    assert.deepEqual(pages(), []);
  });
});
