import { MONTHS_BACK, monthsBackWakes, recentMonths } from '../months-back.ts';
import type { RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { PaidTeamMonth } from '../team-months.ts';
import { aboutTeamMonth, filedTeamMonths } from '../team-months.ts';
import { counted, monthWords } from '../words.ts';

type Input = RuleInput<'people' | 'monthsBack'>;

/** Do workers who were asked say that their bank card is in another hand? Who was asked and said nothing is not counted. */
export const cardNotInHand = alertRule({
  id: 'cardNotInHand',
  group: 'people',
  question: { zh: '工资卡在不在工人自己手里？', en: 'Are the bank cards in the workers’ own hands?' },
  level: 'red',
  points: 10,
  needs: ['payroll', 'answers'],
  numbers: {
    people: {
      parameter: 'alertCardNotInHandPeople',
      label: {
        zh: '一张工资表上有几名工人说卡不在自己手里时预警',
        en: 'Workers on one payroll without their card in hand from which a warning is raised',
      },
      suggested: 1,
      unit: 'count',
    },
    monthsBack: MONTHS_BACK,
  },
  cite: 'REG-31-2',
  ladder: false,
  missing: (input) =>
    recentlyAsked(input).some(({ sheet }) => heard(sheet.cardQuestions) > 0)
      ? []
      : [
          {
            zh: '没有工人回答过“卡在不在自己手里”',
            en: 'No worker has answered whether the card is in his own hand',
          },
        ],
  find: (input) =>
    recentlyAsked(input).flatMap((at) => {
      const { month, team, sheet } = at;
      const no = sheet.cardQuestions?.no ?? 0;
      if (no < Math.max(1, input.numbers.people)) return [];
      const answered = heard(sheet.cardQuestions);
      const of = monthWords(month.month);
      return {
        ...aboutTeamMonth(at),
        since: sheet.filedOn,
        values: { people: no, answered, asked: sheet.cardQuestions?.asked ?? 0 },
        message: {
          zh: `${team.teamName} ${of.zh}抽问 ${answered} 人回答，${no} 人说工资卡不在自己手里`,
          en: `${team.teamName}, ${of.en}: of ${answered} who answered ${counted(no, 'person says', 'people say')} the bank card is not in their own hands`,
        },
        cure: {
          zh: '把卡还给本人，由工人改答“在自己手里”',
          en: 'Ends when the cards are given back and the workers say so',
        },
      };
    }),
  wakes: (input) =>
    monthsBackWakes(
      recentlyAsked(input).map(({ month }) => month),
      input.numbers.monthsBack,
    ),
});

const heard = (questions: PaidTeamMonth['sheet']['cardQuestions']): number =>
  (questions?.yes ?? 0) + (questions?.no ?? 0);

function recentlyAsked({ facts, numbers, today }: Input): PaidTeamMonth[] {
  return filedTeamMonths({ months: recentMonths(facts, numbers.monthsBack, today) }).filter(
    ({ sheet }) => sheet.cardQuestions !== undefined,
  );
}
