import type { Flow } from '../kit/flow.ts';
import type { CitableId } from './articles.ts';
import type { PeriodId } from './periods.ts';

/**
 * A flow table whose periods and citations must exist in core/law: a wrong name, or a citation that may not
 * be printed, does not compile.
 */
export type LawFlow<State extends string, Action extends string, Role extends string = string> = Flow<
  State,
  Action,
  Role,
  PeriodId,
  CitableId
>;
