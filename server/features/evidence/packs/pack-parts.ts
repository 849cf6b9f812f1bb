import type { Ctx } from '../../../platform/context.ts';

/** A paper that another feature puts into every pack of a case. */
export interface PackPart {
  title: string;
  /** As it is called in the pack; made safe here. */
  fileName: string;
  /** A stored file of the files feature, or bytes in hand. */
  content: { fileId: string } | { bytes: Buffer };
}

type PartsOf = (caseId: string, ctx: Ctx) => Promise<PackPart[]>;
const registered: PartsOf[] = [];

/**
 * The feature that issues papers says which of them belong to a case: issued ones only, never a draft, and nothing that
 * names somebody who made a report. Asked by the system itself while a pack is made.
 */
export function registerPackParts(partsOf: PartsOf): () => void {
  registered.push(partsOf);
  return () => void registered.splice(registered.indexOf(partsOf), 1);
}

export async function packParts(caseId: string, ctx: Ctx): Promise<PackPart[]> {
  const parts: PackPart[] = [];
  for (const partsOf of registered) parts.push(...(await partsOf(caseId, ctx)));
  return parts;
}
