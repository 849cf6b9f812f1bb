import type { PlainDate } from '../../kit/plain-date.ts';
import { addDays } from '../../kit/plain-date.ts';
import { countBack } from '../../law/count-period.ts';
import { aboutDeadline, deadlineWords, openDeadlines } from '../deadline-facts.ts';
import type { DeadlineFact } from '../facts.ts';
import type { RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { dayWords } from '../words.ts';

/** Does a period of a complaint or case about this project end soon? The last day itself is still in time. */
export const deadlineNear = alertRule({
  id: 'deadlineNear',
  group: 'office',
  question: { zh: '有办案期限快到了吗？', en: 'Does a period of a complaint or case end soon?' },
  level: 'yellow',
  points: 2,
  needs: [],
  also: ['deadlines'],
  numbers: {
    workingDays: {
      parameter: 'alertDeadlineWorkingDays',
      label: {
        zh: '办案期限届满前几个工作日预警',
        en: 'Working days before the last day of a period at which it is warned of',
      },
      suggested: 3,
      unit: 'workingDays',
    },
  },
  ladder: false,
  missing: () => [],
  find: (input) =>
    openDeadlines(input.facts.deadlines).flatMap((deadline) => {
      const since = nearFrom(deadline, input);
      if (input.today < since || input.today > deadline.dueOn) return [];
      const [what, day] = [deadlineWords(deadline), dayWords(deadline.dueOn)];
      return [
        {
          ...aboutDeadline(deadline),
          since,
          values: { period: deadline.period, dueOn: deadline.dueOn },
          message: { zh: `${what.zh}期限 ${day.zh} 届满`, en: `${what.en} ends on ${day.en}` },
          cure: { zh: '当日前办结，或依法延长', en: 'Settle it by that day, or extend it as the law allows' },
        },
      ];
    }),
  wakes: (input) =>
    input.facts.deadlines
      .flatMap((deadline) => [nearFrom(deadline, input), addDays(deadline.dueOn, 1)])
      .filter((day) => day > input.today),
});

/** So many working days before the last day, which is not counted. */
const nearFrom = ({ dueOn }: DeadlineFact, { numbers, calendar }: RuleInput<'workingDays'>): PlainDate =>
  countBack({ before: dueOn, length: { workingDays: numbers.workingDays }, roll: 'none', calendar }).dueOn;
