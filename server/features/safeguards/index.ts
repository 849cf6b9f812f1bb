import './safeguards-setup.ts';

export type { AccountWritten } from './account-listeners.ts';
export { registerAccountListener } from './account-listeners.ts';
export { registerContractListener } from './contract-listeners.ts';
export type { ChecklistProvider, LaterFacts } from './checklist-providers.ts';
export { registerChecklistFacts } from './checklist-providers.ts';
export type { ProjectAccount, SafeguardsFacts } from './find-safeguards.ts';
export {
  accountsOfBranch,
  accountsOfProjects,
  findAccountByNumber,
  findSafeguards,
  openAccountNumber,
} from './find-safeguards.ts';
export { SAFEGUARDS_PERMISSIONS } from './safeguards.permissions.ts';
export { safeguardsRoutes } from './safeguards.routes.ts';
export { labourCostDueOn, payOnOf } from './pay-days.ts';
export { addBoardPhoto } from './add-board-photo.ts';
export type { SafeguardParts } from './safeguard-facts.ts';
export { safeguardFactsOf } from './safeguard-facts.ts';
export { getSafeguards } from './get-safeguards.ts';
export { markReleased } from './mark-released.ts';
export { putAccount } from './put-account.ts';
export { putBond } from './put-bond.ts';
export { putContract } from './put-contract.ts';
export { putPermit } from './put-permit.ts';
export { putLabourOfficer, putProjectDepartment } from './put-site-people.ts';
