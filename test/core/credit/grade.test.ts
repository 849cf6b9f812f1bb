import assert from 'node:assert/strict';
import type { CreditEntry, CreditEntryKind, GradeGround } from '../../../server/core/credit/entry.ts';
import { entryKey, GRADE_GROUNDS } from '../../../server/core/credit/entry.ts';
import type { CriterionId, CriterionState } from '../../../server/core/credit/grade.ts';
import { changedSince, CRITERIA, GRADE_CITATION, gradeOfYear } from '../../../server/core/credit/grade.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { printCitation } from '../../../server/core/law/articles.ts';

let serial = 0;
/** One fact: `matter` is the case it belongs to. */
function fact(kind: CreditEntryKind, on: string, matter = `case-${(serial += 1)}`): CreditEntry {
  const record = { kind: 'case', id: matter } as const;
  return { companyId: 'c', kind, on: plainDate(on), areaCode: '532601', record, matter };
}
const EVERYTHING = new Set<GradeGround>(GRADE_GROUNDS);
const CONNECTED = new Set<GradeGround>(['finding', 'handled', 'orderRefused']);

interface Example {
  title: string;
  entries?: readonly CreditEntry[];
  day?: string;
  known?: ReadonlySet<GradeGround>;
  isOnRecord?: boolean;
  gives: 'A' | 'B' | 'C' | undefined;
  states?: Partial<Record<CriterionId, CriterionState>>;
}
const clean = (): CreditEntry => fact('inspectionClean', '2025-05-06');

const EXAMPLES: readonly Example[] = [
  {
    title: 'inspected, nothing found, not handled',
    entries: [clean()],
    gives: 'A',
    states: { complied: 'met' },
  },
  {
    title: 'never inspected and not handled: proposed, and said to be unknown',
    gives: 'A',
    states: { complied: 'noData' },
  },
  {
    title: 'nobody knew it that year',
    isOnRecord: false,
    gives: undefined,
    states: { notHandled: 'noData' },
  },
  {
    title: 'records of handling not connected',
    known: new Set(),
    gives: undefined,
    states: { handled: 'noData' },
  },
  {
    title: 'something was found and no order came of it: for the head',
    entries: [fact('inspectionFinding', '2025-06-01')],
    gives: undefined,
    states: { complied: 'notMet', notHandled: 'met' },
  },
  {
    title: 'a case alone is no 查处',
    entries: [fact('caseFiled', '2025-03-01'), fact('caseClosed', '2025-04-01')],
    gives: 'A',
  },
  {
    title: 'one order',
    entries: [fact('orderServed', '2025-03-01')],
    gives: 'B',
    states: { handledOften: 'notMet' },
  },
  {
    title: 'two orders and a penalty in one case are one 查处',
    entries: [
      fact('orderServed', '2025-03-01', 'one'),
      fact('orderServed', '2025-04-01', 'one'),
      fact('penaltyMade', '2025-05-01', 'one'),
    ],
    gives: 'B',
    states: { handled: 'met', handledOften: 'notMet' },
  },
  {
    title: 'orders in two cases: one short of three',
    entries: [fact('orderServed', '2025-03-01'), fact('decisionMade', '2025-04-01')],
    gives: 'B',
    states: { handledOften: 'notMet' },
  },
  {
    title: 'orders in three cases',
    entries: [
      fact('orderServed', '2025-03-01'),
      fact('decisionMade', '2025-04-01'),
      fact('penaltyMade', '2025-12-31'),
    ],
    gives: 'C',
    states: { handledOften: 'met' },
  },
  {
    title: 'the third one on New Year’s Day belongs to the next year',
    entries: [
      fact('orderServed', '2025-03-01'),
      fact('decisionMade', '2025-04-01'),
      fact('penaltyMade', '2026-01-01'),
    ],
    gives: 'B',
    states: { handledOften: 'notMet' },
  },
  {
    title: 'an order of the year before says nothing',
    entries: [fact('orderServed', '2024-12-31'), clean()],
    gives: 'A',
  },
  {
    title: 'as of a day before the third order',
    entries: [
      fact('orderServed', '2025-03-01'),
      fact('decisionMade', '2025-04-01'),
      fact('penaltyMade', '2025-09-01'),
    ],
    day: '2025-08-31',
    gives: 'B',
  },
  {
    title: 'an order whose day was missed',
    entries: [fact('orderServed', '2025-03-01', 'x'), fact('orderMissed', '2025-03-20', 'x')],
    gives: 'C',
    states: { orderRefused: 'met', handledOften: 'notMet' },
  },
  ...(['incident', 'childOrForced', 'obstruction'] as const).map((kind) => ({
    title: `${kind} alone is enough`,
    entries: [fact(kind, '2025-02-02')],
    gives: 'C' as const,
    states: { [kind]: 'met' as const },
  })),
  {
    title: 'criminal liability',
    entries: [fact('convicted', '2025-02-02')],
    gives: 'C',
    states: { crime: 'met' },
  },
  {
    title: 'a transfer to the police is a suspicion and no liability',
    entries: [fact('transferred', '2025-02-02')],
    gives: 'A',
    states: { crime: 'notMet' },
  },
  {
    title: 'what no connected source would tell stays unknown',
    known: CONNECTED,
    gives: 'A',
    states: { incident: 'noData', childOrForced: 'noData', orderRefused: 'notMet' },
  },
];

describe('the yearly grade of a company (CRD-1)', () => {
  for (const {
    title,
    entries = [],
    day,
    known = EVERYTHING,
    isOnRecord = true,
    gives,
    states = {},
  } of EXAMPLES)
    it(title, () => {
      const on = plainDate(day ?? '2026-03-01');
      const grade = gradeOfYear({ year: 2025, day: on, entries, known, isOnRecord });
      assert.equal(grade.proposed, gives);
      for (const [id, state] of Object.entries(states))
        assert.equal(grade.criteria.find((one) => one.id === id)?.state, state, id);
      assert.deepEqual(new Set(grade.criteria.map(({ id }) => id)), new Set(Object.keys(CRITERIA)));
    });

  it('names the facts behind every condition', () => {
    const [order, clear] = [fact('orderServed', '2025-03-01'), clean()];
    const input = { year: 2025, day: plainDate('2026-01-01'), known: EVERYTHING, isOnRecord: true };
    const { criteria } = gradeOfYear({ ...input, entries: [order, clear] });
    assert.deepEqual(criteria.find(({ id }) => id === 'handled')?.facts, [order]);
    assert.deepEqual(criteria.find(({ id }) => id === 'complied')?.facts, [clear]);
  });

  it('prints the measures without article numbers that nobody has read', () => {
    for (const id of Object.values(GRADE_CITATION)) {
      assert.match(printCitation(id, 'zh'), /人社部规〔2016〕1号/);
      assert.doesNotMatch(printCitation(id, 'zh'), /第[一二三四五六七八九十]+条/);
    }
  });

  it('shows what came to light, and what was taken back, since the facts were frozen', () => {
    const [kept, revoked, late] = [
      fact('orderServed', '2025-03-01'),
      fact('penaltyMade', '2025-04-01'),
      fact('incident', '2025-05-01'),
    ];
    assert.deepEqual(changedSince([kept, revoked], [{ ...kept }, late], entryKey), {
      added: [late],
      gone: [revoked],
    });
  });
});
