import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../app-error.ts';

/** argon2id (the library's default kind) at 19 MiB and two passes, about 60 ms on a small machine. */
const FULL = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Protects nothing: for automatic tests, which sign in thousands of times. */
const OF_TESTS = { memoryCost: 64, timeCost: 1, parallelism: 1 } as const;
/** Each hash holds a core and 19 MiB, so only few run at once, and a long queue is refused rather than grown. */
const AT_ONCE = 2;
const MAY_WAIT = 60;

let cost: typeof FULL | typeof OF_TESTS = FULL;
let standIn: Promise<string> | null = null;

/** Only a process that says it runs tests hashes cheaply; verifying goes by what each stored hash was made with. */
export function configurePasswords({ env }: { env: string }): void {
  cost = env === 'test' ? OF_TESTS : FULL;
  standIn = null;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting.length >= MAY_WAIT) throw new AppError('overloaded', { retryAfter: 3 });
  if (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next(); // the place is handed on, so `running` stays
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/**
 * Is this the password? Without a stored hash (no such account, none set yet) the same work is done on a stand-in, so
 * that the time of the answer does not tell which accounts exist.
 */
export async function isPassword(stored: string | null, given: string): Promise<boolean> {
  standIn ??= hash(randomPassword(), cost);
  const against = stored ?? (await standIn);
  const matches = await inTurn(() => verify(against, given));
  return matches && stored !== null;
}

/** No 0/O, 1/l/I: it is read from a screen and typed once. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A first password an administrator reads out: 14 characters, about 80 bits. */
export const randomPassword = (): string =>
  Array.from({ length: 14 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
