import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { month, projectFacts, sheet, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

/** So many attended, so many are on the payroll. */
const heads = (attendedPeople: number, people: number, over: Parameters<typeof sheet>[0] = {}) =>
  projectFacts({ months: [month('2026-09', [team({ attendedPeople, sheet: sheet({ people, ...over }) })])] });
const { contract: _, ...withoutContract } = projectFacts();
const noAttendance = projectFacts({ months: [month('2026-09', [team({ sheet: sheet() })])] });

export const payWithoutAttendanceExamples: RuleExamples = {
  rule: 'payWithoutAttendance',
  hits: [
    {
      title: 'two of ten on the payroll did not attend',
      today: '2026-10-06',
      facts: heads(8, 10),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-05',
          values: { people: 10, attended: 8, unseen: 2 },
          says: ['10', '8', '2'],
        },
      ],
      wakesOn: '2027-10-01',
    },
    {
      title: 'attendance was recorded and nobody was there',
      today: '2026-10-06',
      facts: heads(0, 1),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-05', values: { unseen: 1 } }],
    },
    {
      title: 'one of ten where the area allows none',
      today: '2026-10-06',
      facts: heads(9, 10),
      settings: { numbers: { alertPaidNotAttendedShare: 0 } },
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-05' }],
    },
  ],
  nearMisses: [
    { title: 'exactly a tenth is not more than a tenth', today: '2026-10-06', facts: heads(9, 10) },
    { title: 'as many on the payroll as attended', today: '2026-10-06', facts: heads(10, 10) },
    {
      title: 'more attended than are paid, which is another question',
      today: '2026-10-06',
      facts: heads(12, 10),
    },
    {
      title: 'of two teams the one without any record of attendance is not compared',
      today: '2026-10-06',
      facts: projectFacts({
        months: [
          month('2026-09', [
            team({ attendedPeople: 10, sheet: sheet() }),
            team({ teamId: 't2', sheet: sheet({ people: 40 }) }),
          ]),
        ],
      }),
    },
  ],
  noData: [
    {
      title: 'nobody recorded attendance',
      today: '2026-10-06',
      facts: noAttendance,
      missing: '考勤',
      wakesOn: null,
    },
    {
      title: 'the payroll was returned',
      today: '2026-10-06',
      facts: heads(8, 10, { isReturned: true }),
      missing: '工资表',
    },
  ],
};

export const fewerPaidThanAttendedExamples: RuleExamples = {
  rule: 'fewerPaidThanAttended',
  hits: [
    {
      title: 'twelve attended, ten are on the payroll and the pay day has passed',
      today: '2026-10-16',
      facts: heads(12, 10),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-16',
          values: { attended: 12, people: 10, missing: 2, payOn: '2026-10-15' },
          says: ['12', '10', '2'],
        },
      ],
      wakesOn: null,
    },
    {
      title: 'one left out of a hundred, where nobody allowed any',
      today: '2026-10-16',
      facts: heads(100, 99),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-16', values: { missing: 1 } }],
    },
    {
      title: 'a payroll filed after the pay day leaves people out from the day it was filed',
      today: '2026-10-25',
      facts: heads(12, 10, { filedOn: plainDate('2026-10-20') }),
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-20' }],
    },
  ],
  nearMisses: [
    {
      title: 'on the pay day a corrected payroll may still come',
      today: '2026-10-15',
      facts: heads(12, 10),
      wakesOn: '2026-10-16',
    },
    { title: 'everybody is on it', today: '2026-10-16', facts: heads(10, 10) },
    {
      title: 'one of ten where the area allows a tenth',
      today: '2026-10-16',
      facts: heads(10, 9),
      settings: { numbers: { alertAttendedNotPaidShare: 1000 } },
      wakesOn: null,
    },
  ],
  noData: [
    { title: 'nobody recorded attendance', today: '2026-12-31', facts: noAttendance, missing: '考勤' },
    {
      title: 'no pay day is agreed',
      today: '2026-12-31',
      facts: {
        ...withoutContract,
        months: [month('2026-09', [team({ attendedPeople: 12, sheet: sheet() })], {}, null)],
      },
      missing: '发薪日',
    },
  ],
};
