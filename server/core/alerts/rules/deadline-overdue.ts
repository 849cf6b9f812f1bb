import { addDays } from '../../kit/plain-date.ts';
import { aboutDeadline, deadlineWords, openDeadlines } from '../deadline-facts.ts';
import { alertRule } from '../rule.ts';
import { dayWords } from '../words.ts';

/** Has a period of a complaint or case about this project run out unmet? */
export const deadlineOverdue = alertRule({
  id: 'deadlineOverdue',
  group: 'office',
  question: { zh: '有办案期限过了吗？', en: 'Has a period of a complaint or case run out?' },
  level: 'red',
  points: 5,
  needs: [],
  also: ['deadlines'],
  numbers: {},
  ladder: false,
  missing: () => [],
  find: ({ facts, today }) =>
    openDeadlines(facts.deadlines)
      .filter(({ dueOn }) => dueOn < today)
      .map((deadline) => {
        const [what, day] = [deadlineWords(deadline), dayWords(deadline.dueOn)];
        return {
          ...aboutDeadline(deadline),
          since: addDays(deadline.dueOn, 1),
          values: { period: deadline.period, dueOn: deadline.dueOn },
          message: {
            zh: `${what.zh}期限已于 ${day.zh} 届满，没有办结`,
            en: `${what.en} ended on ${day.en} and is not settled`,
          },
          cure: { zh: '立即办结并说明超期原因', en: 'Settle it at once and say why it is late' },
        };
      }),
  wakes: ({ facts, today }) =>
    facts.deadlines.map(({ dueOn }) => addDays(dueOn, 1)).filter((day) => day > today),
});
