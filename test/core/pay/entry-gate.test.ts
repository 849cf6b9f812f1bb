import assert from 'node:assert/strict';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { findGateItems, isOverAge, missingItems } from '../../../server/core/pay/entry-gate.ts';
import { findWorkType, readWorkType, WORK_TYPES } from '../../../server/core/pay/work-types.ts';

const TODAY = plainDate('2026-11-21');
/** Born 1966-02-28, a man, and 1990-01-01: made up, with a right check digit. */
const OLD = citizenId('19660228', '001');
const YOUNG = citizenId('19900101', '001');
const AGES = { male: 723, female: 606 };
const contract = { kind: 'labourContract' } as const;
const agreement = { kind: 'labourAgreement' } as const;
const safetyTrainedOn = plainDate('2026-11-20');

function citizenId(birth: string, serial: string): string {
  const body = `532699${birth}${serial}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((acc, weight, at) => acc + weight * Number(body[at]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

describe('the entry gate (REG-28-1, RNM-8, WAG-8)', () => {
  const rows = [
    {
      who: 'everything is there',
      facts: { citizenId: YOUNG, contract, safetyTrainedOn },
      ages: AGES,
      missing: [],
    },
    { who: 'no contract', facts: { citizenId: YOUNG, safetyTrainedOn }, ages: AGES, missing: ['contract'] },
    { who: 'no real name', facts: { contract, safetyTrainedOn }, ages: AGES, missing: ['realName'] },
    {
      who: 'a wrong id',
      facts: { citizenId: '123', contract, safetyTrainedOn },
      ages: AGES,
      missing: ['realName'],
    },
    { who: 'not trained', facts: { citizenId: YOUNG, contract }, ages: AGES, missing: ['safetyTraining'] },
    {
      who: 'trained only tomorrow',
      facts: { citizenId: YOUNG, contract, safetyTrainedOn: plainDate('2026-11-22') },
      ages: AGES,
      missing: ['safetyTraining'],
    },
    {
      who: 'a written agreement opens it too',
      facts: { citizenId: YOUNG, contract: agreement, safetyTrainedOn },
      ages: AGES,
      missing: [],
    },
    {
      who: 'past retirement age with a labour contract',
      facts: { citizenId: OLD, contract, safetyTrainedOn },
      ages: AGES,
      missing: ['agreementForAge'],
    },
    {
      who: 'past retirement age with an agreement',
      facts: { citizenId: OLD, contract: agreement, safetyTrainedOn },
      ages: AGES,
      missing: [],
    },
    {
      who: 'no age set for the area',
      facts: { citizenId: OLD, contract, safetyTrainedOn },
      ages: {},
      missing: [],
    },
  ];
  for (const { who, facts, ages, missing } of rows) {
    it(`${who}: ${missing.length === 0 ? 'let in' : `${missing.join(', ')} missing`}`, () => {
      assert.deepEqual(missingItems(findGateItems(facts, ages, TODAY)), missing);
    });
  }

  it('an age that is not set is said not to be checked, never assumed', () => {
    const item = findGateItems({ citizenId: OLD, contract, safetyTrainedOn }, {}, TODAY).at(-1);
    assert.equal(item?.id, 'agreementForAge');
    assert.match(item.zh, /未核对/u);
    assert.deepEqual([item.open, item.isUnchecked], [true, true], 'let in, and never shown as there');
  });

  it('the age is reached on the day the months are full', () => {
    // 1966-02-28 and 723 months (60 years 3 months): 2026-05-28.
    assert.equal(isOverAge(OLD, AGES, plainDate('2026-05-27')), false);
    assert.equal(isOverAge(OLD, AGES, plainDate('2026-05-28')), true);
    assert.equal(isOverAge(OLD, {}, TODAY), null);
  });
});

describe('work types of the national dictionary', () => {
  it('are found by code and by name, extensions of cities too', () => {
    assert.equal(findWorkType('020')?.zh, '钢筋工');
    assert.equal(readWorkType(' 钢筋工 ')?.code, '020');
    assert.equal(readWorkType('20')?.code, '020');
    assert.equal(findWorkType('193')?.zh, '镶贴工');
    assert.equal(readWorkType('飞行员'), undefined);
  });

  it('each code stands once, and 260 and 370 are not given out', () => {
    const codes = WORK_TYPES.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(!codes.includes('260') && !codes.includes('370'));
  });
});
