import assert from 'node:assert/strict';
import { ROLE_WORDS } from '../../server/core/contract/roles.ts';
import { isPayrollRule, PAYROLL_RULES, wordFinding } from '../../server/core/pay/payroll-rules.ts';

/** One pair of brackets inside another, as nobody writes Chinese. */
const NESTED = /（[^）]*（/u;

describe('brackets in what is put together', () => {
  it('are not opened a second time by the article a finding of a payroll rests on', () => {
    const texts = Object.keys(PAYROLL_RULES)
      .filter(isPayrollRule)
      .map((rule) => wordFinding({ row: 1, rule }, {}).zh);
    assert.deepEqual(
      texts.filter((text) => NESTED.test(text)),
      [],
    );
    assert.ok(
      texts.some((text) => text.includes('，依据《')),
      'the article is said all the same',
    );
  });

  it('are in no name of a role: names of people are written with their role in brackets', () => {
    const names = Object.values(ROLE_WORDS).flatMap(({ zh, en }) => [zh, en]);
    assert.deepEqual(
      names.filter((name) => /[（(]/u.test(name)),
      [],
    );
  });
});
