import type { DemandedDocument, ProofSent } from '../../core/contract/matters.ts';
import type { FileView } from '../../core/contract/files.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { currentDue } from '../../core/law/deadline.ts';
import { documentsAsked } from '../../core/proceedings/proof-demand.ts';
import type { ProceedingRecord } from '../cases/index.ts';
import type { ProofRecord } from './proof.model.ts';

/** The period of a demand; every demand has one since it was opened. */
export function demandDeadline({ id, deadlines }: ProceedingRecord): Deadline {
  const found = deadlines.findLast(({ period }) => period === 'proofDemand');
  if (found === undefined) throw new Error(`demand ${id} has no period`);
  return found;
}

/** Takes what comes until the office has it all or takes the demand back, also after the day. */
export const takesProofs = ({ state }: Pick<ProceedingRecord, 'state'>): boolean =>
  state === 'waiting' || state === 'lapsed';

export const proofsOf = ({ id }: ProceedingRecord, proofs: readonly ProofRecord[]): ProofRecord[] =>
  proofs.filter(({ demandId }) => demandId === id);

/** Something was asked and nothing was said of it. */
export function isLacking(demand: ProceedingRecord, proofs: readonly ProofRecord[]): boolean {
  const sent = new Set(proofsOf(demand, proofs).map(({ document }) => document));
  return documentsAsked(demand.facts).some((document) => !sent.has(document));
}

/** What came for each document asked, oldest first. */
export function standingOf(
  demand: ProceedingRecord,
  proofs: readonly ProofRecord[],
  files: ReadonlyMap<string, FileView>,
): DemandedDocument[] {
  const dueOn = currentDue(demandDeadline(demand));
  const own = proofsOf(demand, proofs);
  return documentsAsked(demand.facts).map((document) => ({
    document,
    sent: own.filter((one) => one.document === document).map((one) => sentView(one, dueOn, files)),
  }));
}

function sentView(proof: ProofRecord, dueOn: PlainDate, files: ReadonlyMap<string, FileView>): ProofSent {
  const { _id, sentAt, sentOn, sentBy, fileIds, noneBecause } = proof;
  return {
    id: String(_id),
    sentAt: sentAt.toISOString(),
    sentOn,
    sentBy: sentBy.name,
    isLate: sentOn > dueOn,
    files: fileIds.flatMap((id) => files.get(id) ?? []),
    ...(noneBecause === undefined ? {} : { noneBecause }),
  };
}
