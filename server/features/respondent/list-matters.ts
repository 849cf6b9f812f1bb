import type { ListMatters, MatterRow } from '../../core/contract/matters.ts';
import type { Page } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { officeName } from '../complaints/index.ts';
import { gatherMatters } from './gather-matters.ts';
import type { Office } from './matter-row.ts';
import { matterRow } from './matter-row.ts';

export const MATTER_SORTS = ['dueOn', 'servedOn', 'caseNumber'] as const;
type Sort = (typeof MATTER_SORTS)[number];

/** After every day: nothing is due. */
const NEVER = '9999-12-31';
const KEYS: Readonly<Record<Sort, (row: MatterRow) => string>> = {
  dueOn: ({ tasks }) => tasks[0]?.dueOn ?? NEVER,
  servedOn: ({ servedOn }) => servedOn,
  caseNumber: ({ caseNumber }) => caseNumber,
};

/** The cases in which something was served on the reader's companies; what is due first comes first. */
export async function listMatters(query: ListMatters, ctx: Ctx): Promise<Page<MatterRow>> {
  const { q, standing, sort = 'dueOn', limit = 50, cursor } = query;
  const offices = new Map<string, Office>();
  const rows: MatterRow[] = [];
  for (const matter of await gatherMatters(await ownCompanyIds(ctx), ctx.today)) {
    const { officeCode } = matter.record;
    const office = offices.get(officeCode) ?? (await officeOf(officeCode, ctx));
    offices.set(officeCode, office);
    rows.push(matterRow(matter, office, ctx.today));
  }
  const asked = rows.filter(
    (row) =>
      (standing === undefined || row.standing === standing) &&
      (q === undefined ||
        [row.caseNumber, row.officeName].some((text) => squeezed(text).includes(squeezed(q)))),
  );
  const name = sort.replace(/^-/u, '');
  const keyOf = KEYS[MATTER_SORTS.find((one) => one === name) ?? 'dueOn'];
  const down = sort.startsWith('-') ? -1 : 1;
  asked.sort((a, b) => down * compare(keyOf(a), keyOf(b)) || compare(a.id, b.id));
  const from = placeOf(cursor);
  const next = from + limit;
  return {
    items: asked.slice(from, next),
    nextCursor: next < asked.length ? String(next) : null,
    total: asked.length,
  };
}

/** Numbers are written 第 7 号 and typed 第7号. */
const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const officeOf = async (code: string, ctx: Ctx): Promise<Office> => ({
  name: await officeName(code, ctx),
  calendar: await loadCalendar(code),
});

/** What is due moves within this order from day to day, so a place is all a cursor can hold. */
function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,6}$/u.test(cursor)) return Number(cursor);
  const words = {
    zh: '分页位置无效，请从第一页开始',
    en: 'Not a valid place in this list; start from the first page',
  };
  throw new AppError('invalidInput', { count: 1 }, [
    { in: 'query', path: 'cursor', rule: 'cursor', ...words },
  ]);
}
