import type { MyPayLine } from '../../core/contract/my-pay.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { myPayLineView, myPayLineViews } from './my-pay-line-view.ts';
import { getOwnLine, ownLines } from './own-lines.ts';
import { PayrollLines } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

/** The own months on payroll, the newest first. */
export async function listMyPayLines(query: PageQuery, ctx: Ctx): Promise<Page<MyPayLine>> {
  const list = {
    sorts: { payMonth: 'payMonth' },
    fallback: '-payMonth',
    limits: await ownLines(ctx),
    query,
  };
  const page = await keysetPage<PayrollLineRecord>(PayrollLines, list);
  return { ...page, items: await myPayLineViews(page.items, ctx) };
}

/** One of them; somebody else's is not found. */
export const getMyPayLine = async (id: string, ctx: Ctx): Promise<MyPayLine> =>
  myPayLineView(await getOwnLine(id, ctx), ctx);
