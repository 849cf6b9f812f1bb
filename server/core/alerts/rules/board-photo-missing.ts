import type { PlainDate } from '../../kit/plain-date.ts';
import { addDays, addPayMonths, firstDayOf, payMonthOf } from '../../kit/plain-date.ts';
import type { ProjectFacts } from '../facts.ts';
import type { Finding, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { counted, dayWords } from '../words.ts';
import { beganOn, knownSince, knownSinceWakes } from '../works.ts';

type Input = RuleInput<'months' | 'firstDays'>;

/**
 * Does the rights board stand on site with all it must say, shown by a photo of late? Asked while people build: not before
 * the works, not while they stand still, not after they are finished.
 */
export const boardPhotoMissing = alertRule({
  id: 'boardPhotoMissing',
  group: 'safeguards',
  question: {
    zh: '维权信息告示牌有近期现场照片吗？',
    en: 'Is there a recent photo of the rights board on site?',
  },
  level: 'yellow',
  points: 2,
  needs: ['board'],
  also: ['project'],
  numbers: {
    months: {
      parameter: 'alertBoardPhotoMonths',
      label: {
        zh: '告示牌照片最多可以是几个月前的',
        en: 'How many months old the month of a board photo may be',
      },
      suggested: 1,
      unit: 'months',
    },
    firstDays: {
      parameter: 'alertBoardFirstDays',
      label: {
        zh: '开工后多少天内上传第一张告示牌照片',
        en: 'Days after the works began by which the first board photo is awaited',
      },
      suggested: 15,
      unit: 'calendarDays',
    },
  },
  cite: 'REG-34-1',
  ladder: false,
  missing: ({ facts }) => {
    if (facts.project.state !== 'building') return [];
    if (facts.board === undefined)
      return [{ zh: '没有告示牌的登记资料', en: 'Nothing is on record about a rights board' }];
    return beganOn(facts) === undefined && facts.board.photoDays.length === 0
      ? [{ zh: '没有登记开工日期', en: 'The day the works began is not on record' }]
      : [];
  },
  find: (input) => {
    const { facts, today } = input;
    if (facts.project.state !== 'building' || facts.board === undefined) return [];
    const since = lackingFrom(input);
    return [
      ...(since !== undefined && today >= since ? [photoMissing(since, input)] : []),
      ...(facts.board.missingFields > 0 && hasBegun(facts, today) ? [fieldsMissing(facts, today)] : []),
    ];
  },
  wakes: (input) => {
    const { facts, today } = input;
    if (facts.project.state !== 'building') return [];
    const newer = facts.board?.photoDays ?? [];
    const days = [lackingFrom(input), beganOn(facts), ...newer, ...knownSinceWakes(facts, 'board', today)];
    return days.filter((day): day is PlainDate => day !== undefined && day > today);
  },
});

const hasBegun = (facts: ProjectFacts, today: PlainDate): boolean => {
  const began = beganOn(facts);
  return began === undefined || began <= today;
};

const lastPhoto = ({ board }: ProjectFacts, today: PlainDate): PlainDate | undefined =>
  board?.photoDays
    .filter((day) => day <= today)
    .sort()
    .at(-1);

/** The first day on which the last photo is too old, or on which the first one is awaited. */
function lackingFrom({ facts, numbers, today }: Input): PlainDate | undefined {
  const [last, began] = [lastPhoto(facts, today), beganOn(facts)];
  const first = began === undefined ? undefined : addDays(began, numbers.firstDays + 1);
  if (last === undefined) return first;
  const old = firstDayOf(addPayMonths(payMonthOf(last), numbers.months + 1));
  return first === undefined || old > first ? old : first;
}

function photoMissing(since: PlainDate, { facts, today }: Input): Finding {
  const last = lastPhoto(facts, today);
  return {
    about: 'photo',
    since,
    values: last === undefined ? {} : { lastPhotoOn: last },
    records: [{ kind: 'safeguards', id: facts.project.id }],
    message:
      last === undefined
        ? { zh: '没有告示牌的现场照片', en: 'No photo of the rights board from the site' }
        : {
            zh: `告示牌最近一张现场照片是 ${dayWords(last).zh} 的`,
            en: `The last photo of the rights board is of ${dayWords(last).en}`,
          },
    cure: { zh: '上传告示牌本月的现场照片', en: 'Add a photo of the board taken this month' },
  };
}

function fieldsMissing(facts: ProjectFacts, today: PlainDate): Finding {
  const missing = facts.board?.missingFields ?? 0;
  return {
    about: 'fields',
    since: knownSince(facts, 'board', today),
    values: { missingFields: missing },
    records: [{ kind: 'safeguards', id: facts.project.id }],
    message: {
      zh: `告示牌应载明的内容缺 ${missing} 项`,
      en: `The rights board lacks ${counted(missing, 'thing', 'things')} it must say`,
    },
    cure: {
      zh: '补齐项目登记的内容并更换告示牌',
      en: 'Complete the record of the project and renew the board',
    },
  };
}
