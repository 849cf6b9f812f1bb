import type { SafeguardPart } from '../../core/contract/safeguards.ts';
import { SAFEGUARD_PARTS } from '../../core/contract/safeguards.ts';
import type { Ctx } from '../../platform/context.ts';
import { tellContractWritten } from './contract-listeners.ts';
import { findRecord, moveRecord, safeguardSecrets, writeRecord } from './safeguards.model.ts';

/**
 * A duplicate project hands its record to the one that stands for it; where that one has a record already, it takes over
 * the parts it lacks. Secrets are sealed anew, because they belong to their record. Days that are counted from a contract
 * are counted again.
 */
export async function mergeSafeguards(fromId: string, intoId: string, ctx: Ctx): Promise<void> {
  const from = await findRecord(fromId);
  if (from === null) return;
  const into = await findRecord(intoId);
  if (into === null) {
    await moveRecord(from._id, intoId);
    return tellContractWritten(intoId, ctx);
  }
  const lacking = SAFEGUARD_PARTS.filter((part) => into[part] === undefined && from[part] !== undefined);
  const secrets = safeguardSecrets.openFields(from);
  const takes = (part: SafeguardPart): boolean => lacking.includes(part);
  const days = new Set(into.boardPhotos.map(({ takenOn }) => takenOn));
  const photos = [...into.boardPhotos, ...from.boardPhotos.filter(({ takenOn }) => !days.has(takenOn))];
  if (lacking.length === 0 && photos.length === into.boardPhotos.length) return;
  await writeRecord(intoId, into.version, {
    set: {
      ...Object.fromEntries(lacking.map((part) => [part, from[part]])),
      boardPhotos: photos.sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1)),
    },
    secrets: {
      accountNumber: takes('account') ? secrets.accountNumber : undefined,
      officerPhone: takes('labourOfficer') ? secrets.officerPhone : undefined,
    },
  });
  if (takes('contract')) await tellContractWritten(intoId, ctx);
}
