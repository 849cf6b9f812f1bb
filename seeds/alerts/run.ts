import type { AlertRow } from '../../server/core/contract/alerts.ts';
import {
  addDays,
  addPayMonths,
  firstDayOf,
  nextPayMonth,
  payMonthOf,
} from '../../server/core/kit/plain-date.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { actOnAlert, lastScanOn, listAlerts, scanProjects } from '../../server/features/alerts/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { onDay } from '../pay-side/on-day.ts';
import { seedTruthSamples } from './truth-samples.ts';

/** Days before today on which the demo office looked: enough for alerts that came, climbed and went. */
const LOOKS = [42, 21, 7] as const;
/** Of each of the months before, two days between which wages that came late came. */
const MONTHS_LOOKED = 2;
const [WHILE_LATE, ONCE_PAID] = [25, 5] as const;

/** The days of the looks, oldest first; the office's talk with the companies comes after the last of them. */
function lookDays(today: PlainDate): PlainDate[] {
  const months = Array.from({ length: MONTHS_LOOKED }, (_, at) => addPayMonths(payMonthOf(today), -1 - at));
  const days = [
    ...LOOKS.map((back) => addDays(today, -back)),
    ...months.flatMap((month) => [
      addDays(firstDayOf(month), WHILE_LATE - 1),
      addDays(firstDayOf(nextPayMonth(month)), ONCE_PAID - 1),
    ]),
  ];
  const last = addDays(today, -LOOKS[2]);
  return [...new Set(days)].filter((day) => day <= last).sort();
}

/**
 * The warnings of the demo region as weeks of looking would have left them: raised, climbed, cured, asked about, answered,
 * contested and dismissed. What the office looked at in the past week, or has said something to, is left as it is.
 */
export async function seedAlerts(ctx: Ctx): Promise<number> {
  const last = await lastScanOn();
  if (last !== null && (last >= addDays(ctx.today, -7) || (await isTalkedAbout(ctx)))) return 0;
  const { signal } = new AbortController();
  for (const day of lookDays(ctx.today)) await scanProjects(onDay(day), { signal, asOf: true });
  await talk(ctx);
  await seedTruthSamples(ctx);
  const found = await scanProjects(ctx, { signal, asOf: true });
  return found['projects'] ?? 0;
}

/** Of a demo that stood still for weeks the talk has been, and what it was about may have ended since. */
async function isTalkedAbout(ctx: Ctx): Promise<boolean> {
  for (const state of ['dismissed', 'contested', 'answered', 'seen', 'acted'] as const)
    if ((await listAlerts({ state, limit: 1 }, ctx)).items.length > 0) return true;
  return false;
}

/** What office and contractor said to each other in the week before. */
async function talk(ctx: Ctx): Promise<void> {
  const [inspector, officer] = [await staff('inspector'), await staff('labour')];
  const day = (back: number): PlainDate => addDays(ctx.today, -back);
  const own = (await listAlerts({ open: true, limit: 200 }, officer.on(day(6)))).items;
  const [asked, contested] = own;
  if (asked !== undefined) {
    const question = { text: '请说明何时足额发放，并上传银行回单。', answerBy: day(2) };
    const said = {
      reason: 'ownerUnpaid',
      text: '业主进度款未到，已催要，到账当日发放。',
      fileIds: [],
    } as const;
    const seen = await actOnAlert.askAlert(at(asked), question, inspector.on(day(6)));
    await actOnAlert.answerAlert(at(seen), { ...said, fileIds: [] }, officer.on(day(3)));
  }
  if (contested !== undefined)
    await actOnAlert.contestAlert(
      at(contested),
      { reason: 'dataLate', text: '资料已交银行，系统数据尚未更新。', fileIds: [] },
      officer.on(day(4)),
    );
  await closeSome(inspector.on(day(5)));
}

/** What turned out to be no matter for the office, by rule: how many, why, and whether the warning was right all the same. */
const DISMISSED = [
  { rule: 'averageFalls', count: 1, right: false, reason: '当月雨天停工，经核实属实。' },
  { rule: 'payWithoutAttendance', count: 2, right: false, reason: '门禁故障，纸质考勤齐全。' },
  { rule: 'boardPhotoMissing', count: 2, right: true, reason: '现场已补齐，照片待上传。' },
] as const;

/** Most that ended were looked into: were they right? And some are no matter for the office. */
async function closeSome(ctx: Ctx): Promise<void> {
  const ended = (await listAlerts({ state: 'cured', limit: 200 }, ctx)).items;
  for (const [index, alert] of ended.entries())
    if (index % 4 !== 3) await actOnAlert.judgeAlert(at(alert), { right: index % 5 !== 2 }, ctx);
  for (const { rule, count, right, reason } of DISMISSED)
    for (const minor of (await listAlerts({ rule, open: true, limit: count }, ctx)).items) {
      const dismissed = await actOnAlert.dismissAlert(at(minor), { reason }, ctx);
      await actOnAlert.judgeAlert(at(dismissed), { right }, ctx);
    }
}

const at = ({ id, version }: Pick<AlertRow, 'id' | 'version'>) => ({ id, version });
