import type { Request, RequestHandler } from 'express';
import { AppError } from '../app-error.ts';
import { keyedHash, sameMark } from './keyed-hash.ts';
import type { AuthSettings } from './session-middleware.ts';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token that pages of this session send back; it changes with every sign-in. Empty when nobody is signed in. */
export function csrfTokenOf(req: Pick<Request, 'user' | 'sessionID'>): string {
  return req.user === undefined ? '' : keyedHash('csrf', req.sessionID);
}

/**
 * A change needs the token of its session; without a session it must come from our own pages as far as the browser
 * says where it comes from (so nobody can sign a visitor in as somebody else). Stands after passport's handlers.
 */
export function csrfGuard(
  settings: Pick<AuthSettings, 'env' | 'publicUrl' | 'allowedHosts'>,
): RequestHandler {
  return (req, _res, next) => {
    if (HARMLESS.has(req.method)) return next();
    if (req.user === undefined)
      return next(isOwnOrigin(req.headers, settings) ? undefined : new AppError('wrongOrigin'));
    return next(
      sameMark(req.get('x-csrf-token') ?? '', csrfTokenOf(req)) ? undefined : new AppError('wrongCsrf'),
    );
  };
}

type OriginHeaders = { [name: string]: string | string[] | undefined };

/** Does the browser say the request was made by one of our own pages? What says nothing is no browser and may pass. */
export function isOwnOrigin(
  headers: OriginHeaders,
  settings: Pick<AuthSettings, 'env' | 'publicUrl' | 'allowedHosts'>,
): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const origin = headers['origin'];
  if (origin === undefined) return true;
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.host === new URL(settings.publicUrl).host || from.host === headers['host']) return true;
  // In development the pages may be served by a neighbouring port.
  return settings.env !== 'production' && settings.allowedHosts.includes(from.hostname);
}
