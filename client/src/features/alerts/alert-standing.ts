import type { AlertView } from '../../../../server/core/contract/alerts.ts';

/** Do the newest data still show it? One key of `alerts.standing`, and how it looks. */
export interface Standing {
  key:
    | 'still'
    | 'gone'
    | 'cured'
    | 'dismissedStill'
    | 'dismissedGone'
    | 'dropped'
    | 'retuned'
    | 'merged'
    | 'lapsed';
  tone: 'danger' | 'warning' | 'notice' | 'good';
}

/** What ended an alert where neither a person nor the data did. */
const ENDED_OTHERWISE = { drop: 'dropped', retune: 'retuned', merge: 'merged' } as const;
const endedOtherwise = (end: string | undefined): end is keyof typeof ENDED_OTHERWISE =>
  end !== undefined && Object.hasOwn(ENDED_OTHERWISE, end);

/** A dismissed alert may still be so; then the same thing is not raised anew while it lasts. */
export function standingOf({
  state,
  level,
  stillSo,
  history,
}: Pick<AlertView, 'state' | 'level' | 'stillSo' | 'history'>): Standing {
  if (state === 'cured') return { key: 'cured', tone: 'good' };
  if (state === 'lapsed') return { key: 'lapsed', tone: 'notice' };
  const end = history.findLast(({ to }) => to === 'dismissed')?.action;
  if (state === 'dismissed' && endedOtherwise(end)) return { key: ENDED_OTHERWISE[end], tone: 'notice' };
  if (state === 'dismissed')
    return stillSo ? { key: 'dismissedStill', tone: 'notice' } : { key: 'dismissedGone', tone: 'good' };
  if (!stillSo) return { key: 'gone', tone: 'good' };
  return { key: 'still', tone: level === 'red' ? 'danger' : 'warning' };
}

/** What the office asked or ordered last, in its own words; nothing where nobody asked. */
export const askedText = ({ history }: Pick<AlertView, 'history'>): string | undefined =>
  history.findLast(({ action }) => action === 'ask' || action === 'order')?.reason;

/** The visit planned last, and what for; companies are told nothing of it. */
export function plannedVisit({
  history,
}: Pick<AlertView, 'history'>): { on: string; text: string } | undefined {
  const visit = history.findLast(({ action }) => action === 'visit');
  const on = visit?.facts?.['visitOn'];
  return on === undefined ? undefined : { on: String(on), text: visit?.reason ?? '' };
}

/** Ended, however it did: nothing more is due of it. */
export const isOver = ({ state }: Pick<AlertView, 'state'>): boolean =>
  state === 'cured' || state === 'dismissed' || state === 'lapsed';

/** Has the company said anything since it was asked or ordered? Then its day is met. */
export function hasAnswered({ history }: Pick<AlertView, 'history'>): boolean {
  const last = (...actions: string[]): number =>
    history.findLastIndex(({ action }) => actions.includes(action));
  return last('answer', 'contest') > last('ask', 'order');
}
