export { csrfGuard, csrfTokenOf, isOwnOrigin } from './csrf.ts';
export { configureKeyedHash, keyedHash, randomToken, sameMark } from './keyed-hash.ts';
export { bindSession, mustFirst, passport, passportSetup, resolveActor, unbindSession } from './passport.ts';
export type { FindActor, SignedInUser } from './passport.ts';
export { hashPassword, isPassword, randomPassword } from './passwords.ts';
export { sessionCookieName, sessionMiddleware } from './session-middleware.ts';
export type { AuthSettings } from './session-middleware.ts';
export { countTry, countWait, forgetTries, storeCounter, uncountTry } from './store-counter.ts';
export type { CountRule } from './store-counter.ts';
