import type { AlertAction, AlertView } from '../../core/contract/alerts.ts';
import { decide } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit, inTransaction } from '../../platform/db.ts';
import { publish } from '../../platform/realtime/index.ts';
import { refusedMove } from '../../platform/refused-move.ts';
import { alertRoles, getAlertRecord, isAskable, isForOffice } from './alert-reach.ts';
import { alertView } from './alert-view.ts';
import { ALERT_FLOW } from './alert.flow.ts';
import { changeAlert } from './alert.model.ts';
import type { AlertHistory, AlertRecord, StoredAlertAnswer } from './alert.record.ts';
import { companiesOf } from './tell-company.ts';

/** An alert as its mover saw it. */
export interface AlertTarget {
  id: string;
  version: number;
}

/** What a use case adds to the bare move. */
export interface AlertMove {
  set?: Record<string, unknown>;
  answer?: StoredAlertAnswer;
  /** The mover's own words: in the history, never in the event. */
  reason?: string;
  facts?: Record<string, string | number | boolean>;
}

/** Who did it, as the history keeps it. */
export const whoActs = ({ actor }: Ctx): AlertHistory['by'] =>
  actor.kind === 'user' ? { kind: 'staff', id: actor.userId, name: actor.name } : { kind: 'system' };

/**
 * Every move of an alert: open to this mover in this state, saved if nobody was faster, with its history and its event in
 * one transaction. A move that has been made already (`null`) leaves the alert as it is.
 */
export async function moveAlert(
  { id, version }: AlertTarget,
  action: AlertAction,
  given: Readonly<Record<string, unknown>>,
  ctx: Ctx,
  decideMove: (alert: AlertRecord) => Promise<AlertMove | null> | AlertMove = () => ({}),
): Promise<AlertView> {
  return inTransaction(async () => {
    const alert = await getAlertRecord(id, ctx);
    if (version !== alert.version) throw new AppError('staleVersion');
    const roles = await alertRoles(alert, ctx);
    const decided = decide(ALERT_FLOW, alert, action, { roles }, ctx.today, given);
    if (!decided.ok) throw refusedMove(decided);
    if (!isAskable(alert, action)) throw new AppError('conflict', { rule: alert.rule });
    const move = await decideMove(alert);
    if (move === null) return alertView(alert, ctx);
    const { set, answer, reason, facts } = move;
    const history: AlertHistory = {
      ...{ action, from: alert.state, to: decided.to, at: ctx.now, on: ctx.today, by: whoActs(ctx) },
      ...(reason === undefined ? {} : { reason }),
      ...(facts === undefined ? {} : { facts }),
    };
    const ended = decided.to === 'dismissed' && alert.open === true;
    const changed = await changeAlert(alert, {
      set: { ...set, state: decided.to, ...(ended ? { endedOn: ctx.today } : {}) },
      ...(ended ? { unset: { open: 1 as const } } : {}),
      history,
      ...(answer === undefined ? {} : { answer }),
    });
    if (changed === null) throw new AppError('staleVersion');
    await recordAlertEvent(changed, action, { from: alert.state, to: decided.to, ...facts }, ctx);
    await tellScreens(changed);
    return alertView(changed, ctx);
  });
}

/** Adds to the chain of this alert; facts name states, days and rules, never what anybody wrote. */
async function recordAlertEvent(
  { _id, areaCode, rule, projectId }: AlertRecord,
  action: AlertAction,
  facts: Record<string, unknown>,
  ctx: Ctx,
): Promise<void> {
  const subject = `alert:${String(_id)}` as const;
  const known = { rule, projectId, ...facts };
  await appendEvent({ subject, areaCode, action: `alert.${action}`, facts: known }, ctx);
}

/** The screens of the office and of the companies that may see it fetch it again; nothing but ids travels. */
async function tellScreens(alert: AlertRecord): Promise<void> {
  const { _id, areaCode, projectId, rule } = alert;
  const payload = { type: 'alertChanged' as const, id: String(_id), projectId };
  const companies = isForOffice(rule) ? [] : await companiesOf(alert);
  afterCommit(() => {
    publish(`area:${areaCode}`, 'alertChanged', payload);
    for (const company of companies) publish(`company:${company}`, 'alertChanged', payload);
  });
}
