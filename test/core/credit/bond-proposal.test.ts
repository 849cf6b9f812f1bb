import assert from 'node:assert/strict';
import type { BondFactsOfCompany, BondLine, BondRule } from '../../../server/core/credit/bond-proposal.ts';
import { bondProposal } from '../../../server/core/credit/bond-proposal.ts';
import type { CreditEntry, CreditEntryKind } from '../../../server/core/credit/entry.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';

const entry = (kind: CreditEntryKind, on: string, endedOn?: string): CreditEntry => ({
  ...{ companyId: 'c', kind, on: plainDate(on), areaCode: '532601', record: { kind: 'case', id: on } },
  ...(endedOn === undefined ? {} : { endedOn: plainDate(endedOn) }),
});
const found = (on: string, endedOn?: string) => ({
  entry: entry('caseFiled', on, endedOn),
  standing: 'found' as const,
});
const open = (on: string) => ({ entry: entry('caseFiled', on), standing: 'open' as const });

const DAY = plainDate('2026-11-22');
const USUAL: BondFactsOfCompany = {
  ...{ day: DAY, knownSince: plainDate('2020-01-01'), projects: 1, arrears: [], entries: [] },
  ...{ knowsListings: true, area: { cutClean: 5000, raiseArrears: 5000, raiseListed: 10_000 } },
};

interface Example {
  title: string;
  has: Partial<BondFactsOfCompany>;
  effect: ReturnType<typeof bondProposal>['effect'];
  lines?: Partial<Record<BondRule, Partial<BondLine>>>;
}
const EXAMPLES: readonly Example[] = [
  {
    title: 'three years without arrears and nothing wrong with the account: exempt',
    has: {},
    effect: 'exempt',
  },
  {
    title: 'known for three years to the day',
    has: { knownSince: plainDate('2023-11-22') },
    effect: 'exempt',
    lines: { exempt: { state: 'met' } },
  },
  {
    title: 'known for a day less than three years: lower only',
    has: { knownSince: plainDate('2023-11-23') },
    effect: 'lower',
    lines: { exempt: { state: 'noData' }, cut: { state: 'met', basisPoints: 5000 } },
  },
  {
    title: 'an account warning within three years keeps it from being exempt',
    has: { entries: [entry('accountAlert', '2024-05-05', '2024-06-01')] },
    effect: 'lower',
    lines: { exempt: { state: 'notMet' }, cut: { state: 'met' } },
  },
  {
    title: 'known for a year: nothing can be said',
    has: { knownSince: plainDate('2025-11-22') },
    effect: 'unclear',
  },
  { title: 'not known here at all', has: { knownSince: undefined as never }, effect: 'unclear' },
  {
    title: 'arrears that ended within two years: raised',
    has: { arrears: [found('2024-06-01', '2024-11-23')] },
    effect: 'raise',
    lines: { arrears: { state: 'met', basisPoints: 5000 } },
  },
  {
    title: 'arrears that ended two years ago to the day: no longer raised, and lower again',
    has: { arrears: [found('2024-06-01', '2024-11-22')] },
    effect: 'lower',
    lines: { arrears: { state: 'notMet' }, exempt: { state: 'notMet' } },
  },
  {
    title: 'a case nobody has finished looking into: unclear',
    has: { arrears: [open('2026-10-01')] },
    effect: 'unclear',
    lines: { arrears: { state: 'noData' } },
  },
  {
    title: 'on the dishonesty list',
    has: { entries: [entry('listed', '2025-01-01')] },
    effect: 'raise',
    lines: { listed: { state: 'met', basisPoints: 10_000 } },
  },
  {
    title: 'off the list since today',
    has: { entries: [entry('listed', '2025-01-01', '2026-11-22')] },
    effect: 'exempt',
    lines: { listed: { state: 'notMet' } },
  },
  {
    title: 'nobody here knows of listings: not known, and nobody is called listed',
    has: { knowsListings: false },
    effect: 'exempt',
    lines: { listed: { state: 'noData' } },
  },
  {
    title: 'several works, no clean years',
    has: { projects: 2, arrears: [found('2024-01-01', '2024-05-01')], knownSince: plainDate('2023-12-01') },
    effect: 'lower',
    lines: { several: { state: 'met', isNotSet: true } },
  },
];

describe('what the record of a contractor says about its bond', () => {
  for (const { title, has, effect, lines = {} } of EXAMPLES)
    it(title, () => {
      const proposal = bondProposal({ ...USUAL, ...has });
      assert.equal(proposal.effect, effect);
      for (const [rule, expected] of Object.entries(lines)) {
        const line = proposal.lines.find((one) => one.rule === rule);
        for (const [key, value] of Object.entries(expected))
          assert.equal(line?.[key as keyof BondLine], value, `${rule}.${key}`);
      }
    });

  it('where the area has set nothing it says so, and no number stands in its place', () => {
    const { lines } = bondProposal({ ...USUAL, area: {} });
    for (const rule of ['listed', 'arrears', 'cut', 'several', 'small'] as const) {
      const line = lines.find((one) => one.rule === rule);
      assert.equal(line?.isNotSet, true, rule);
      assert.equal(line.basisPoints ?? line.fen, undefined, rule);
    }
  });
});
