import type { DeadlineFact } from '../../core/alerts/facts.ts';
import { currentDue, isOpen, isStanding } from '../../core/law/deadline.ts';
import { queueDeadlines } from './proceedings/proceeding-clock.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';

/** Periods that run now of open cases about these projects, by project (index projectId+nextDueOn). */
export async function caseDeadlinesOf(projectIds: readonly string[]): Promise<Map<string, DeadlineFact[]>> {
  const theirs = { projectId: { $in: [...projectIds] }, open: true };
  // Named, because the queue of all open cases looks as good to the store.
  const hint = { hint: { projectId: 1, nextDueOn: 1 } } as const;
  const found: unknown = await Cases.find(
    theirs,
    { projectId: 1, caseNumber: 1, state: 1, deadlines: 1, proceedings: 1 },
    hint,
  )
    .sort({ _id: 1 })
    .lean();
  const known = new Map<string, DeadlineFact[]>();
  for (const one of found as CaseRecord[]) {
    // lean documents with the fields asked for
    const { _id, projectId = '', caseNumber } = one;
    const running = queueDeadlines(one)
      .filter((deadline) => isOpen(deadline) && !isStanding(deadline))
      .map((deadline) => ({
        ...{ kind: 'case' as const, id: String(_id), number: caseNumber },
        ...{ period: deadline.period, dueOn: currentDue(deadline) },
      }));
    known.set(projectId, [...(known.get(projectId) ?? []), ...running]);
  }
  return known;
}
