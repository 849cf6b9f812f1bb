import express from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { AppError } from '../app-error.ts';
import { keepBodyHash } from './machine-signature.ts';

/** A JSON body may be this large and this deep; files go another way. */
export const BODY_LIMIT = '256kb';
const MAX_DEPTH = 12;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Half of a surrogate pair: stores turn it into something else, so neither a hash nor a key of it would hold. */
const BROKEN_CHARACTER = /\p{Cs}/u;

/**
 * Throws on keys that could reach a prototype or a query operator, on text that is no text and on nesting no form of
 * ours has.
 */
export function checkContent(value: unknown, depth = 0, path = ''): void {
  if (typeof value === 'string' && BROKEN_CHARACTER.test(value))
    throw wrong(path, 'string.base', '含有不完整的字符', 'Holds a broken character');
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw new AppError('tooDeep');
  for (const key of Object.keys(value)) {
    if (FORBIDDEN.has(key) || key.startsWith('$') || BROKEN_CHARACTER.test(key))
      throw wrong(key, 'object.unknown', '没有这一项', 'There is no such field');
    checkContent((value as Record<string, unknown>)[key], depth + 1, path === '' ? key : `${path}.${key}`); // an object's own keys
  }
}

const wrong = (path: string, rule: string, zh: string, en: string): AppError =>
  new AppError('invalidInput', { count: 1 }, [{ in: 'body', path: path.slice(0, 100), rule, zh, en }]);

const parserOf = (limit: string): RequestHandler =>
  express.json({ limit, strict: true, verify: (req, _res, bytes) => keepBodyHash(req, bytes) });

function readUpTo(limit: string): RequestHandler {
  const parse = parserOf(limit);
  return (req, res, next) => {
    const hasBody =
      req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
    if (hasBody && req.is('application/json') === false) {
      next(new AppError('wrongContentType', { accepted: 'application/json' }));
      return;
    }
    parse(req, res, (error?: unknown) => {
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
}

/** Reads JSON bodies only; anything else with a body is refused unless the route reads it itself. */
export const readJson: RequestHandler = readUpTo(BODY_LIMIT);

/** The same for a door that takes a larger body, once it has opened. */
export const readLargeJson = (req: Request, res: Response, kilobytes: number): Promise<void> =>
  new Promise((resolve, reject) => {
    void readUpTo(`${String(kilobytes)}kb`)(req, res, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
