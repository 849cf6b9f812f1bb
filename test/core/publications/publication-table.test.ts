import assert from 'node:assert/strict';
import {
  CERTIFICATE,
  standingOf,
  validUntilOf,
} from '../../../server/core/certificates/certificate-table.ts';
import type { CreditFact } from '../../../server/core/certificates/credit-facts.ts';
import { factsSince } from '../../../server/core/certificates/credit-facts.ts';
import { decide, finalStates } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR as calendar } from '../../../server/core/law/calendar/index.ts';
import { currentDue } from '../../../server/core/law/deadline.ts';
import { isPeriodId } from '../../../server/core/law/periods.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';
import { OPEN, UNOPENED } from '../../../server/core/lives/life-table.ts';
import { periodsAfter } from '../../../server/core/lives/periods-after.ts';
import { personalDataIn } from '../../../server/core/publications/personal-data.ts';
import type { PublicationSituation } from '../../../server/core/publications/publication-content.ts';
import { SIX_ITEMS } from '../../../server/core/publications/publication-content.ts';
import { PUBLICATION } from '../../../server/core/publications/publication-table.ts';
import { listDueOn } from '../../../server/core/publications/rhythm.ts';

const day = plainDate;
const written: Facts = {
  ...{ violation: 'WAGES', mainFacts: '拖欠12名农民工2025年12月工资', handling: '责令支付，罚款二万元' },
  ...{ noSecrets: true, noPrivacy: true, remediesSeen: true },
};
const situation = (over: Partial<PublicationSituation> = {}): PublicationSituation => ({
  ...{ state: 'proposed', facts: written, deadlines: [], today: day('2026-05-08'), calendar },
  ...{ officeCode: '532601', privateNames: ['韦明'], area: {} },
  decision: { number: '文监处字〔2026〕第 1 号', servedOn: day('2026-03-02'), isGone: false },
  onRecord: {
    ...{ companyName: '文山甲建筑有限公司', creditCode: '91530000000000000X' },
    ...{ address: '文山市', legalRepresentative: '王某' },
  },
  ...over,
});
/** At which field a text is refused; undefined when it may be proposed. */
const refusedAt = (facts: Facts, over: Partial<PublicationSituation> = {}): string | undefined => {
  const now = situation({ ...over, facts: { ...written, ...facts } });
  return PUBLICATION.actions[OPEN]?.check?.(now, now)?.field;
};

describe('what may be published of a violation', () => {
  it('goes to the head when all six items are there, taken from the register where nothing is typed', () => {
    assert.equal(refusedAt({}), undefined);
    const kept = PUBLICATION.actions[OPEN]?.keeps?.(situation(), situation()) ?? {};
    assert.deepEqual(Object.keys(kept).sort(), [...SIX_ITEMS].sort());
    assert.equal(kept['companyName'], '文山甲建筑有限公司');
  });
  it('is refused while one of the six items is missing', () => {
    for (const item of ['companyName', 'creditCode', 'address', 'legalRepresentative'] as const) {
      const onRecord = Object.fromEntries(
        Object.entries(situation().onRecord).filter(([name]) => name !== item),
      );
      assert.equal(refusedAt({}, { onRecord }), item);
      assert.equal(refusedAt({ [item]: '补填' }, { onRecord }), undefined);
    }
  });
  it('is refused while one of the three checks is not made', () => {
    for (const name of ['noSecrets', 'noPrivacy', 'remediesSeen'])
      assert.equal(refusedAt({ [name]: false }), name);
  });
  it('is refused when the text names a worker or bears a number of a person', () => {
    assert.equal(refusedAt({ mainFacts: '拖欠韦 明等人工资' }), 'mainFacts');
    assert.equal(refusedAt({ handling: '联系 13800000001' }), 'handling');
  });

  const TEXTS: [string, string[]][] = [
    ['拖欠12名农民工工资合计人民币 1234567.89 元', []],
    ['立案号文监立字〔2026〕第 20260000001 号', []],
    ['电话 138 0000 0001', ['phone']],
    ['电话１３８０００００００１', ['phone']],
    ['身份证 110105 19491231 002X', ['citizenId']],
    ['卡号6222-0212-3456-7890-123', ['bankCard']],
    ['韦明被拖欠工资', ['name']],
  ];
  for (const [said, found] of TEXTS)
    it(`“${said}” ${found.length === 0 ? 'may stand' : `holds ${found.join()}`}`, () =>
      assert.deepEqual(personalDataIn(said, ['韦明']), found));

  it('rests on a decision that was served and still stands', () => {
    const notYet = (over: Partial<PublicationSituation>) =>
      PUBLICATION.actions[OPEN]?.notYet?.(situation(over));
    assert.equal(notYet({}), undefined);
    const { decision: _, ...bare } = situation();
    assert.match(PUBLICATION.actions[OPEN]?.notYet?.(bare)?.zh ?? '', /尚无已送达/);
    const gone = { number: '1', servedOn: day('2026-03-02'), isGone: true };
    assert.match(notYet({ decision: gone })?.zh ?? '', /撤销/);
  });
});

describe('when a violation is published, and how long', () => {
  for (const [on, office, due] of [
    ['2026-01-01', '532601', '2026-03-31'],
    ['2026-06-30', '532601', '2026-06-30'],
    ['2026-07-01', '532600', '2026-09-30'],
    ['2026-12-31', '532601', '2026-12-31'],
    ['2026-03-31', '530000', '2026-06-30'],
    ['2026-07-01', '53', '2026-12-31'],
  ] as const)
    it(`approved on ${on} by ${office}: in the list of ${due}`, () =>
      assert.equal(listDueOn(day(on), office), due));

  const clocks = (officeCode: string) => {
    const now = situation({ officeCode });
    const move = decide(
      PUBLICATION.flow,
      { state: 'proposed' },
      'approve',
      { roles: ['bureauHead'] },
      now.today,
    );
    const approve = PUBLICATION.actions['approve'];
    assert.ok(move.ok && approve);
    const effects = { starts: move.starts.filter(isPeriodId), meets: [] };
    return periodsAfter(now, effects, approve, 0).map((one) => [one.period, currentDue(one)]);
  };
  it('one clock runs after the approval: of the quarter in a county, of the half-year in a province', () => {
    assert.deepEqual(clocks('532601'), [['publication', '2026-06-30']]);
    assert.deepEqual(clocks('530000'), [['provincialPublication', '2026-06-30']]);
  });
  it('stays for the term the area has set; unset it stays until the head takes it down', () => {
    const keeps = (area: PublicationSituation['area']) =>
      PUBLICATION.actions['publish']?.keeps?.(situation({ area }), situation())?.['shownUntil'];
    assert.equal(keeps({ termMonths: 12 }), '2027-05-08');
    assert.equal(keeps({}), undefined);
  });
  it('an objection is re-checked within the days the area has set, and within none where it has set none', () => {
    const object = PUBLICATION.actions['object'];
    assert.ok(object);
    const due = (area: PublicationSituation['area']) =>
      periodsAfter(
        situation({ area, facts: { objectedOn: '2026-03-02' } }),
        { starts: ['publicationObjection'], meets: [] },
        object,
        0,
      ).map(currentDue);
    assert.deepEqual(due({ workingDays: { publicationObjection: 15 } }), ['2026-03-23']);
    assert.deepEqual(due({}), []);
  });
});

describe('the wage credit certificate', () => {
  it('is valid through its last day and expired the day after; revoked is said before both', () => {
    const last = day('2026-05-31');
    assert.equal(standingOf('issued', last, day('2026-05-31')), 'valid');
    assert.equal(standingOf('issued', last, day('2026-06-01')), 'expired');
    assert.equal(standingOf('revoked', last, day('2026-05-30')), 'revoked');
    assert.equal(standingOf('checked', last, day('2026-05-30')), undefined);
  });
  it('is valid for the days of the area, otherwise until the day the head names', () => {
    const of = (area: { validDays?: number }, facts: Facts) =>
      validUntilOf({ today: day('2026-02-27'), area, facts });
    assert.equal(of({ validDays: 30 }, { validUntil: '2026-12-31' }), '2026-03-29');
    assert.equal(of({}, { validUntil: '2026-12-31' }), '2026-12-31');
    assert.equal(of({}, {}), undefined);
  });
  it('tells what has come up since the record was frozen, and not what went', () => {
    const fact = (kind: CreditFact['kind'], id: string): CreditFact => ({
      ...{ kind, id, number: id, on: day('2026-01-01') },
    });
    const frozen = [fact('openCase', '1'), fact('decision', '2')];
    assert.deepEqual(factsSince(frozen, [fact('decision', '2'), fact('penalty', '2')]), [
      fact('penalty', '2'),
    ]);
  });
});

for (const table of [PUBLICATION, CERTIFICATE])
  describe(`the life of ${table.name.en}`, () => {
    const edges = Object.entries(table.flow).flatMap(([state, open]) =>
      Object.entries(open).map(([action, edge]) => ({ state, action, edge })),
    );
    it('every state is reached and named, every action has its form, and it ends', () => {
      const reached = new Set<string>([UNOPENED]);
      for (let before = 0; before !== reached.size;) {
        before = reached.size;
        for (const { state, edge } of edges) if (edge && reached.has(state)) reached.add(edge.to);
      }
      assert.deepEqual([...reached].sort(), Object.keys(table.flow).sort());
      assert.deepEqual([UNOPENED, ...Object.keys(table.states)].sort(), [...reached].sort());
      assert.deepEqual(
        [...new Set(edges.map(({ action }) => action))].sort(),
        Object.keys(table.actions).sort(),
      );
      assert.ok(finalStates(table.flow).length > 0);
    });
    it('is approved, refused and taken back by the head alone', () => {
      const heads = ['approve', 'giveBack', 'uphold', 'correct', 'withdraw', 'issue', 'refuse', 'revoke'];
      for (const { action, edge } of edges)
        if (heads.includes(action) && !(table === CERTIFICATE && action === 'withdraw'))
          assert.deepEqual(edge?.by, ['bureauHead'], action);
    });
  });
