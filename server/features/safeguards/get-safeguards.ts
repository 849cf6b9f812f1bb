import type { SafeguardsView } from '../../core/contract/safeguards.ts';
import type { Ctx } from '../../platform/context.ts';
import { positionOn } from '../projects/index.ts';
import { findRecord } from './safeguards.model.ts';
import { safeguardsView } from './safeguards-view.ts';

/** What protects the wages of one project of the reader's, and how its checklist stands today. */
export async function getSafeguards(projectId: string, ctx: Ctx): Promise<SafeguardsView> {
  const position = await positionOn(projectId, ctx);
  return safeguardsView(position, await findRecord(projectId), ctx);
}
