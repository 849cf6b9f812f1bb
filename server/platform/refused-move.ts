import type { FieldProblem } from '../core/contract/errors.ts';
import type { FlowRefusal } from '../core/kit/flow.ts';
import { AppError } from './app-error.ts';

/** A move a flow table refused, as the caller is told: not open in this state, not his to make, or something is missing. */
export function refusedMove(refused: FlowRefusal): AppError {
  if (refused.code === 'notOpen') return new AppError('conflict', { state: refused.state });
  if (refused.code === 'notYours') return new AppError('forbidden');
  const missing = refused.missing.map((path): FieldProblem => ({
    in: 'body',
    path,
    rule: 'any.required',
    zh: '必填',
    en: 'This is required',
  }));
  return new AppError('invalidInput', { count: missing.length }, missing);
}
