import type { PlainDate } from '../../core/kit/plain-date.ts';
import { demandServedOn } from '../../core/proceedings/proof-demand.ts';
import type { SheetShown } from '../arrears/index.ts';
import { sheetsShownTo } from '../arrears/index.ts';
import type { ProceedingRecord, ServedCase } from '../cases/index.ts';
import { casesServedOn } from '../cases/index.ts';
import type { PaperServed } from '../documents/index.ts';
import { papersServedOn } from '../documents/index.ts';
import type { ProofRecord } from './proof.model.ts';
import { proofsOfCases } from './proof.model.ts';

/** What was served on a company in one case, and what it sent; nothing else of the case. */
export interface Matter {
  record: Omit<ServedCase, 'orders' | 'proceedings'>;
  papers: PaperServed[];
  orders: ServedCase['orders'];
  demands: ProceedingRecord[];
  sheet?: SheetShown;
  proofs: ProofRecord[];
}

/**
 * Every case in which something was served on these companies by this day, or the one asked for. All of them are read
 * at once: they are the cases of one company, and what is due first can only be told with all its parts.
 */
export async function gatherMatters(
  companyIds: readonly string[],
  today: PlainDate,
  caseId?: string,
): Promise<Matter[]> {
  const papers = (await papersServedOn(companyIds, today)).filter(
    (paper) => caseId === undefined || paper.caseId === caseId,
  );
  const sheets = await sheetsShownTo(companyIds, caseId);
  const named = [...papers, ...sheets].map((one) => one.caseId);
  const cases = await casesServedOn(companyIds, [...new Set(named)], caseId);
  const proofs = await proofsOfCases(
    cases.map(({ _id }) => String(_id)),
    companyIds,
  );
  const own = new Set(companyIds);
  const isOwn = (id: string | undefined): boolean => id !== undefined && own.has(id);
  return cases.flatMap(({ orders, proceedings = [], ...record }) => {
    const id = String(record._id);
    const inCase = (one: { caseId: string }): boolean => one.caseId === id;
    const sheet = sheets.find(inCase);
    const matter: Matter = {
      record,
      papers: papers.filter(inCase),
      orders: orders.filter(({ companyId, servedOn }) => isOwn(companyId) && servedOn <= today),
      demands: proceedings.filter((one) => isServedDemand(one, today) && isOwn(one.addressee?.companyId)),
      ...(sheet === undefined ? {} : { sheet }),
      proofs: proofs.filter(inCase),
    };
    return isNothing(matter) ? [] : [matter];
  });
}

/** A demand by public notice is served when its days have run. */
function isServedDemand({ kind, facts }: ProceedingRecord, today: PlainDate): boolean {
  const served = kind === 'proofDemand' ? demandServedOn(facts) : undefined;
  return served !== undefined && served <= today;
}

const isNothing = ({ papers, orders, demands, sheet }: Matter): boolean =>
  papers.length === 0 && orders.length === 0 && demands.length === 0 && sheet === undefined;
