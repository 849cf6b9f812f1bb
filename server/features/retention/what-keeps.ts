import type { PayMonth } from '../../core/kit/plain-date.ts';
import { openCasesAbout } from '../cases/index.ts';
import { standingCompanyIds } from '../companies/index.ts';
import { openComplaintsAbout } from '../complaints/index.ts';
import { keptPayrolls } from '../payroll/index.ts';
import { keptLabour } from '../roster/index.ts';
import type { RetentionItem } from './retention-item.model.ts';
import { purgedMonths } from './retention-item.model.ts';

type About = Pick<RetentionItem, 'projectId' | 'companyIds'>;

/**
 * About which of these sites, or firms on them, is a complaint or a case open? Nothing of those is deleted. Asked of many
 * at once, because a list may hold the months of years. A firm that was merged since the list was drawn counts as the one
 * that stands for it.
 */
export async function openMatters(all: readonly About[]): Promise<(about: About) => boolean> {
  const sites = [...new Set(all.map(({ projectId }) => projectId))];
  const today = await standingCompanyIds(all.flatMap(({ companyIds }) => companyIds));
  const firms = [...new Set(today.values())];
  const open = [await openComplaintsAbout(sites, firms), await openCasesAbout(sites, firms)];
  const isNamed = (named: ReadonlySet<string>, id: string): boolean => named.has(today.get(id) ?? id);
  return ({ projectId, companyIds }) =>
    open.some(
      (one) =>
        one.projectIds.has(projectId) || companyIds.some((company) => isNamed(one.companyIds, company)),
    );
}

/**
 * Are all wages of a project known to be paid? Every month a team worked has a payroll that is paid in full, or had one
 * that was deleted as such; nobody left unsettled. A month without a payroll is not known to be paid.
 */
export async function isSettled(projectId: string, month: PayMonth): Promise<boolean> {
  const months = await keptPayrolls([projectId], month);
  if (months.some(({ settled }) => !settled)) return false;
  const known = new Set(months.map(({ teamId, payMonth }) => `${teamId}:${payMonth}`));
  const gone = await purgedMonths([projectId]);
  const { worked, unsettled } = await keptLabour(projectId);
  if (unsettled > 0) return false;
  return worked.every(
    (one) => known.has(`${one.teamId}:${one.month}`) || gone.has(`${one.teamId}:${one.month}`),
  );
}
