import type {
  AlertView,
  AnswerAlert,
  AskAlert,
  JudgeAlert,
  OrderAlert,
  PlanVisit,
  SettleContest,
} from '../../core/contract/alerts.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { holdFiles } from '../files/index.ts';
import type { StoredAlertAnswer } from './alert.record.ts';
import type { AlertTarget } from './move-alert.ts';
import { moveAlert, whoActs } from './move-alert.ts';
import { tellCompany } from './tell-company.ts';

/** Notes that the office has looked at it. */
export const seeAlert = (target: AlertTarget, ctx: Ctx): Promise<AlertView> =>
  moveAlert(target, 'see', {}, ctx);

function notPast(path: string, day: PlainDate, ctx: Ctx): void {
  if (day < ctx.today) throw wrongField(path, '日期已经过去', 'The day has passed');
}

/** Asks the company a question, to be answered by a day. */
export function askAlert(target: AlertTarget, { text, answerBy }: AskAlert, ctx: Ctx): Promise<AlertView> {
  notPast('answerBy', answerBy, ctx);
  return moveAlert(target, 'ask', { text, answerBy }, ctx, async (alert) => {
    await tellCompany(alert, 'alertAsked', answerBy, ctx);
    return { set: { asked: { text, answerBy, askedOn: ctx.today } }, reason: text, facts: { answerBy } };
  });
}

/** The company says what happened, with evidence; that alone ends nothing. */
export const answerAlert = (target: AlertTarget, said: AnswerAlert, ctx: Ctx): Promise<AlertView> =>
  say(target, 'answer', said, ctx);

/** The company says that the data is late or wrong. */
export const contestAlert = (target: AlertTarget, said: AnswerAlert, ctx: Ctx): Promise<AlertView> =>
  say(target, 'contest', said, ctx);

/** Of one alert so many answers are kept; who has more to say has a case. */
const MOST_ANSWERS = 50;

function say(
  target: AlertTarget,
  kind: 'answer' | 'contest',
  { reason, text, fileIds }: AnswerAlert,
  ctx: Ctx,
): Promise<AlertView> {
  return moveAlert(target, kind, { text }, ctx, async (alert) => {
    if (alert.answers.length >= MOST_ANSWERS)
      throw new AppError('conflict', { answers: alert.answers.length });
    await holdFiles(fileIds, `alert:${String(alert._id)}`, ctx);
    const { id: byId = 'system', name: byName = 'system' } = whoActs(ctx);
    const answer: StoredAlertAnswer = { kind, reason, text, fileIds, at: ctx.now, byId, byName };
    const { asked } = alert;
    const inTime = asked === undefined ? {} : { inTime: ctx.today <= asked.answerBy };
    const isFirst = asked !== undefined && asked.answeredOn === undefined;
    return {
      ...(isFirst ? { set: { 'asked.answeredOn': ctx.today } } : {}),
      ...{ answer, reason: text, facts: { why: reason, files: fileIds.length, ...inTime } },
    };
  });
}

/** The office says whether the contest is right; what was wrong in the data is put right in the data. */
export function settleContest(
  target: AlertTarget,
  { agreed, text }: SettleContest,
  ctx: Ctx,
): Promise<AlertView> {
  return moveAlert(target, 'settleContest', { text }, ctx, async (alert) => {
    const at = alert.answers.findLastIndex(({ kind }) => kind === 'contest');
    await tellCompany(alert, 'alertContestSettled', ctx.today, ctx);
    return {
      set: { [`answers.${at}.settled`]: { agreed, text, at: ctx.now } },
      reason: text,
      facts: { agreed },
    };
  });
}

/** Plans a visit. The company is not told: a visit announced finds nothing. */
export function planVisit(target: AlertTarget, { on, text }: PlanVisit, ctx: Ctx): Promise<AlertView> {
  notPast('on', on, ctx);
  return moveAlert(target, 'visit', { on, text }, ctx, () => ({ reason: text, facts: { visitOn: on } }));
}

/** Tells the company to put it right by a day; the paper itself is the office's. */
export function orderAlert(
  target: AlertTarget,
  { text, rectifyBy }: OrderAlert,
  ctx: Ctx,
): Promise<AlertView> {
  notPast('rectifyBy', rectifyBy, ctx);
  return moveAlert(target, 'order', { text, rectifyBy }, ctx, async (alert) => {
    await tellCompany(alert, 'alertOrdered', rectifyBy, ctx);
    return {
      set: { asked: { text, answerBy: rectifyBy, askedOn: ctx.today, ordered: true } },
      reason: text,
      facts: { rectifyBy },
    };
  });
}

/** Says why nothing is to be done about it. The same finding is not raised again while it lasts. */
export const dismissAlert = (
  target: AlertTarget,
  { reason }: { reason: string },
  ctx: Ctx,
): Promise<AlertView> => moveAlert(target, 'dismiss', { reason }, ctx, () => ({ reason }));

/** Was it right? Asked once, when it has ended: the hit rate of the rule is made of it. */
export function judgeAlert(target: AlertTarget, { right, note }: JudgeAlert, ctx: Ctx): Promise<AlertView> {
  return moveAlert(target, 'judge', {}, ctx, (alert) => {
    if (alert.judgement !== undefined) throw new AppError('conflict', { state: alert.state });
    const said = note === undefined ? {} : { note };
    return {
      set: { judgement: { right, ...said, at: ctx.now, on: ctx.today } },
      ...(note === undefined ? {} : { reason: note }),
      facts: { right },
    };
  });
}
