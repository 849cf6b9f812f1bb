import type { Request, Response } from 'express';
import type { AppError } from '../app-error.ts';
import { answerEarly } from './problems.ts';

const nothing = (): void => undefined;

/** The requests that are in line or being served, so that all can be answered when their work comes to a standstill. */
export class Unanswered {
  readonly #open = new Map<Response, (error: AppError) => void>();

  /** To be called before any handler changes how the response is ended: the session's keeps the last byte until it is saved. */
  add(req: Request, res: Response, leaveLine: () => void): void {
    const { write, end } = res;
    this.#open.set(res, (error) => {
      if (res.headersSent) return;
      leaveLine();
      Object.assign(res, { write, end });
      res.on('error', nothing); // a handler that goes on later may still write to it
      answerEarly(error, req, res);
    });
    res.once('close', () => {
      this.#open.delete(res);
      leaveLine();
    });
  }

  answerAll(error: AppError): void {
    for (const answer of this.#open.values()) answer(error);
  }
}
