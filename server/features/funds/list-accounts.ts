import type { WageAccountView } from '../../core/contract/funds.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { companyNamesOf } from '../companies/index.ts';
import { projectRefsOf } from '../projects/index.ts';
import { accountsOfProjects } from '../safeguards/index.ts';
import { accountsWithin } from './funds-reach.ts';
import type { LedgerRecord } from './ledger.model.ts';
import { findLedger, Ledgers } from './ledger.model.ts';

/** The wage accounts this reader may see: the branch its own, a company those of its projects, an office its area. */
export async function listAccounts(query: PageQuery, ctx: Ctx): Promise<Page<WageAccountView>> {
  const page = await keysetPage<LedgerRecord>(Ledgers, {
    sorts: { opened: '_id' },
    fallback: '-opened',
    limits: await accountsWithin(ctx),
    query,
  });
  return { ...page, items: await accountViews(page.items) };
}

/** One account; what lies outside the reader's reach is not there. */
export async function getAccount(projectId: string, ctx: Ctx): Promise<WageAccountView> {
  const ledger = await findLedger(projectId, await accountsWithin(ctx));
  if (ledger === null) throw new AppError('notFound');
  const [view] = await accountViews([ledger]);
  if (view === undefined) throw new AppError('notFound');
  return view;
}

async function accountViews(ledgers: readonly LedgerRecord[]): Promise<WageAccountView[]> {
  const ids = ledgers.map(({ projectId }) => projectId);
  const [accounts, projects] = await Promise.all([accountsOfProjects(ids), projectRefsOf(ids)]);
  const contractorOf = (id: string): string | undefined =>
    projects.get(id)?.parties.find(({ role }) => role === 'generalContractor')?.companyId;
  const names = await companyNamesOf(ids.flatMap((id) => contractorOf(id) ?? []));
  return ledgers.map((ledger) => {
    const { projectId, areaCode, branchCode, balanceFen, payFilesWaiting } = ledger;
    const account = accounts.get(projectId);
    return {
      projectId,
      projectName: projects.get(projectId)?.name ?? '',
      contractorName: names.get(contractorOf(projectId) ?? '') ?? '',
      areaCode,
      bankName: account?.bankName ?? '',
      branchCode,
      numberMasked: account?.numberMasked ?? '',
      balanceFen,
      ...(ledger.lastInflowOn === undefined ? {} : { lastInflowOn: ledger.lastInflowOn }),
      ...(ledger.lastOutflowOn === undefined ? {} : { lastOutflowOn: ledger.lastOutflowOn }),
      payFilesWaiting,
      ...(ledger.closedOn === undefined ? {} : { closedOn: ledger.closedOn }),
    };
  });
}
