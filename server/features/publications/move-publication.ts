import type { MoveLife } from '../../core/contract/lives.ts';
import type { PublicationView } from '../../core/contract/publications.ts';
import type { Facts } from '../../core/lives/life-table.ts';
import { PUBLIC_STATES } from '../../core/publications/publication-table.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveLife } from '../../platform/lives/index.ts';
import { publicationKind, publicationsWithin, untilOf } from './publication-kind.ts';
import type { PublicationRecord } from './publication.model.ts';
import { publicationSearch } from './publication.model.ts';
import { publicationView } from './publication-view.ts';
import { tellOfMove } from './tell-publication.ts';

export interface MovePublication extends MoveLife {
  id: string;
  action: string;
  version: number;
}

const isPublicState = (state: string): boolean => PUBLIC_STATES.some((one) => one === state);

/** From and until when the public reads it; nobody does before the head's approval or after it was taken down. */
function publicDays(
  record: PublicationRecord,
  { state, facts }: { state: string; facts: Facts },
  today: Ctx['today'],
): Partial<PublicationRecord> {
  if (!isPublicState(state)) return { isPublic: false };
  const publicOn = record.isPublic ? (record.publicOn ?? today) : today;
  return { isPublic: true, publicOn, publicUntil: untilOf(facts['shownUntil']) as Ctx['today'] }; // a day, or the last of all
}

/** One step of a publication, by its table. */
export async function takePublicationStep(
  { id, action, version, given }: MovePublication,
  ctx: Ctx,
): Promise<PublicationRecord> {
  const asked = { id, action, version, given };
  return moveLife(publicationKind(action), asked, publicationsWithin(ctx), ctx, (record, { after }) => {
    const name = String(after.facts['companyName'] ?? record.companyName);
    const code = after.facts['creditCode'];
    return {
      set: {
        ...publicDays(record, after, ctx.today),
        companyName: name,
        ...publicationSearch([name], [typeof code === 'string' ? code : undefined, record.caseNumber]),
      },
      andAlso: (changed) => tellOfMove(changed, action, ctx),
    };
  });
}

/** The same, answered as the reader may see it. */
export async function movePublication(asked: MovePublication, ctx: Ctx): Promise<PublicationView> {
  return publicationView(await takePublicationStep(asked, ctx), ctx);
}
