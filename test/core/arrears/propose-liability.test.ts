import assert from 'node:assert/strict';
import { LIABILITY_TABLE } from '../../../server/core/arrears/liability-table.ts';
import type { LiabilityFacts } from '../../../server/core/arrears/propose-liability.ts';
import { proposeLiability } from '../../../server/core/arrears/propose-liability.ts';
import { LIABILITY_FACTS } from '../../../server/core/contract/liability.ts';
import type { LiabilityFactId } from '../../../server/core/contract/liability.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { LIABILITY_RULES } from '../../../server/core/law/liability.ts';

const SUB = { companyId: 'sub', name: '分包单位' };
const GC = { companyId: 'gc', name: '总包单位' };
const OWNER = { companyId: 'owner', name: '建设单位' };

/** Everything is answered: what is named is so, the rest is not. */
const facts = (so: LiabilityFactId[], more: Partial<LiabilityFacts> = {}): LiabilityFacts => ({
  known: Object.fromEntries(LIABILITY_FACTS.map((id) => [id, { value: so.includes(id) }])),
  ...{ employer: SUB, generalContractor: GC, owner: OWNER },
  ...more,
});

describe('who pays, as the facts suggest', () => {
  it('has one row for every rule of the regulation, in its order', () => {
    assert.deepEqual(
      LIABILITY_TABLE.map(({ rule }) => rule),
      [...LIABILITY_RULES],
    );
  });

  const table: [rule: string, so: LiabilityFactId[], who: readonly (string | undefined)[]][] = [
    ['REG-16-1', [], ['sub', undefined, undefined]],
    ['REG-18-1', ['usesUnlawfulDispatch'], ['sub', undefined, undefined]],
    ['REG-19-1', ['lendsItsName'], ['sub', undefined, undefined]],
    ['REG-20-1', ['isPartnershipOrSole', 'hasNotPaid'], [undefined, undefined, undefined]],
    ['REG-21-1', ['mergedOrDivided'], ['sub', undefined, undefined]],
    ['REG-22-1', ['closedOrDissolved'], ['sub', undefined, undefined]],
    ['REG-29-2', ['isConstruction', 'ownerPaidShort'], ['sub', 'owner', undefined]],
    ['REG-30-1', ['isConstruction', 'employerIsSubcontractor'], ['sub', undefined, undefined]],
    ['REG-30-2', ['isConstruction', 'employerIsSubcontractor', 'hasNotPaid'], ['sub', 'gc', 'sub']],
    ['REG-30-3', ['isConstruction', 'worksPassedOn'], ['sub', 'gc', 'sub']],
    ['REG-36-1', ['isConstruction', 'awardedToUnqualified'], ['gc', undefined, undefined]],
    [
      'REG-36-1',
      ['isConstruction', 'awardedToUnqualified', 'awardedByOwner'],
      ['owner', undefined, undefined],
    ],
    ['REG-36-2', ['isConstruction', 'lendsQualification'], [undefined, undefined, undefined]],
    ['REG-37-1', ['isConstruction', 'breaksPlanningLaw'], ['owner', undefined, undefined]],
  ];
  for (const [rule, so, who] of table)
    it(`${rule} comes first when ${so.join(', ') || 'nothing else is so'}`, () => {
      const [first] = proposeLiability(facts(so));
      assert.equal(first?.rule, rule);
      assert.deepEqual(
        [first.payer?.companyId, first.firstPayer?.companyId, first.recourseAgainst?.companyId],
        who,
      );
      assert.equal(first.fits, true);
    });

  it('several can fit, the one that needs most comes first and the ordinary rule last', () => {
    const rules = proposeLiability(
      facts(['isConstruction', 'employerIsSubcontractor', 'hasNotPaid', 'ownerPaidShort']),
    );
    assert.deepEqual(
      rules.map(({ rule }) => rule),
      ['REG-30-2', 'REG-30-1', 'REG-29-2', 'REG-16-1'],
    );
  });
  it('a fact that speaks against a rule takes it off, one nobody knows leaves it after those that fit', () => {
    const proposals = proposeLiability({
      known: { isConstruction: { value: true }, ownerPaidShort: { value: false } },
      employer: SUB,
    });
    const rules = proposals.map(({ rule }) => rule);
    assert.ok(!rules.includes('REG-29-2'));
    assert.deepEqual(
      proposals.filter(({ fits }) => fits).map(({ rule }) => rule),
      ['REG-16-1'],
    );
    assert.equal(rules[0], 'REG-16-1');
    const passedOn = proposals.find(({ rule }) => rule === 'REG-30-3');
    assert.deepEqual(
      passedOn?.facts.map(({ isKnown }) => isKnown),
      [true, false, false],
    );
  });
  it('the owner advances no more than he owes for the works, and the figure is asked for while nobody knows it', () => {
    const so: LiabilityFactId[] = ['isConstruction', 'ownerPaidShort'];
    assert.equal(proposeLiability(facts(so, { ownerUnpaidFen: fen(5_000_000) }))[0]?.capFen, 5_000_000);
    const [first] = proposeLiability(facts(so));
    assert.equal(first?.capFen, undefined);
    assert.equal(
      first?.facts.some(({ isKnown }) => !isKnown),
      true,
    );
  });
  it('nobody recovers from himself', () => {
    const [first] = proposeLiability(facts(['isConstruction', 'worksPassedOn'], { employer: GC }));
    assert.deepEqual([first?.firstPayer, first?.recourseAgainst], [GC, undefined]);
  });
});
