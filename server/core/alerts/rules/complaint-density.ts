import { sumFen } from '../../kit/money.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import { addDays } from '../../kit/plain-date.ts';
import type { ComplaintFact } from '../facts.ts';
import type { RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { counted, yuanWords } from '../words.ts';

type Input = RuleInput<'days' | 'complaints' | 'people'>;
const MOST_RECORDS = 20;

/**
 * Do complaints about this project pile up? Complaints that come close together, or one of many people, say more than
 * their files each for itself. Each counts for so many days after it came in, whether it is closed or not.
 */
export const complaintDensity = alertRule({
  id: 'complaintDensity',
  group: 'office',
  question: { zh: '近期投诉集中吗？', en: 'Have complaints piled up of late?' },
  level: 'red',
  points: 8,
  needs: [],
  also: ['complaints'],
  numbers: {
    days: {
      parameter: 'alertComplaintDays',
      label: {
        zh: '投诉集中预警回看的天数',
        en: 'Days looked back on when complaints are counted',
      },
      suggested: 90,
      unit: 'calendarDays',
    },
    complaints: {
      parameter: 'alertComplaintCount',
      label: {
        zh: '回看期内投诉达到多少件时预警',
        en: 'Complaints in that time from which a warning is raised',
      },
      suggested: 3,
      unit: 'count',
    },
    people: {
      parameter: 'alertComplaintPeople',
      label: {
        zh: '回看期内投诉涉及多少人时预警',
        en: 'People concerned in that time from which a warning is raised',
      },
      suggested: 10,
      unit: 'count',
    },
  },
  ladder: false,
  missing: () => [],
  find: (input) => {
    const recent = recentOf(input);
    const since = reachedOn(recent, input);
    if (since === undefined) return [];
    const [people, owed] = [peopleOf(recent), sumFen(recent.map(({ owedFen }) => owedFen))];
    const { days } = input.numbers;
    return [
      {
        about: '',
        since,
        values: { complaints: recent.length, people, owedFen: owed },
        records: recent.slice(-MOST_RECORDS).map(({ id }) => ({ kind: 'complaint', id })),
        message: {
          zh: `近 ${days} 天收到投诉 ${recent.length} 件，涉及 ${people} 人、${yuanWords(owed).zh}`,
          en: `${counted(recent.length, 'complaint', 'complaints')} in ${counted(days, 'day', 'days')}, of ${counted(people, 'person', 'people')} about ${yuanWords(owed).en}`,
        },
        cure: {
          zh: '逐件办结；回看期内不再有新投诉后自动解除',
          en: 'Settle each; ends by itself when no new ones come in for that time',
        },
      },
    ];
  },
  wakes: ({ facts, numbers, today }) =>
    facts.complaints
      .flatMap(({ receivedOn }) => [receivedOn, addDays(receivedOn, numbers.days)])
      .filter((day) => day > today),
});

/** Received on one of so many days up to today, oldest first. */
function recentOf({ facts, numbers, today }: Input): ComplaintFact[] {
  const from = addDays(today, 1 - numbers.days);
  return facts.complaints
    .filter(({ receivedOn }) => receivedOn >= from && receivedOn <= today)
    .sort((a, b) =>
      a.receivedOn === b.receivedOn ? (a.id < b.id ? -1 : 1) : a.receivedOn < b.receivedOn ? -1 : 1,
    );
}

const peopleOf = (complaints: readonly ComplaintFact[]): number =>
  complaints.reduce((sum, { people }) => sum + people, 0);

/** The day of the complaint with which it was enough. */
function reachedOn(recent: readonly ComplaintFact[], { numbers }: Input): PlainDate | undefined {
  const isEnough = (upTo: number): boolean =>
    upTo >= numbers.complaints || peopleOf(recent.slice(0, upTo)) >= numbers.people;
  return recent.find((_, index) => isEnough(index + 1))?.receivedOn;
}
