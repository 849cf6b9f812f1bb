import { createHash } from 'node:crypto';
import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import mongoose from 'mongoose';
import { remembered } from '../remembered.ts';
import type { CookieSecrets } from './cookie-keys.ts';
import { liveCookieKeys } from './cookie-keys.ts';

export interface AuthSettings {
  env: 'development' | 'production' | 'test';
  port: number;
  publicUrl: string;
  allowedHosts: readonly string[];
  sessionHours: { idle: number; absolute: number };
  secrets: CookieSecrets;
}

/** Collection that ties cookies to sessions of `accounts`. */
export const WEB_SESSIONS = 'webSessions';

/** Browsers keep one cookie jar per host for all ports: the port in the name lets two copies run side by side. */
export const sessionCookieName = (settings: Pick<AuthSettings, 'env' | 'port'>): string =>
  settings.env === 'production' ? '__Host-anxin.sid' : `anxin.${settings.port}.sid`;

/**
 * Web sessions in the application's own store, through mongoose's client: build it after `connectDb`. Nothing is kept
 * for visitors who do not sign in. The record here only ties a cookie to a session of `accounts`, which alone decides
 * whether it still holds (idle and absolute limits, sign-out, disabling); so a copied cookie is worthless after sign-out
 * even if a request in flight writes its record again.
 */
export function sessionMiddleware(settings: AuthSettings): RequestHandler {
  const production = settings.env === 'production';
  const lifeSeconds = settings.sessionHours.absolute * 3600;
  return session({
    name: sessionCookieName(settings),
    secret: liveCookieKeys(settings.secrets),
    store: webSessionStore(lifeSeconds),
    resave: false,
    saveUninitialized: false,
    // 'destroy' would also take away the record of a session that could not be read, once the store is back.
    unset: 'keep',
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: production, maxAge: lifeSeconds * 1000 },
  });
}

function webSessionStore(ttl: number): MongoStore {
  const store = MongoStore.create({
    client: mongoose.connection.getClient(),
    dbName: mongoose.connection.name,
    collectionName: WEB_SESSIONS,
    stringify: false,
    ttl,
    // Whoever reads the store still holds no cookie.
    transformId: (sid) => createHash('sha256').update(sid).digest('base64url'),
  });
  const known = remembered<session.SessionData | null>();
  const { get, set, destroy } = store;
  store.get = (sid, done) => {
    const read = (): Promise<session.SessionData | null> =>
      new Promise((resolve, reject) => {
        get.call(store, sid, (error: unknown, found) => {
          if (error === undefined || error === null) resolve(found ?? null);
          else reject(error instanceof Error ? error : new Error(String(error)));
        });
      });
    // Each request gets a copy of its own: it may change what it holds.
    known.get(sid, read).then(
      (found) => done(null, structuredClone(found)),
      // express-session takes an ENOENT for "there is no such session" and signs the person out: a store that is just
      // being started again has no socket file and fails with that very code.
      (error: unknown) => done(new Error('The session could not be read', { cause: error })),
    );
  };
  store.set = (sid, data, done) => {
    known.forget(sid);
    set.call(store, sid, data, done);
  };
  store.destroy = (sid, done) => {
    known.forget(sid);
    destroy.call(store, sid, done);
  };
  // "Last seen" is kept by accounts; renewing the record too would be one write per request and would fail noisily
  // when the session was ended meanwhile.
  store.touch = (_sid, _session, done) => done?.(null);
  return store;
}
