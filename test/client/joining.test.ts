import assert from 'node:assert/strict';
import {
  joinBody,
  joinFault,
  type JoinAnswers,
  type JoinStep,
} from '../../client/src/features/group-claims/join-steps.ts';
import { plainDate, type PayMonth } from '../../server/core/kit/plain-date.ts';

const today = plainDate('2026-11-22');
const month = '2026-10' as PayMonth; // a month, written as one
const said: JoinAnswers = { name: '田自来', citizenId: '', payMonths: [month], owed: '6500' };

describe('what a colleague answers before he joins', () => {
  const table: [JoinStep, Partial<JoinAnswers>, string | null][] = [
    ['name', { name: ' ' }, 'nameMissing'],
    ['name', {}, null],
    ['citizen', {}, null],
    ['citizen', { citizenId: '110105 19491231 002x' }, null],
    ['citizen', { citizenId: '110105194912310021' }, 'citizenWrong'],
    ['months', { payMonths: [] }, 'monthsMissing'],
    ['money', { owed: '' }, 'moneyMissing'],
    ['money', { owed: '0' }, 'moneyMissing'],
    ['money', { owed: '6500.' }, null],
    ['consent', {}, null],
  ];
  for (const [step, over, fault] of table) {
    it(`${step} ${JSON.stringify(over)}: ${fault ?? 'nothing is wrong'}`, () => {
      assert.equal(joinFault(step, { ...said, ...over }, today), fault);
    });
  }

  it('is sent in fen and with a tidy number, and not before both questions of consent are answered', () => {
    assert.equal(joinBody('t', { ...said, consents: true }), null);
    assert.deepEqual(
      joinBody('t', { ...said, citizenId: ' 11010519491231002x', consents: true, shown: false }),
      {
        ...{ token: 't', name: '田自来', payMonths: [month], owedFen: 650_000 },
        ...{ citizenId: '11010519491231002X', consents: true, shownToRepresentative: false },
      },
    );
  });
});
