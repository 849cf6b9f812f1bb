import type { PublicationsOfCase } from '../../core/contract/publications.ts';
import type { Ctx } from '../../platform/context.ts';
import { actionsOpen } from '../../platform/lives/index.ts';
import { UNOPENED } from '../../core/lives/life-table.ts';
import { getCaseRecord } from '../cases/index.ts';
import { freshPublication } from './propose-publication.ts';
import { itemsOnRecord, publicationKind } from './publication-kind.ts';
import { findOfCase } from './publication.model.ts';
import { publicationRow } from './publication-view.ts';

/** What was proposed from a case, and whether this reader can propose it now, or why not. */
export async function publicationsOfCase(caseId: string, ctx: Ctx): Promise<PublicationsOfCase> {
  const theCase = await getCaseRecord(caseId, ctx);
  const found = await findOfCase(caseId);
  const fresh = freshPublication(theCase, ctx.today);
  const kind = publicationKind();
  const ground = await kind.ground(fresh, ctx);
  const now = { ...ground, state: UNOPENED, facts: {}, deadlines: [] };
  const [open] = actionsOpen({ table: kind.table, now, roles: kind.roles(fresh, ctx) }, ctx);
  return {
    items: found.map(publicationRow),
    ...(open === undefined ? {} : { open }),
    onRecord: await itemsOnRecord(fresh.companyId, fresh.companyName),
  };
}
