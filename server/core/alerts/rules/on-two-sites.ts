import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';
import { isOver, knownSince, knownSinceWakes, NO_ROSTER } from '../works.ts';

/**
 * Is somebody enrolled here and on another site at the same time? Either a departure was not recorded, or wages are drawn
 * for a person who is not there.
 */
export const onTwoSites = alertRule({
  id: 'onTwoSites',
  group: 'people',
  question: {
    zh: '有没有人同时登记在两个工地？',
    en: 'Is anybody enrolled on two sites at the same time?',
  },
  level: 'yellow',
  points: 4,
  needs: ['site'],
  numbers: {
    people: {
      parameter: 'alertTwoSitesPeople',
      label: {
        zh: '同时登记在两个工地的人数达到多少人时预警',
        en: 'People enrolled on two sites from which a warning is raised',
      },
      suggested: 1,
      unit: 'count',
    },
  },
  ladder: false,
  missing: ({ facts }) => (facts.site === undefined && !isOver(facts) ? [NO_ROSTER] : []),
  find: ({ facts, numbers, today }) => {
    const { onTwoSites: people = 0, records = {} } = facts.site ?? {};
    if (isOver(facts) || people === 0 || people < numbers.people) return [];
    return [
      {
        about: '',
        since: knownSince(facts, 'site', today),
        values: { people },
        records: (records.onTwoSites ?? []).map((id) => ({ kind: 'enrolment', id })),
        message: {
          zh: `在场人员中有 ${people} 人同时登记在其他工地`,
          en: `${counted(people, 'person', 'people')} on site also enrolled on another site`,
        },
        cure: {
          zh: '核实本人在哪个工地，在另一处办理离场',
          en: 'Find out on which site each person is and enter the departure from the other',
        },
      },
    ];
  },
  wakes: ({ facts, today }) => knownSinceWakes(facts, 'site', today),
});
