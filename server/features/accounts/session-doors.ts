import type { Request, Response } from 'express';
import { Strategy as LocalStrategy } from 'passport-local';
import type { SessionView, SignIn, SignInByPhone } from '../../core/contract/accounts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { SignedInUser } from '../../platform/auth/index.ts';
import { bindSession, csrfTokenOf, passport, unbindSession } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { deviceName } from './device-name.ts';
import { endOwnSession } from './end-own-session.ts';
import { signIn } from './sign-in.ts';
import { signInByPhone } from './sign-in-by-phone.ts';
import { viewSession } from './session-view.ts';

// The doors that read or change the cookie; everything they decide is in the use cases. They return what they sent.

interface Input<Body = unknown> {
  body: Body;
  ctx: Ctx;
}

export async function viewSessionDoor(_input: Input, req: Request, res: Response): Promise<SessionView> {
  const view = await viewSession(req.user ?? null, csrfTokenOf(req));
  res.set('cache-control', 'no-store').json(view);
  return view;
}

export async function signInDoor(
  { body, ctx }: Input<SignIn>,
  req: Request,
  res: Response,
): Promise<SessionView> {
  const device = deviceName(req.get('user-agent'));
  const person = await byPassport(req, res, (login, password) =>
    signIn({ login, password, totp: body.totp, device }, ctx),
  );
  return enter(person, ctx, req, res);
}

export async function signInByPhoneDoor(
  { body, ctx }: Input<SignInByPhone>,
  req: Request,
  res: Response,
): Promise<SessionView> {
  const device = deviceName(req.get('user-agent'));
  return enter(await signInByPhone(body, device, ctx), ctx, req, res);
}

/** Also answers 204 when nobody is signed in any more: there is nothing left to end. */
export async function signOutDoor({ ctx }: Input, req: Request, res: Response): Promise<void> {
  if (ctx.actor.kind === 'user') {
    await endOwnSession(ctx.actor.sessionId, 'signOut', ctx).catch(ignoreEnded);
    await unbindSession(req);
  }
  res.set('cache-control', 'no-store').status(204).end();
}

/** The browser gets a new session id; a session it had before, of whomever, ends. */
async function enter(person: SignedInUser, ctx: Ctx, req: Request, res: Response): Promise<SessionView> {
  if (ctx.actor.kind === 'user') await endOwnSession(ctx.actor.sessionId, 'signOut', ctx).catch(ignoreEnded);
  await bindSession(req, person);
  return viewSessionDoor({ body: undefined, ctx }, req, res);
}

function ignoreEnded(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
}

type Verify = (login: string, password: string) => Promise<SignedInUser>;

/** passport-local never sees a rejected promise: an async verify that throws would leave the request hanging. */
function byPassport(req: Request, res: Response, verify: Verify): Promise<SignedInUser> {
  const strategy = new LocalStrategy({ usernameField: 'login', session: false }, (login, password, done) => {
    verify(login, password).then((person) => done(null, person), done);
  });
  return new Promise((resolve, reject) => {
    const settle = (error: unknown, person?: SignedInUser | false | null): void => {
      if (error !== null && error !== undefined)
        reject(error instanceof Error ? error : new Error(String(error)));
      else if (person) resolve(person);
      else reject(new AppError('wrongCredentials'));
    };
    passport.authenticate(strategy, { session: false }, settle)(req, res, settle);
  });
}
