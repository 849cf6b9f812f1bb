import type { SitePart } from '../facts.ts';
import type { Finding, Words } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';
import { isOver, knownSince, knownSinceWakes, NO_ROSTER } from '../works.ts';

/** Is anybody on site without a labour contract or written agreement, or without real-name registration? Both open the gate. */
export const entryWithoutContract = alertRule({
  id: 'entryWithoutContract',
  group: 'people',
  question: {
    zh: '在场人员都签了合同、实名登记了吗？',
    en: 'Does everybody on site have a contract and a real-name record?',
  },
  level: 'yellow',
  points: 6,
  needs: ['site'],
  numbers: {
    people: {
      parameter: 'alertWithoutContractPeople',
      label: {
        zh: '无合同或未实名人数达到多少人时预警',
        en: 'People without contract or real name from which a warning is raised',
      },
      suggested: 1,
      unit: 'count',
    },
  },
  cite: 'REG-28-1',
  ladder: false,
  missing: ({ facts }) => (facts.site === undefined && !isOver(facts) ? [NO_ROSTER] : []),
  find: ({ facts, numbers, today }) => {
    const { site } = facts;
    if (site === undefined || isOver(facts)) return [];
    const lacking = lackingOf(site);
    const most = Math.max(lacking.withoutContract, lacking.withoutRealName);
    if (most === 0 || most < numbers.people) return [];
    return [findingOf(site, lacking, knownSince(facts, 'site', today))];
  },
  wakes: ({ facts, today }) => knownSinceWakes(facts, 'site', today),
});

interface Lacking {
  withoutContract: number;
  withoutRealName: number;
}
const lackingOf = ({ present, withContract, withRealName }: SitePart): Lacking => ({
  withoutContract: present - withContract,
  withoutRealName: present - withRealName,
});

function findingOf(site: SitePart, lacking: Lacking, since: Finding['since']): Finding {
  const said = sayLacking(lacking);
  return {
    about: '',
    since,
    values: { present: site.present, ...lacking },
    records: (site.records.withoutContract ?? []).map((id) => ({ kind: 'enrolment', id })),
    message: {
      zh: `在场 ${site.present} 人，其中 ${said.zh}`,
      en: `Of ${counted(site.present, 'person', 'people')} on site ${said.en}`,
    },
    cure: {
      zh: '补签并登记合同或用工书面协议、补实名登记；已离开的办理离场',
      en: 'Put contracts or written agreements and real names on record; enter the departure of those who left',
    },
  };
}

function sayLacking({ withoutContract, withoutRealName }: Lacking): Words {
  const parts: Words[] = [];
  if (withoutContract > 0)
    parts.push({
      zh: `${withoutContract} 人没有登记合同或用工书面协议`,
      en: `${withoutContract} without a contract or written agreement on record`,
    });
  if (withoutRealName > 0)
    parts.push({
      zh: `${withoutRealName} 人没有实名登记`,
      en: `${withoutRealName} without a real-name record`,
    });
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}
