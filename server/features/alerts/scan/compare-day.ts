import { evaluate } from '../../../core/alerts/evaluate.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import { cardIdsAfter } from '../alert-card.model.ts';
import { findStandingOn } from '../alert.model.ts';
import { findKnown } from '../fact-snapshot.model.ts';

const BATCH = 100;

/** A finding of a day, by what names it. */
export interface NamedFinding {
  rule: string;
  about: string;
}
export interface DayComparison {
  /** Nothing was known of the project on that day. */
  known: boolean;
  /** Found again, but no alert stood that day; and the other way round. */
  onlyFound: NamedFinding[];
  onlyRaised: NamedFinding[];
  same: number;
}

const keyOf = ({ rule, about }: NamedFinding): string => `${rule}\n${about}`;

/** One project's past day, reckoned from what was known then, beside the alerts that stood on it. */
export async function compareProject(projectId: string, day: PlainDate): Promise<DayComparison> {
  const known = await findKnown(projectId, day);
  if (known === null) return { known: false, onlyFound: [], onlyRaised: [], same: 0 };
  const { facts, settings } = known;
  const { outcomes } = evaluate(facts, settings.rules, day, settings.calendar);
  const found = outcomes.flatMap(({ rule, findings }) => findings.map(({ about }) => ({ rule, about })));
  // A rule that could not tell leaves what stood before as it was.
  const silent = new Set(outcomes.filter(({ state }) => state === 'noData').map(({ rule }) => rule));
  const stood = (await findStandingOn(projectId, day)).filter(({ rule }) => !silent.has(rule));
  const [foundKeys, stoodKeys] = [new Set(found.map(keyOf)), new Set(stood.map(keyOf))];
  const onlyFound = found.filter((one) => !stoodKeys.has(keyOf(one)));
  return {
    known: true,
    onlyFound,
    onlyRaised: stood.filter((one) => !foundKeys.has(keyOf(one))).map(({ rule, about }) => ({ rule, about })),
    same: found.length - onlyFound.length,
  };
}

/** All projects of a past day; writes nothing. */
export async function compareDay(ctx: Ctx, signal: AbortSignal): Promise<Record<string, number>> {
  const counts = { projects: 0, raised: 0, cured: 0, same: 0, differing: 0, unknown: 0 };
  let after: string | undefined;
  while (!signal.aborted) {
    const ids = await cardIdsAfter(after, BATCH);
    if (ids.length === 0) break;
    for (const id of ids) {
      const compared = await compareProject(id, ctx.today);
      counts.projects += 1;
      if (!compared.known) counts.unknown += 1;
      counts.same += compared.same;
      counts.differing += compared.onlyFound.length + compared.onlyRaised.length;
    }
    after = ids.at(-1);
  }
  return counts;
}
