import type { AlertState } from '../../core/contract/alerts.ts';
import { levelOfAll, pointsOf } from '../../core/alerts/score.ts';
import { ALERT_RULES, findAlertRule } from '../../core/alerts/rules.ts';
import type { CardRecord } from './alert-card.model.ts';
import { isForOffice } from './alert-reach.ts';
import type { AlertHistory, AlertRecord } from './alert.record.ts';

/** A visit announced finds nothing, and a lead is the office's matter: what may show either is kept from companies. */
const OWN_ACTS = new Set(['see', 'visit', 'openCase', 'judge']);

/** The state as a company is told it: that the office has acted does not show. */
export function shownState({ state, answers }: Pick<AlertRecord, 'state' | 'answers'>): AlertState {
  if (state !== 'acted') return state;
  return answers.length > 0 ? 'answered' : 'seen';
}

/** The same as a filter: who asks for a state gets what he is shown as one. */
export function stateAsShown(state: AlertState): Record<string, unknown> {
  if (state === 'acted') return { state: { $in: [] } };
  if (state !== 'seen' && state !== 'answered') return { state };
  const behind = { state: 'acted', 'answers.0': { $exists: state === 'answered' } };
  return { $or: [{ state }, behind] };
}

const masked = (state: AlertState | undefined, shown: AlertState): AlertState | undefined =>
  state === 'acted' ? shown : state;

/** The alert as a company may see it: its own words, what it was asked and ordered, how it began and ended. */
export function forCompany(alert: AlertRecord): AlertRecord {
  const { judgement: _, complaintId: _complaint, caseId: _case, inspectionId: _visit, ...rest } = alert;
  const state = shownState(alert);
  const shown = (alert.history ?? []).filter(({ action }) => !OWN_ACTS.has(action));
  return { ...rest, state, history: shown.map((entry) => forCompanyEntry(entry, state)) };
}

function forCompanyEntry({ from, to, reason, ...entry }: AlertHistory, state: AlertState): AlertHistory {
  const [was, is] = [masked(from, state), masked(to, state)];
  return {
    ...entry,
    ...(was === undefined ? {} : { from: was }),
    ...(is === undefined ? {} : { to: is }),
    // Why the office sees nothing in it is said among the office.
    ...(reason === undefined || entry.action === 'dismiss' ? {} : { reason }),
  };
}

/** A project's card as a company sees it: points and level are those of the rules it sees. */
export function cardForCompany(card: CardRecord): CardRecord {
  const rules = card.rules.filter(({ rule }) => !isForOffice(rule));
  const clear = ALERT_RULES.filter(({ id }) => !isForOffice(id)).length - rules.length;
  const outcomes = [...rules, ...Array.from({ length: Math.max(0, clear) }, () => CLEAR)];
  const points = rules.reduce((sum, one) => {
    const rule = findAlertRule(one.rule);
    return rule === undefined ? sum : sum + pointsOf(rule, one);
  }, 0);
  const trend = card.trend.map((month) => ({ ...month, points: month.points - month.officePoints }));
  return { ...card, rules, points, level: levelOfAll(outcomes), trend };
}
const CLEAR = { state: 'clear', level: 'yellow' } as const;
