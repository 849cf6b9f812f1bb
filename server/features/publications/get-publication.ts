import type { PublicationView } from '../../core/contract/publications.ts';
import type { Ctx } from '../../platform/context.ts';
import { getLife } from '../../platform/lives/index.ts';
import { publicationKind, publicationsWithin } from './publication-kind.ts';
import { publicationView } from './publication-view.ts';

/** One publication of the reader's areas. */
export async function getPublication(id: string, ctx: Ctx): Promise<PublicationView> {
  return publicationView(await getLife(publicationKind(), id, publicationsWithin(ctx)), ctx);
}
