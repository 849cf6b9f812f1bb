import { createHash } from 'node:crypto';

const WHOLE = 10_000;

/**
 * Is this payee one of the share who is asked whether the bank card is in his own hand (REG-31-2)? The draw follows from
 * person, project and month alone, so that it can be repeated and nobody can have it drawn again; over the months
 * everybody has the same chance.
 */
export function isAskedForCard(
  { workerId, projectId, payMonth }: { workerId: string; projectId: string; payMonth: string },
  shareBasisPoints: number,
): boolean {
  const seed = createHash('sha256').update(`cardInHand\n${projectId}\n${payMonth}\n${workerId}`).digest();
  return seed.readUInt32BE(0) % WHOLE < shareBasisPoints;
}
