import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';
import { isOver, knownSince, knownSinceWakes, NO_ROSTER } from '../works.ts';

/**
 * Do several people on site have one phone number? Who has no number of his own is asked nothing: neither his pay slip nor
 * the question whether it is right reaches him. A couple may share one, so that few are no warning.
 */
export const sharedPhone = alertRule({
  id: 'sharedPhone',
  group: 'people',
  question: { zh: '有没有几个人登记同一个手机号？', en: 'Do several people share one phone number?' },
  level: 'yellow',
  points: 3,
  needs: ['site'],
  numbers: {
    people: {
      parameter: 'alertSharedPhonePeople',
      label: {
        zh: '共用手机号人数达到多少人时预警',
        en: 'People sharing a phone number from which a warning is raised',
      },
      suggested: 3,
      unit: 'count',
    },
  },
  ladder: false,
  missing: ({ facts }) => (facts.site === undefined && !isOver(facts) ? [NO_ROSTER] : []),
  find: ({ facts, numbers, today }) => {
    const { sharingPhones = 0, records = {} } = facts.site ?? {};
    if (isOver(facts) || sharingPhones === 0 || sharingPhones < numbers.people) return [];
    return [
      {
        about: '',
        since: knownSince(facts, 'site', today),
        values: { people: sharingPhones },
        records: (records.sharingPhones ?? []).map((id) => ({ kind: 'enrolment', id })),
        message: {
          zh: `在场人员中有 ${sharingPhones} 人登记的手机号同时是别人的，工资确认可能到不了本人`,
          en: `${counted(sharingPhones, 'person', 'people')} on site with a phone number that is also another person’s: questions about their pay may not reach them`,
        },
        cure: {
          zh: '在花名册上为每人更正为本人的手机号',
          en: 'Enter each person’s own phone number on the roster',
        },
      },
    ];
  },
  wakes: ({ facts, today }) => knownSinceWakes(facts, 'site', today),
});
