import type { ArrearsLineView } from '../../core/contract/arrears.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { ArrearsLines } from './line.model.ts';
import { lineViews } from './line-view.ts';
import { getSheet } from './sheet-reach.ts';
import type { LineRecord } from './sheet.record.ts';

export interface ListLines extends PageQuery {
  claimId?: string;
}

/** Lines of a sheet by person and month, all or of one person (index sheetId+place, claimId+sheetId+place). */
export async function listLines(sheetId: string, query: ListLines, ctx: Ctx): Promise<Page<ArrearsLineView>> {
  const { record } = await getSheet(sheetId, ctx);
  const { claimId, ...page } = query;
  const found = await keysetPage<LineRecord>(ArrearsLines, {
    sorts: { place: 'place' },
    fallback: 'place',
    limits: { ...(claimId === undefined ? {} : { claimId }), sheetId },
    query: page,
  });
  return { ...found, items: await lineViews(found.items, record, ctx) };
}
