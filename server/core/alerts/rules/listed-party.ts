import type { PlainDate } from '../../kit/plain-date.ts';
import { addDays } from '../../kit/plain-date.ts';
import type { ProjectFacts } from '../facts.ts';
import { alertRule } from '../rule.ts';
import { dayWords } from '../words.ts';
import { isOver } from '../works.ts';

type Listing = NonNullable<ProjectFacts['listings']>[number];

/** Is a party of this project on the list of those punished for arrears of wages? On the last day of the term it still is. */
export const listedParty = alertRule({
  id: 'listedParty',
  group: 'office',
  question: {
    zh: '参建单位在失信联合惩戒名单上吗？',
    en: 'Is a party on the list of those punished for arrears?',
  },
  level: 'red',
  points: 8,
  needs: ['listings'],
  numbers: {},
  cite: 'REG-48-1',
  ladder: false,
  missing: ({ facts }) =>
    facts.listings === undefined && !isOver(facts)
      ? [{ zh: '还没有失信名单数据', en: 'No list is kept yet' }]
      : [],
  find: ({ facts, today }) =>
    isOver(facts)
      ? []
      : listedOn(facts, today).map(({ companyId, companyName, from, until, byHead }) => ({
          about: `company:${companyId}`,
          since: from,
          values: { from, until },
          records: [{ kind: 'company', id: companyId }],
          message:
            byHead === true
              ? {
                  zh: `${companyName} 的法定代表人与失信联合惩戒名单上的人员同名（${dayWords(from).zh} 列入，期限至 ${dayWords(until).zh}），请核对身份`,
                  en: `The legal representative of ${companyName} has the name of somebody on the list for arrears of wages (since ${dayWords(from).en}, until ${dayWords(until).en}): check who it is`,
                }
              : {
                  zh: `${companyName} ${dayWords(from).zh} 列入拖欠农民工工资失信联合惩戒名单，期限至 ${dayWords(until).zh}`,
                  en: `${companyName} has been on the list for arrears of wages since ${dayWords(from).en}, until ${dayWords(until).en}`,
                },
          cure: {
            zh: '移出名单或期满后自动解除；期间核对本项目每月发薪',
            en: 'Ends with the removal from the list or the end of its term; until then check the pay of every month',
          },
        })),
  wakes: ({ facts, today }) =>
    isOver(facts)
      ? []
      : (facts.listings ?? [])
          .flatMap(({ from, until }) => [from, addDays(until, 1)])
          .filter((day) => day > today),
});

/** The listings that hold on the day, one for each company: its own before that of a namesake, then the one that holds longest. */
function listedOn({ listings = [] }: ProjectFacts, today: PlainDate): Listing[] {
  const found = new Map<string, Listing>();
  for (const one of listings) {
    if (today < one.from || today > one.until) continue;
    const known = found.get(one.companyId);
    const isCloser = known?.byHead === true && one.byHead !== true;
    const isAsClose = known?.byHead === one.byHead;
    if (known === undefined || isCloser || (isAsClose && one.until > known.until))
      found.set(one.companyId, one);
  }
  return [...found.values()];
}
