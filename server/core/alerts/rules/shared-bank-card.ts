import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';
import { isOver, knownSince, knownSinceWakes, NO_ROSTER } from '../works.ts';

/**
 * Do several people on site have one bank card? Wages go to the worker's own card; a card that many share is the usual
 * way in which a foreman takes the wages of others.
 */
export const sharedBankCard = alertRule({
  id: 'sharedBankCard',
  group: 'people',
  question: { zh: '有没有几个人共用一张银行卡？', en: 'Do several people share one bank card?' },
  level: 'red',
  points: 8,
  needs: ['site'],
  numbers: {
    people: {
      parameter: 'alertSharedCardPeople',
      label: {
        zh: '共用银行卡人数达到多少人时预警',
        en: 'People sharing a bank card from which a warning is raised',
      },
      suggested: 2,
      unit: 'count',
    },
  },
  cite: 'ACC-20',
  ladder: false,
  missing: ({ facts }) => (facts.site === undefined && !isOver(facts) ? [NO_ROSTER] : []),
  find: ({ facts, numbers, today }) => {
    const { sharingCards = 0, records = {} } = facts.site ?? {};
    if (isOver(facts) || sharingCards === 0 || sharingCards < numbers.people) return [];
    return [
      {
        about: '',
        since: knownSince(facts, 'site', today),
        values: { people: sharingCards },
        records: (records.sharingCards ?? []).map((id) => ({ kind: 'enrolment', id })),
        message: {
          zh: `在场人员中有 ${sharingCards} 人登记的银行卡同时登记在别人名下`,
          en: `${counted(sharingCards, 'person', 'people')} on site with a bank card that is also another person’s`,
        },
        cure: {
          zh: '在花名册上为每人更正为本人的银行卡',
          en: 'Enter each person’s own bank card on the roster',
        },
      },
    ];
  },
  wakes: ({ facts, today }) => knownSinceWakes(facts, 'site', today),
});
