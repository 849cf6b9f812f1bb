import { areaLimit } from '../../platform/area-limit.ts';
import type { Reader } from '../../platform/lives/index.ts';
import { openHeldFiles } from '../files/index.ts';
import { Publications } from './publication.model.ts';

/** Files are open to the staff who handle a publication; a leader reads what is published, not files. */
const HANDLES: readonly string[] = ['inspector', 'bureauHead'];
const asHandling = ({ actor, grants }: Pick<Reader, 'actor' | 'grants'>) => ({
  actor,
  grants: grants.filter(({ role }) => HANDLES.includes(role)),
});

/** Does this reader handle publications of this office? */
export const handlesIn = (areaCode: string, reader: Reader): boolean =>
  reader.actor.kind === 'system' ||
  asHandling(reader).grants.some((grant) => areaCode.startsWith(grant.areaCode));

openHeldFiles('publication', async (id, _fileId, ctx) => {
  const within = { $and: [{ _id: id }, areaLimit(asHandling(ctx))] };
  return (await Publications.exists(within)) !== null;
});
