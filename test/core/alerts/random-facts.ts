import * as fc from 'fast-check';
import type { ProjectFacts } from '../../../server/core/alerts/facts.ts';
import { fen } from '../../../server/core/kit/money.ts';
import type { PlainDate } from '../../../server/core/kit/plain-date.ts';
import { addDays, addPayMonths, payMonthOf } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { agreedPayDay, payDateOn } from '../../../server/core/law/pay-date.ts';

/** Facts as they may stand on a day: any part may be unknown, and amounts and counts agree with each other or do not. */
export function randomFacts(today: PlainDate): fc.Arbitrary<ProjectFacts> {
  const day = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((days) => addDays(today, days));
  const money = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9_000_000 })).map(fen);
  const few = fc.integer({ min: 0, max: 12 });
  const id = fc.integer({ min: 1, max: 99_999 }).map(String);
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 });

  const sheet = fc
    .record({
      id,
      filedOn: day(-400, 0),
      isReturned: fc.boolean(),
      people: few,
      grossFen: money,
      netFen: money,
      sentFen: money,
      creditedFen: money,
      shortFen: money,
      credited: few,
      bounced: few,
      answers: fc.record({ right: few, less: few, nothing: few, notMe: few, unanswered: few }),
      deniedOn: maybe(day(-60, 0)),
      notices: fc.dictionary(
        fc.constantFrom('wage.belowMinimum', 'net.arithmetic', 'deduction.damageShare', 'minimumWage.notSet'),
        few,
      ),
      cardQuestions: maybe(fc.record({ asked: few, yes: few, no: few })),
    })
    .map((made) => ({ revision: 1, ...made }));
  const team = fc.record({
    teamId: fc.constantFrom('t1', 't2'),
    teamName: fc.constant('木工班'),
    employerId: fc.constant('sub'),
    attendedPeople: maybe(few),
    attendedHundredths: maybe(fc.integer({ min: 0, max: 30_000 })),
    isOnSite: fc.boolean(),
    sheet: maybe(sheet),
    isSheetDeleted: fc.constantFrom(undefined, undefined, undefined, true as const),
  });
  const contract = fc.record({
    signedOn: day(-500, 0),
    amountFen: money,
    plannedFrom: day(-400, 30),
    plannedUntil: day(-10, 120),
    payDay: fc.integer({ min: 1, max: 31 }),
    payDayIn: fc.constantFrom('current' as const, 'next' as const),
    permitOn: maybe(day(-400, 0)),
  });
  const monthsOf = (agreed: { payDay: number; payDayIn: 'current' | 'next' } | undefined) =>
    fc
      .array(
        fc.record({
          labourCost: maybe(
            fc.record({
              dueOn: day(-400, 40),
              dueFen: maybe(money),
              receivedFen: money,
              receivedOn: maybe(day(-400, 0)),
            }),
          ),
          creditedInMonthFen: maybe(money),
          teams: fc.array(team, { maxLength: 2 }),
        }),
        { maxLength: 15 },
      )
      .map((months) =>
        months.map((made, index) => {
          const month = addPayMonths(payMonthOf(today), index - months.length + 2);
          const payOn =
            agreed && payDateOn(agreedPayDay(month, agreed.payDay, agreed.payDayIn), NATIONAL_CALENDAR).payOn;
          return { month, payOn, ...made };
        }),
      );

  const rest = fc.record({
    project: fc.record({
      id: fc.constant('p1'),
      code: fc.constant('P-0001'),
      name: fc.constant('城东安置房'),
      areaCode: fc.constant('532601'),
      state: fc.constantFrom('building' as const, 'suspended' as const, 'finished' as const),
      startedOn: maybe(day(-400, 40)),
      parties: fc.constant([
        { role: 'projectOwner' as const, companyId: 'c1', name: '城投' },
        { role: 'generalContractor' as const, companyId: 'c2', name: '一建' },
      ]),
    }),
    account: maybe(
      fc.record({
        openedOn: maybe(day(-60, 0)),
        filedOn: maybe(day(-60, 0)),
        tripartiteSignedOn: maybe(day(-60, 0)),
        isRequired: maybe(fc.boolean()),
        openBy: maybe(day(-60, 60)),
        fileBy: maybe(day(-60, 60)),
      }),
    ),
    bond: maybe(
      fc.record({
        storedOn: maybe(day(-60, 0)),
        amountFen: maybe(money),
        validUntil: maybe(day(-30, 120)),
        isGuarantee: maybe(fc.boolean()),
        required: fc.constantFrom('required' as const, 'exempt' as const, 'notSet' as const),
        requiredFen: maybe(money),
        storeBy: maybe(day(-60, 60)),
      }),
    ),
    board: maybe(fc.record({ photoDays: fc.array(day(-90, 0), { maxLength: 4 }), missingFields: few })),
    site: maybe(
      fc.record({
        present: few,
        withContract: few,
        withRealName: few,
        sharingCards: few,
        sharingPhones: few,
        onTwoSites: few,
        records: fc.constant({}),
      }),
    ),
    money: maybe(
      fc.record({
        balanceFen: money,
        lastInflowOn: maybe(day(-60, 0)),
        lastOutflowOn: maybe(day(-60, 0)),
        refusedOutflows: fc.array(fc.record({ id, on: day(-60, 0), amountFen: money }), { maxLength: 3 }),
      }),
    ),
    complaints: fc.array(
      fc.record({ id, receivedOn: day(-120, 0), people: few, owedFen: money, isOpen: fc.boolean() }),
      { maxLength: 5 },
    ),
    deadlines: fc.array(
      fc.record({
        kind: fc.constantFrom('complaint' as const, 'case' as const),
        id,
        number: id,
        period: fc.constant('investigation'),
        dueOn: day(-20, 50),
      }),
      { maxLength: 3 },
    ),
    elsewhere: maybe(
      fc.array(
        fc.record({
          projectId: id,
          projectName: fc.constant('城西'),
          companyId: fc.constantFrom('c1', 'c2'),
          role: fc.constantFrom('projectOwner' as const, 'generalContractor' as const),
          arrearsFen: money,
        }),
        { maxLength: 3 },
      ),
    ),
    listings: maybe(
      fc.array(
        fc.record({
          companyId: fc.constantFrom('c1', 'c2'),
          companyName: fc.constant('一建'),
          from: day(-60, 40),
          until: day(-20, 60),
        }),
        { maxLength: 2 },
      ),
    ),
    // Whoever counts people on site has a record of them with a day.
    freshness: fc.record({ site: day(-60, 0), payroll: maybe(day(-60, 0)), board: maybe(day(-60, 0)) }),
  });
  return maybe(contract).chain((agreed) =>
    fc.tuple(rest, monthsOf(agreed)).map(
      ([others, months]) =>
        // As the facts are kept: what is not known is not there.
        JSON.parse(JSON.stringify({ ...others, contract: agreed, months })) as ProjectFacts,
    ),
  );
}
