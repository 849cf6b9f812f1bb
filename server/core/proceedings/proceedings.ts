import type { ProceedingKind } from '../contract/proceedings.ts';
import { BOND_USE } from './bond-use.ts';
import { CONTRACTOR_SETTLEMENT } from './contractor-settlement.ts';
import { CRIMINAL_TRANSFER } from './criminal-transfer.ts';
import { DECISION } from './decision.ts';
import { EMERGENCY_FUND } from './emergency-fund.ts';
import { EVIDENCE_PRESERVATION } from './evidence-preservation.ts';
import { OWNER_ADVANCE } from './owner-advance.ts';
import { PENALTY } from './penalty.ts';
import { PROOF_DEMAND } from './proof-demand.ts';
import type { ProceedingTable } from './proceeding-table.ts';

/** Every kind of proceeding beside the main line of a case: one file, one row, one table of examples each. */
export const PROCEEDINGS: Readonly<Record<ProceedingKind, ProceedingTable>> = {
  evidencePreservation: EVIDENCE_PRESERVATION,
  proofDemand: PROOF_DEMAND,
  decision: DECISION,
  penalty: PENALTY,
  criminalTransfer: CRIMINAL_TRANSFER,
  bondUse: BOND_USE,
  ownerAdvance: OWNER_ADVANCE,
  contractorSettlement: CONTRACTOR_SETTLEMENT,
  emergencyFund: EMERGENCY_FUND,
};
