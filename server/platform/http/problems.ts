import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { ERRORS } from '../../core/contract/errors.ts';
import type { FieldProblem, Problem } from '../../core/contract/errors.ts';
import { AppError } from '../app-error.ts';
import { errorWords } from '../error-words.ts';
import type { Log } from '../log.ts';
import { asAppError } from './known-errors.ts';

/** RFC 9457 problem details in the reader's language, with both languages beside it. */
export function problemOf(error: AppError, req: Request): Problem {
  const entry = ERRORS[error.code];
  const { zh, en, next } = errorWords(error, { requestId: String(req.id) });
  const english = req.acceptsLanguages('zh', 'en') === 'en';
  return {
    type: `/api/docs#${error.code}`,
    title: english ? en : zh,
    status: entry.status,
    code: error.code,
    detail: english ? next.en : next.zh,
    messages: { zh, en },
    next,
    ...(error.fields === undefined ? {} : { fields: error.fields.map((field) => placed(field, req)) }),
    ...(Object.keys(error.details).length === 0 ? {} : { details: error.details }),
    requestId: String(req.id),
  };
}

/** Who only reads sends no body: what a use case finds wrong then stands in the address. */
const placed = (field: FieldProblem, { method }: Request): FieldProblem =>
  field.in === 'body' && (method === 'GET' || method === 'HEAD') ? { ...field, in: 'query' } : field;

export function sendProblem(error: AppError, req: Request, res: Response): void {
  const problem = problemOf(error, req);
  const wait = error.details['retryAfter'];
  if (wait !== undefined) res.set('retry-after', String(wait));
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

const answeredEarly = new WeakSet<Response>();

/** Answers in the place of work that is still under way, and may be for long: what comes of it is told nobody. */
export function answerEarly(error: AppError, req: Request, res: Response): void {
  answeredEarly.add(res);
  sendProblem(error, req, res);
}

export const isAnsweredEarly = (res: Response): boolean => answeredEarly.has(res);

/** The last middleware: known errors become sentences, the rest 500 with a request id; the stack goes to the log. */
export function problemHandler(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four arguments.
  return (error: unknown, req, res, _next) => {
    const name = error instanceof Error ? error.name : 'unknown';
    // What follows from the early answer is no fault, and the next request on this line must not be cut.
    if (isAnsweredEarly(res)) {
      log.warn({ requestId: req.id, error: name }, 'ended after it was answered');
      return;
    }
    const known = asAppError(error);
    if (known.code === 'internal') {
      log.error(
        { requestId: req.id, stack: error instanceof Error ? error.stack : String(error) },
        'unexpected error',
      );
    }
    if (res.headersSent) {
      // Handed on to Express it would be printed whole, with the values that stand in it.
      log.warn({ requestId: req.id, error: name }, 'cut in the middle of an answer');
      res.destroy();
      return;
    }
    sendProblem(known, req, res);
  };
}

/** For what no route answered. */
export const nothingHere: RequestHandler = (req, _res, next) => {
  next(new AppError('noSuchRoute', { path: req.path.slice(0, 200) }));
};
