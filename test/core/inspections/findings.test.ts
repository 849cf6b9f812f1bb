import assert from 'node:assert/strict';
import type { ChecklistAnswer, ChecklistLine } from '../../../server/core/contract/inspections.ts';
import { CHECKLIST_ITEMS } from '../../../server/core/contract/safeguards.ts';
import { periodCitation } from '../../../server/core/law/periods.ts';
import { FINDING } from '../../../server/core/inspections/finding-table.ts';
import {
  areTwoInspectors,
  findingsOf,
  resultOf,
  roundedDegrees,
} from '../../../server/core/inspections/site-checklist.ts';
import { openActions } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';

const lines = (...answers: ChecklistAnswer[]): ChecklistLine[] =>
  CHECKLIST_ITEMS.map((item, at) => ({ item, answer: answers[at] ?? 'OK', fileIds: [] }));

describe('a visit with the seven items', () => {
  it('has to be put right with one item not in order; what was not seen is nobody’s fault', () => {
    assert.equal(resultOf(lines()), 'CLEAN');
    assert.equal(resultOf(lines('NOT_SEEN')), 'CLEAN');
    assert.equal(resultOf(lines('NOT_SEEN', 'NOT_OK')), 'TO_RECTIFY');
  });

  it('is one sentence in the log that names what is wrong and what was not seen', () => {
    assert.equal(
      findingsOf(lines('NOT_OK', 'NOT_SEEN', 'NOT_OK'), '已当场告知。'),
      '七项检查：符合 4 项，不符合 2 项（劳动合同、实名制登记），未查看 1 项（工资支付）。已当场告知。',
    );
    assert.equal(findingsOf(lines(), ''), '七项检查：符合 7 项，不符合 0 项。');
  });

  it('is made by two, each named once', () => {
    assert.equal(areTwoInspectors(['李明清', '陶小兰']), true);
    assert.equal(areTwoInspectors(['李明清', ' 李明清 ']), false);
    assert.equal(areTwoInspectors(['李明清', ' ']), false);
  });

  it('keeps the place to about a hundred metres', () => {
    assert.equal(roundedDegrees(23.369_871_3), 23.37);
    assert.equal(roundedDegrees(-104.244_4), -104.244);
  });
});

describe('a finding', () => {
  const today = plainDate('2026-11-22');
  const may = (state: string, role: string): string[] =>
    openActions(FINDING.flow, state, [role], today).sort();

  const table: [state: string, inspector: string[], head: string[], company: string[]][] = [
    ['toRectify', ['fixed', 'notFixed'], ['withdraw'], ['answer']],
    ['answered', ['fixed', 'notFixed'], ['withdraw'], []],
    ['notFixed', ['again', 'fixed', 'openCase'], [], []],
    ['fixed', [], [], []],
    ['handedOver', [], [], []],
    ['withdrawn', [], [], []],
  ];
  for (const [state, inspector, head, company] of table)
    it(`in "${FINDING.states[state]?.zh}" is moved by nobody else than the table says`, () => {
      assert.deepEqual(
        [may(state, 'inspector'), may(state, 'head'), may(state, 'company')],
        [inspector, head, company],
      );
    });

  it('runs a day the inspectors named, under no article on unpaid wages: most findings are about something else', () => {
    const started = Object.values(FINDING.flow)
      .flatMap((open) => Object.values(open))
      .flatMap((edge) => edge?.starts ?? []);
    assert.deepEqual([...new Set(started)], ['findingRectification']);
    assert.equal(periodCitation('findingRectification'), null);
    assert.notEqual(periodCitation('rectification'), null);
  });
});
