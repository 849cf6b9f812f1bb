import type { Page } from '../../core/contract/page.ts';
import type { ProblemLevel, SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { Ctx } from '../../platform/context.ts';
import { MAX_KEPT, findProblems } from './sheet-check.model.ts';
import { getOwnCheck } from './sheet-check-view.ts';

export interface ProblemsQuery {
  cursor?: string;
  limit?: number;
  rule?: string;
  level?: ProblemLevel;
}

/** The problems of a check in the order of the sheet, narrowed by rule and level; the cursor is the place to go on from. */
export async function listProblems(id: string, query: ProblemsQuery, ctx: Ctx): Promise<Page<SheetProblem>> {
  const check = await getOwnCheck(id, ctx);
  const from = Number(query.cursor ?? 0);
  const limit = query.limit ?? 50;
  const { rule, level } = query;
  const narrowed = rule !== undefined || level !== undefined;
  const found = narrowed
    ? (await findProblems(check._id, 0, MAX_KEPT))
        .filter((one) => (rule ?? one.rule) === one.rule && (level ?? one.level) === one.level)
        .slice(from, from + limit + 1)
    : await findProblems(check._id, from, limit + 1);
  return {
    items: found.slice(0, limit),
    nextCursor: found.length > limit ? String(from + limit) : null,
    total: check.rules
      .filter((one) => (rule ?? one.rule) === one.rule && (level ?? one.level) === one.level)
      .reduce((sum, one) => sum + one.count, 0),
  };
}
