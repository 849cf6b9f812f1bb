import { createHash } from 'node:crypto';
import type { ProjectFacts } from '../../../core/alerts/facts.ts';
import type { PartyRole } from '../../../core/contract/projects.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import { unpaidOn } from '../../payroll/index.ts';
import type { ProjectRef } from '../../projects/index.ts';
import { projectRefsOf } from '../../projects/index.ts';

type Elsewhere = NonNullable<ProjectFacts['elsewhere']>;

/** What is unpaid of all projects on a day. */
export interface ReadElsewhere {
  find: FindElsewhere;
  /** By company: changes whenever its other projects are told something else of it. */
  marks: Record<string, string>;
}
/** The other projects of the owner and the general contractor with wages unpaid past their pay day. */
export type FindElsewhere = (project: Pick<ProjectRef, 'id' | 'parties'>) => {
  elsewhere: Elsewhere;
  newestOn?: PlainDate;
};

/** Who answers for wages beyond his own people (REG-29, REG-30). */
const ANSWERING: readonly PartyRole[] = ['projectOwner', 'generalContractor'];
/** The largest say enough; a county's biggest developer has hundreds. */
const MOST = 20;

interface Late {
  entry: Elsewhere[number];
  filedOn: PlainDate;
}

/** Everything unpaid of all projects in two queries, so that a look at the whole county asks once. */
export async function readElsewhere(today: PlainDate): Promise<ReadElsewhere> {
  const unpaid = await unpaidOn(today);
  const projects = await projectRefsOf([...unpaid.keys()]);
  const byCompany = new Map<string, Late[]>();
  for (const [projectId, { fen: arrearsFen, filedOn }] of unpaid) {
    const project = projects.get(projectId);
    if (project === undefined || project.state === 'merged') continue;
    for (const { role, companyId } of project.parties.filter((one) => ANSWERING.includes(one.role))) {
      const entry = { projectId, projectName: project.name, companyId, role, arrearsFen };
      byCompany.set(companyId, [...(byCompany.get(companyId) ?? []), { entry, filedOn }]);
    }
  }
  for (const late of byCompany.values()) late.sort(largestFirst);
  const find: FindElsewhere = (project) => {
    const answering = project.parties.filter(({ role }) => ANSWERING.includes(role));
    const late = [...new Set(answering.map(({ companyId }) => companyId))]
      .flatMap((companyId) => (byCompany.get(companyId) ?? []).slice(0, MOST + 1))
      .filter(({ entry }) => entry.projectId !== project.id)
      .sort(largestFirst)
      .slice(0, MOST);
    const newestOn = late
      .map(({ filedOn }) => filedOn)
      .sort()
      .at(-1);
    return {
      elsewhere: late.map(({ entry }) => entry),
      ...(newestOn === undefined ? {} : { newestOn }),
    };
  };
  const marks = Object.fromEntries([...byCompany].map(([id, late]) => [id, markOf(late.slice(0, MOST + 1))]));
  return { find, marks };
}

const markOf = (late: readonly Late[]): string =>
  createHash('sha256').update(JSON.stringify(late)).digest('hex').slice(0, 16);

const largestFirst = ({ entry: a }: Late, { entry: b }: Late): number =>
  b.arrearsFen - a.arrearsFen || (a.projectId < b.projectId ? -1 : 1);
