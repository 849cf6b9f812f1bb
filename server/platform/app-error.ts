import type { ErrorCode, FieldProblem } from '../core/contract/errors.ts';

export type ErrorDetails = Record<string, string | number>;

/** The one error a use case throws; `contract/errors.ts` turns its code into status and words. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly fields: FieldProblem[] | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}, fields?: FieldProblem[]) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.fields = fields;
  }
}
