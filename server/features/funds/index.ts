import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { registerAccountListener } from '../safeguards/index.ts';
import { keepLedger, mergeLedgers } from './ledger.model.ts';
import { repointPayFileLines } from './pay-file-line.model.ts';
import { repointPayFiles } from './pay-file.model.ts';
import { repointRefusals } from './refused-outflow.model.ts';
import { repointTransactions } from './transaction.model.ts';
import './pay-file-lines-shardable.ts';
import './results-sheet.ts';
import './transactions-sheet.ts';

export { FUNDS_PERMISSIONS } from './funds.permissions.ts';
export { fundsRoutes } from './funds.routes.ts';
export { machineResultsBody, machineTransactionsBody } from './funds.schemas.ts';
export { isBranchKnown } from './is-branch-known.ts';
export { getTransaction } from './get-transaction.ts';
export type { LedgerFacts } from './ledger-facts.ts';
export { ledgerFactsOf } from './ledger-facts.ts';
export { issuePayFile } from './issue-pay-file.ts';
export type { LaidInflow } from './lay-labour-cost.ts';
export { layLabourCost } from './lay-labour-cost.ts';
export { postBatch } from './post-batch.ts';
export { postTransaction } from './post-transaction.ts';
export { recordResults, recordResultsByNumber } from './record-results.ts';
export { takeBackPayments } from './take-back-credits.ts';
export { takePayFile } from './take-pay-file.ts';
export { closeLedger } from './close-ledger.ts';
export { ledgerOf } from './ledger-of.ts';
export { lastPayFileOn } from './pay-file.model.ts';
export { labourCostIn } from './transaction.model.ts';

registerAccountListener(keepLedger);
registerMergeListener('project', async (fromId, intoId) => {
  await mergeLedgers(fromId, intoId);
  await repointPayFiles(fromId, intoId);
  await repointPayFileLines(fromId, intoId);
  await repointTransactions(fromId, intoId);
  await repointRefusals(fromId, intoId);
});
