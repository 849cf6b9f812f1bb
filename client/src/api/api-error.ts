import type { ErrorCode, FieldProblem, Problem } from '@core/contract/errors.ts';
import type { Bilingual } from '@/i18n/bilingual.ts';

/** `offline`: nothing came back. `unreadable`: something came back that is not ours (a proxy's page, a cut answer). */
export type ApiErrorCode = ErrorCode | 'offline' | 'unreadable';

/** The one error every request ends in; screens show its words, never make up their own. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly messages: Bilingual;
  readonly next: Bilingual;
  readonly fields: readonly FieldProblem[];
  readonly details: Readonly<Record<string, string | number>>;
  readonly requestId: string | undefined;

  constructor(
    code: ApiErrorCode,
    status: number,
    words: { messages: Bilingual; next: Bilingual },
    more: {
      fields?: FieldProblem[] | undefined;
      details?: Problem['details'] | undefined;
      requestId?: string | undefined;
    } = {},
  ) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.messages = words.messages;
    this.next = words.next;
    this.fields = more.fields ?? [];
    this.details = more.details ?? {};
    this.requestId = more.requestId;
  }

  /** May the very same submission be sent again with the same key? Then nothing can happen twice. */
  get mayRetry(): boolean {
    return this.code === 'offline' || this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'messages' in value && 'status' in value
  );
}

export function errorFromProblem(problem: Problem): ApiError {
  return new ApiError(problem.code, problem.status, problem, problem);
}
