import type { ConstructionPermit } from '../../core/contract/safeguards.ts';
import type { Ctx } from '../../platform/context.ts';
import { notAfterToday } from './day-checks.ts';
import { writePart } from './write-part.ts';

/** The construction permit: the period for storing the bond starts with it. @law BON-2 */
export async function putPermit(
  projectId: string,
  version: number,
  permit: ConstructionPermit,
  ctx: Ctx,
): Promise<number> {
  notAfterToday('issuedOn', permit.issuedOn, ctx);
  return writePart(
    projectId,
    { part: 'permit', version, action: 'safeguards.permitPut' },
    async () => ({
      set: { permit },
      file: { id: permit.fileId, field: 'fileId' },
      facts: { number: permit.number, issuedOn: permit.issuedOn },
    }),
    ctx,
  );
}
