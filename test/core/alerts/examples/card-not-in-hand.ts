import { month, projectFacts, sheet, team } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';

const asked = (
  cardQuestions: { asked: number; yes: number; no: number },
  over: Parameters<typeof sheet>[0] = {},
) => projectFacts({ months: [month('2026-09', [team({ sheet: sheet({ cardQuestions, ...over }) })])] });

export const cardNotInHandExamples: RuleExamples = {
  rule: 'cardNotInHand',
  hits: [
    {
      title: 'one of four who answered has no card in hand',
      today: '2026-10-20',
      facts: asked({ asked: 6, yes: 3, no: 1 }),
      finds: [
        {
          about: 'team:t1:2026-09',
          since: '2026-10-05',
          values: { people: 1, answered: 4, asked: 6 },
          says: ['1', '4'],
        },
      ],
      wakesOn: '2027-10-01',
    },
    {
      title: 'as many as the area asks for',
      today: '2026-10-20',
      facts: asked({ asked: 6, yes: 0, no: 3 }),
      settings: { numbers: { alertCardNotInHandPeople: 3 } },
      finds: [{ about: 'team:t1:2026-09', since: '2026-10-05' }],
    },
  ],
  nearMisses: [
    {
      title: 'everybody who answered has it',
      today: '2026-10-20',
      facts: asked({ asked: 6, yes: 1, no: 0 }),
    },
    {
      title: 'one fewer than the area asks for',
      today: '2026-10-20',
      facts: asked({ asked: 6, yes: 0, no: 2 }),
      settings: { numbers: { alertCardNotInHandPeople: 3 } },
    },
    {
      title: 'nobody, even where an area set the number to nought',
      today: '2026-10-20',
      facts: asked({ asked: 6, yes: 2, no: 0 }),
      settings: { numbers: { alertCardNotInHandPeople: 0 } },
    },
  ],
  noData: [
    {
      title: 'six were asked and nobody answered',
      today: '2026-10-20',
      facts: asked({ asked: 6, yes: 0, no: 0 }),
      missing: '没有工人回答',
    },
    { title: 'nobody was asked', today: '2026-10-20', facts: projectFacts(), missing: '没有工人回答' },
    {
      title: 'the payroll was returned',
      today: '2026-10-20',
      facts: asked({ asked: 6, yes: 0, no: 3 }, { isReturned: true }),
      missing: '没有工人回答',
    },
  ],
};
