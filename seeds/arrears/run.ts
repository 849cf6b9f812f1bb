import type { ArrearsSheetView } from '../../server/core/contract/arrears.ts';
import type { CaseRow } from '../../server/core/contract/cases.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { DEMO_AREA, DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';
import {
  answerMyArrears,
  buildSheet,
  editLine,
  getLiability,
  getSheetOfCase,
  listLines,
  listMyArrears,
  markForSide,
  putLiabilityFacts,
  settleSheet,
  showSheet,
} from '../../server/features/arrears/index.ts';
import { decideLiability, listCases } from '../../server/features/cases/index.ts';
import { fen } from '../../server/core/kit/money.ts';
import { toShanghaiDay } from '../../server/core/kit/plain-date.ts';
import { AppError } from '../../server/platform/app-error.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { staff, worker } from '../demo-office.ts';
import { workingDaysBefore } from '../working-days.ts';

/** The demo office on a working day before today, never later than now. */
type On = (who: 'inspector' | 'worker', before: number) => Ctx;

/**
 * Arrears sheets of the demo's cases in each of their states, once their sites have rosters and payrolls: a draft, one
 * shown with words of both sides, one settled. A case that has one already is left as it is.
 */
export async function seedArrears(ctx: Ctx): Promise<number> {
  const people = { inspector: await staff('inspector'), worker: await worker('13800000001') };
  const calendar = await loadCalendar(DEMO_AREA);
  const on: On = (who, before) => {
    const then = people[who].on(workingDaysBefore(ctx.today, before, calendar), 15);
    return { ...then, now: then.now < ctx.now ? then.now : ctx.now };
  };
  const cases = (await listCases({ limit: 200, open: true }, on('inspector', 0))).items;
  const stories = [
    { title: '包工头', tell: draft },
    { title: '张大山', tell: shownWithWords },
    { title: '木工班', tell: settled },
  ] as const;
  let told = 0;
  for (const { title, tell } of stories) {
    const found = cases.find((one) => one.title.includes(title));
    if (found !== undefined && (await isNew(found, on))) told += await once(() => tell(found, on));
  }
  return told;
}

async function isNew({ id }: CaseRow, on: On): Promise<boolean> {
  try {
    await getSheetOfCase(id, {}, on('inspector', 0));
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return true;
    throw error;
  }
}

async function once(tell: () => Promise<void>): Promise<number> {
  await inTransaction(tell);
  return 1;
}

const build = ({ id }: CaseRow, ctx: Ctx): Promise<ArrearsSheetView> => buildSheet(id, {}, ctx);
const until = (on: On, before: number) => ({ answerBy: on('inspector', before).today });

/** Reckoned and not shown to anybody yet. */
async function draft(row: CaseRow, on: On): Promise<void> {
  await build(row, on('inspector', 1));
}

/** The demo worker disputes one month on his phone and agrees to the other; who pays was decided after the table. */
async function shownWithWords(row: CaseRow, on: On): Promise<void> {
  const ctx = on('inspector', 1);
  await putLiabilityFacts(row.id, { answers: { employerIsSubcontractor: true, hasNotPaid: true } }, ctx);
  const { proposals, version } = await getLiability(row.id, ctx);
  const [first] = proposals;
  if (first === undefined) throw new Error('the table proposes nothing');
  await decideLiability(
    row.id,
    version,
    {
      rule: first.rule,
      ...(first.payer === undefined ? {} : { primaryPayer: first.payer }),
      firstPayer: first.firstPayer ?? { companyId: DEMO_COMPANY_ID, name: '文山演示建筑工程有限公司' },
      ...(first.recourseAgainst === undefined ? {} : { recourseAgainst: first.recourseAgainst }),
      reason: '演示：劳务分包单位没有支付，由施工总承包单位先行清偿。',
    },
    ctx,
  );
  const drafted = await build(row, ctx);
  const later = new Date(ctx.now.getTime() + 7 * 24 * 3_600_000);
  const shown = await showSheet(
    drafted.id,
    drafted.version,
    { answerBy: toShanghaiDay(later.getTime()) },
    ctx,
  );
  const own = (await listMyArrears(on('worker', 0))).find(({ sheetId }) => sheetId === shown.id);
  const [older, newer] = own?.lines.filter(({ isUnknown }) => !isUnknown) ?? [];
  if (older !== undefined)
    await answerMyArrears(older.id, shown.version, { mark: 'agreed' }, on('worker', 0));
  if (newer !== undefined) {
    // The bank says credited: the card may be in another's hand.
    const word = {
      mark: 'disputed' as const,
      saysFen: fen(630_000),
      reason: '演示：卡在班组长手里，我没有收到。',
    };
    await answerMyArrears(newer.id, shown.version, word, on('worker', 0));
  }
}

/** Thirty people: both sides agreed at the counter but for one month, which the inspector decided. */
async function settled(row: CaseRow, on: On): Promise<void> {
  const shownOn = on('inspector', 3);
  const drafted = await build(row, shownOn);
  const shown = await showSheet(drafted.id, drafted.version, until(on, 2), shownOn);
  const lines = (await listLines(shown.id, { limit: 200 }, shownOn)).items;
  const lineIds = lines.map(({ id }) => id);
  const heard = on('inspector', 2);
  for (const side of ['worker', 'employer'] as const)
    await markForSide(shown.id, shown.version, { side, mark: 'agreed', lineIds }, heard);
  const last = lines.at(-1);
  if (last === undefined) throw new Error('a sheet has lines');
  const dispute = {
    side: 'employer' as const,
    mark: 'disputed' as const,
    reason: '演示：说已付过现金，没有凭据。',
  };
  const now = await markForSide(shown.id, shown.version, { ...dispute, lineIds: [last.id] }, heard);
  const decided = on('inspector', 1);
  const [fresh] = (await listLines(now.id, { limit: 200 }, decided)).items.slice(-1);
  if (fresh === undefined) throw new Error('a sheet has lines');
  const reason = '演示：单位没有提供付款凭据，按测算认定。';
  await editLine(fresh.id, fresh.version, { foundFen: fresh.owedFen, reason }, decided);
  const seen = await getSheetOfCase(row.id, {}, decided);
  await settleSheet(seen.id, seen.version, { marks: seen.marks }, decided);
}
