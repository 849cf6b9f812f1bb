import type { MoneyPart, ProjectFacts, SitePart } from '../../../server/core/alerts/facts.ts';
import type { ProjectState } from '../../../server/core/contract/projects.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { projectFacts } from './project-facts.ts';

/** Ten people on site with nothing wrong. */
export function site(over: Partial<SitePart> = {}): SitePart {
  return {
    present: 10,
    withContract: 10,
    withRealName: 10,
    sharingCards: 0,
    sharingPhones: 0,
    onTwoSites: 0,
    records: {},
    ...over,
  };
}

/** A wage account from which nobody tried to pay anybody else. */
export function money(balanceFen: number, over: Partial<MoneyPart> = {}): MoneyPart {
  return { balanceFen: fen(balanceFen), refusedOutflows: [], ...over };
}

/** The project of the examples in another state. */
export function inState(state: ProjectState): Pick<ProjectFacts, 'project'> {
  return { project: { ...projectFacts().project, state } };
}

/** The same without a works contract on record. */
export function withoutContract({ contract: _, ...facts }: ProjectFacts): ProjectFacts {
  return facts;
}
