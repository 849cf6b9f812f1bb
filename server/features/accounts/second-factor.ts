import { generateSecret, generateURI, verify } from 'otplib';
import { toString as qrToString } from 'qrcode';
import { randomInt } from 'node:crypto';
import { keyedHash } from '../../platform/auth/index.ts';
import type { UserRecord } from './user.model.ts';
import { userSecrets, useRecoveryCode, useTotpStep } from './user.model.ts';

const ISSUER = '安薪 Anxin';
/** Clocks of phones drift: the code before and the code after count too. */
const DRIFT_SECONDS = 30;

/** The time step of a right code, or null. otplib's verify answers an object, and throws on other shapes. */
export async function totpStep(secret: string, code: string, now: Date): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: DRIFT_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** Is this the person's code, or one of his recovery codes, used for the first time? Either serves once. */
export async function isSecondFactor(user: UserRecord, code: string, now: Date): Promise<boolean> {
  const id = String(user._id);
  if (!/^\d{6}$/.test(code)) return useRecoveryCode(id, recoveryHash(id, code));
  const { totpSecret } = userSecrets.openFields(user);
  if (totpSecret === undefined) return false;
  const step = await totpStep(totpSecret, code, now);
  return step !== null && useTotpStep(id, step);
}

/** A new secret with the address and picture that authenticators read. */
export async function newTotp(login: string): Promise<{ secret: string; otpauthUri: string; qrSvg: string }> {
  const secret = generateSecret();
  const otpauthUri = generateURI({ issuer: ISSUER, label: login, secret });
  return { secret, otpauthUri, qrSvg: await qrToString(otpauthUri, { type: 'svg', margin: 2 }) };
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const letters = (count: number): string =>
  Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** Ten codes for the day the phone is lost, like 'h4k2m-9x3pq'. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => `${letters(5)}-${letters(5)}`);

/** Typed with or without the dash, in either case. */
export function recoveryHash(userId: string, code: string): string {
  return keyedHash('recovery', `${userId}\n${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
}
