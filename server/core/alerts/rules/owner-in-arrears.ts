import { sumFen } from '../../kit/money.ts';
import type { ProjectFacts } from '../facts.ts';
import { alertRule } from '../rule.ts';
import { counted, yuanWords } from '../words.ts';
import { isOver, knownSince, knownSinceWakes } from '../works.ts';

type Elsewhere = NonNullable<ProjectFacts['elsewhere']>;
const MOST_RECORDS = 20;

/**
 * Does the owner or the general contractor of this project leave wages unpaid on another one? Who cannot pay there will
 * soon not pay here.
 */
export const ownerInArrears = alertRule({
  id: 'ownerInArrears',
  group: 'office',
  question: {
    zh: '建设单位或总包在别的项目欠薪吗？',
    en: 'Are wages unpaid on another project of the owner or general contractor?',
  },
  level: 'yellow',
  points: 5,
  needs: ['elsewhere'],
  numbers: {
    projects: {
      parameter: 'alertArrearsElsewhere',
      label: {
        zh: '同一单位欠薪的其他项目达到几个时预警',
        en: 'Other projects in arrears of the same company from which a warning is raised',
      },
      suggested: 1,
      unit: 'count',
    },
  },
  ladder: false,
  missing: ({ facts }) =>
    facts.elsewhere === undefined && !isOver(facts)
      ? [{ zh: '没有核对其他项目', en: 'The other projects have not been looked at' }]
      : [],
  find: ({ facts, numbers, today }) => {
    if (isOver(facts)) return [];
    return companiesOf(facts)
      .filter(({ projects }) => projects.length >= numbers.projects)
      .map(({ companyId, name, role, projects }) => {
        const arrearsFen = sumFen(projects.map((one) => one.arrearsFen));
        const arrears = yuanWords(arrearsFen);
        return {
          about: `company:${companyId}`,
          since: knownSince(facts, 'elsewhere', today),
          values: { projects: projects.length, arrearsFen },
          records: [
            { kind: 'company' as const, id: companyId },
            ...projects
              .slice(0, MOST_RECORDS)
              .map(({ projectId }) => ({ kind: 'project' as const, id: projectId })),
          ],
          message: {
            zh: `${role.zh}${name}另有 ${projects.length} 个项目过了发薪日没有发清，共 ${arrears.zh}`,
            en: `${role.en} ${name}: wages past their pay day unpaid on ${counted(projects.length, 'other project', 'other projects')}, ${arrears.en} in all`,
          },
          cure: {
            zh: '那些项目的工资发清后自动解除；先核对本项目专户余额',
            en: 'Ends when the wages there are paid; look at the balance of this project’s account first',
          },
        };
      });
  },
  wakes: ({ facts, today }) => knownSinceWakes(facts, 'elsewhere', today),
});

const ROLES: Partial<Record<Elsewhere[number]['role'], { zh: string; en: string }>> = {
  projectOwner: { zh: '建设单位', en: 'Owner' },
  generalContractor: { zh: '总包单位', en: 'General contractor' },
};

interface InArrears {
  companyId: string;
  name: string;
  role: { zh: string; en: string };
  projects: Elsewhere;
}

/** By company; the same project is counted once, and nothing that is paid. */
function companiesOf({ elsewhere = [], project }: ProjectFacts): InArrears[] {
  const found = new Map<string, InArrears>();
  for (const one of elsewhere) {
    if (one.arrearsFen <= 0 || one.projectId === project.id) continue;
    const company = found.get(one.companyId) ?? {
      companyId: one.companyId,
      name: project.parties.find(({ companyId }) => companyId === one.companyId)?.name ?? '',
      role: ROLES[one.role] ?? { zh: '参建单位', en: 'Party' },
      projects: [],
    };
    if (!company.projects.some(({ projectId }) => projectId === one.projectId)) company.projects.push(one);
    found.set(one.companyId, company);
  }
  return [...found.values()].sort((a, b) => (a.companyId < b.companyId ? -1 : 1));
}
