import type { PartyRef } from '../../core/contract/cases.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { companyIdsOf } from './case-search.ts';
import { findCasesOfCompany, repointProject, rewriteParties } from './case-queries.model.ts';

/** A party of a merged company is the company that stands for it; it keeps the name it had in the case's papers. */
registerMergeListener('company', async (fromId, intoId) => {
  const moved = <Party extends PartyRef | undefined>(party: Party): Party =>
    party?.companyId === fromId ? { ...party, companyId: intoId } : party;
  for (const record of await findCasesOfCompany(fromId)) {
    const { respondent, primaryPayer, firstPayer, recourseAgainst } = record;
    const parties = {
      respondent: moved(respondent),
      ...(primaryPayer === undefined ? {} : { primaryPayer: moved(primaryPayer) }),
      ...(firstPayer === undefined ? {} : { firstPayer: moved(firstPayer) }),
      ...(recourseAgainst === undefined ? {} : { recourseAgainst: moved(recourseAgainst) }),
    };
    const { orders, proceedings = [], servedCompanyIds = [] } = record;
    const served = {
      orders: orders.map((order) => (order.companyId === fromId ? { ...order, companyId: intoId } : order)),
      proceedings: proceedings.map((one) =>
        one.addressee === undefined ? one : { ...one, addressee: moved(one.addressee) },
      ),
      servedCompanyIds: [...new Set(servedCompanyIds.map((id) => (id === fromId ? intoId : id)))],
    };
    await rewriteParties(record._id, { ...parties, ...served, companyIds: companyIdsOf(parties) });
  }
});

registerMergeListener('project', (fromId, intoId) => repointProject(fromId, intoId));
