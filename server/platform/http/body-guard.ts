import express from 'express';
import type { RequestHandler } from 'express';
import { AppError } from '../app-error.ts';

/** A JSON body may be this large and this deep; files go another way. */
export const BODY_LIMIT = '256kb';
const MAX_DEPTH = 12;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Throws on keys that could reach a prototype or a query operator, and on nesting no form of ours has. */
export function checkContent(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw new AppError('tooDeep');
  for (const key of Object.keys(value)) {
    if (FORBIDDEN.has(key) || key.startsWith('$')) {
      throw new AppError('invalidInput', { count: 1 }, [
        {
          in: 'body',
          path: key.slice(0, 50),
          rule: 'object.unknown',
          zh: '没有这一项',
          en: 'There is no such field',
        },
      ]);
    }
    checkContent((value as Record<string, unknown>)[key], depth + 1); // an object's own keys
  }
}

const parseJson = express.json({ limit: BODY_LIMIT, strict: true });

/** Reads JSON bodies only; anything else with a body is refused unless the route reads it itself. */
export const readJson: RequestHandler = (req, res, next) => {
  const hasBody =
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (hasBody && req.is('application/json') === false) {
    next(new AppError('wrongContentType', { accepted: 'application/json' }));
    return;
  }
  parseJson(req, res, (error?: unknown) => {
    if (error !== undefined) {
      next(error);
      return;
    }
    try {
      checkContent(req.body);
      next();
    } catch (found) {
      next(found);
    }
  });
};
