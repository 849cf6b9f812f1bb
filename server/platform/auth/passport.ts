import type { Request, RequestHandler } from 'express';
import passportModule from 'passport';
import type { Grant } from '../../core/contract/roles.ts';
import type { StandIn } from '../../core/office/stand-ins.ts';
import type { Actor } from '../context.ts';

/** What every request knows about the person behind its session. */
export interface SignedInUser {
  userId: string;
  name: string;
  grants: readonly Grant[];
  sessionId: string;
  /** The first password was given by somebody else. */
  mustChangePassword: boolean;
  /** A second factor is demanded of this person and not set up yet. */
  mustSetUpTotp: boolean;
  /** Colleagues for whom this person stands in today. */
  standsInFor?: readonly StandIn[];
}

/** The person whose session this is, or null when the session has ended, run out or its account is not active. */
export type FindActor = (userId: string, sessionId: string) => Promise<SignedInUser | null>;

declare global {
  namespace Express {
    interface User extends SignedInUser {}
  }
}

interface SessionMark {
  userId: string;
  sessionId: string;
}

export const passport = new passportModule.Passport();
let findActor: FindActor = () => Promise.resolve(null);

passport.serializeUser<SessionMark>((user, done) => {
  done(null, { userId: user.userId, sessionId: user.sessionId });
});
passport.deserializeUser<SessionMark>((mark, done) => {
  findActor(mark.userId, mark.sessionId).then((user) => done(null, user ?? false), done);
});

/** Reads the person anew on every request, so that disabling and changed rights act at once. */
export function passportSetup(deps: { findActor: FindActor }): RequestHandler[] {
  findActor = deps.findActor;
  return [passport.initialize(), passport.session()];
}

export function resolveActor(req: Pick<Request, 'user'>): Actor {
  if (req.user === undefined) return { kind: 'anonymous' };
  const { userId, name, grants, sessionId, standsInFor = [] } = req.user;
  const known = { userId, name, grants, sessionId };
  return { kind: 'user', ...known, ...(standsInFor.length === 0 ? {} : { standsInFor }) };
}

/** What this person must do about his own account before anything else. */
export function mustFirst(
  req: Pick<Request, 'user'>,
): 'passwordChangeRequired' | 'secondFactorSetupRequired' | null {
  if (req.user?.mustChangePassword === true) return 'passwordChangeRequired';
  return req.user?.mustSetUpTotp === true ? 'secondFactorSetupRequired' : null;
}

/** Ties this browser to the person under a fresh session id (a planted one is worth nothing). */
export function bindSession(req: Request, user: SignedInUser): Promise<void> {
  return new Promise((resolve, reject) => {
    req.login(user, (error: unknown) =>
      error === undefined || error === null ? resolve() : reject(asError(error)),
    );
  });
}

/** Forgets this browser: the stored record goes and the cookie means nothing any more. */
export function unbindSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) =>
      error === undefined || error === null ? resolve() : reject(asError(error)),
    );
  });
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
