import type { ChainProof, EventDoc } from '../../../platform/audit/index.ts';
import { chainProof } from '../../../platform/audit/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import { findCaseComplaints } from '../../complaints/index.ts';
import type { EvidenceRecord } from '../evidence.model.ts';

export interface PackChain {
  events: object[];
  days: object;
  keys: ChainProof['keys'];
  head: { events: number; lastHash: string };
}

const GENESIS = '0'.repeat(64);

/**
 * The chain of the case with its place under the signed daily roots. Where somebody made a report, events that he or a
 * hidden piece stands behind are told by their hash alone: the chain still holds together, and names nobody.
 */
export async function packChain(
  record: CaseRecord,
  pieces: readonly EvidenceRecord[],
  staff: readonly string[],
): Promise<PackChain> {
  const proof = await chainProof(`case:${String(record._id)}`);
  const isWithheld = await withheldIn(record, pieces, staff);
  const events = proof.events.map((event) => (isWithheld(event) ? hashAlone(event) : whole(event)));
  const roots = proof.roots.map(({ _id, areas, rootHash, previousRootHash, signature, keyId }) => ({
    ...{ day: _id, areas, previousRootHash, rootHash, signature, keyId },
  }));
  return {
    events,
    days: { areaDays: proof.areaDays, roots },
    keys: proof.keys,
    head: { events: events.length, lastHash: proof.events.at(-1)?.hash ?? GENESIS },
  };
}

function whole({
  _id,
  subject,
  seq,
  areaCode,
  day,
  at,
  actor,
  action,
  facts,
  prevHash,
  hash,
}: EventDoc): object {
  return {
    id: String(_id),
    subject,
    seq,
    areaCode,
    day,
    at: at.toISOString(),
    actor,
    action,
    facts,
    prevHash,
    hash,
  };
}

const hashAlone = ({ _id, seq, prevHash, hash }: EventDoc): object => ({
  ...{ id: String(_id), seq, prevHash, hash, withheld: true },
});

async function withheldIn(
  record: CaseRecord,
  pieces: readonly EvidenceRecord[],
  staff: readonly string[],
): Promise<(event: EventDoc) => boolean> {
  const complaints = await findCaseComplaints(record.complaintIds);
  const reports = complaints.filter(({ intakeKind }) => intakeKind === 'REPORT').map(({ id }) => id);
  const hidden = pieces
    .filter(({ isHidden }) => isHidden)
    .flatMap(({ _id, interviewId }) => [String(_id), interviewId ?? '']);
  if (reports.length === 0 && hidden.length === 0) return () => false;
  const known = new Set([
    ...staff,
    ...record.inspectorIds,
    ...pieces.map(({ obtainedBy }) => obtainedBy.id),
    ...record.history.flatMap(({ by }) => (by.kind === 'staff' && by.id !== undefined ? [by.id] : [])),
  ]);
  const secret = [...reports, ...hidden].filter((id) => id !== '');
  return ({ actor, facts }) => {
    if (actor.startsWith('user:') && !known.has(actor.slice('user:'.length))) return true;
    const text = JSON.stringify(facts);
    return secret.some((id) => text.includes(id));
  };
}
