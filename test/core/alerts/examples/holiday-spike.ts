import { fen } from '../../../../server/core/kit/money.ts';
import { NATIONAL_CALENDAR } from '../../../../server/core/law/calendar/index.ts';
import { month, projectFacts, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

/** Credits of each calendar month in yuan, from August 2025 on. The days off of Spring Festival begin on 2026-02-15. */
const MONTHS = ['2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
const credited = (...yuan: (number | undefined)[]) =>
  projectFacts({
    months: yuan.map((amount, index) =>
      month(
        MONTHS[index] ?? '',
        [team()],
        amount === undefined ? {} : { creditedInMonthFen: fen(amount * 100) },
      ),
    ),
  });

export const holidaySpikeExamples: RuleExamples = {
  rule: 'holidaySpike',
  hits: [
    {
      title: 'five times the usual month came in January, within twenty days before the holiday',
      today: '2026-02-01',
      facts: credited(10_000, 10_000, 10_000, 10_000, 10_000, 50_000),
      finds: [
        {
          about: '2026-01',
          since: '2026-01-26',
          values: { creditedFen: 5_000_000, usualFen: 1_000_000, festivalOn: '2026-02-15' },
          says: ['50,000.00', '10,000.00'],
        },
      ],
      wakesOn: '2027-02-01',
    },
    {
      title: 'nothing all autumn and the whole of it in February',
      today: '2026-02-14',
      facts: credited(0, 0, 0, 0, 0, 0, 200_000),
      finds: [{ about: '2026-02', since: '2026-02-01' }],
    },
    {
      title: 'one large month before hides nothing',
      today: '2026-02-14',
      facts: credited(10_000, 10_000, 90_000, 10_000, 10_000, 10_000, 20_001),
      finds: [{ about: '2026-02', since: '2026-02-01', values: { usualFen: 1_000_000 } }],
    },
    {
      title: 'a month that is before the holiday itself is no usual month',
      today: '2026-02-14',
      facts: credited(5000, 5000, 5000, 30_000, 30_000, 90_000, 20_000),
      finds: [
        { about: '2026-01', since: '2026-01-26', values: { usualFen: 500_000 } },
        { about: '2026-02', since: '2026-02-01', values: { usualFen: 500_000 } },
      ],
    },
  ],
  nearMisses: [
    {
      title: 'exactly twice the usual month',
      today: '2026-02-14',
      facts: credited(10_000, 10_000, 10_000, 10_000, 10_000, 20_000, 20_000),
    },
    {
      title: 'much in December, which is not before the holiday',
      today: '2026-01-15',
      facts: credited(10_000, 10_000, 10_000, 10_000, 90_000, 10_000),
    },
    {
      title: 'much in March, when the holiday is over',
      today: '2026-03-20',
      facts: credited(10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000, 90_000),
    },
    {
      title: 'four times where the area asks for five',
      today: '2026-02-14',
      facts: credited(10_000, 10_000, 10_000, 10_000, 10_000, 40_000),
      settings: { numbers: { alertHolidaySpikeTimes: 5 } },
    },
  ],
  noData: [
    {
      title: 'too few months before are on record',
      today: '2026-02-14',
      facts: credited(undefined, undefined, undefined, 10_000, 10_000, 90_000),
      missing: '太少',
    },
    {
      title: 'no credit of a month before the holiday is known',
      today: '2026-01-15',
      facts: credited(10_000, 10_000, 10_000, 10_000, 10_000),
      missing: '春节前',
    },
    {
      title: 'the year’s notice of days off is not there',
      today: '2026-02-14',
      facts: credited(10_000, 10_000, 10_000, 10_000, 10_000, 90_000),
      calendar: {
        years: Object.fromEntries(
          Object.entries(NATIONAL_CALENDAR.years).filter(([year]) => Number(year) < 2026),
        ),
      },
      missing: '春节前',
    },
  ],
};
