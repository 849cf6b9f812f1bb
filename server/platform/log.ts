import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'child'>;

/** Names that must never reach a log line, wherever they stand in the first three levels of an object. */
const PERSONAL = [
  'citizenId',
  'phone',
  'bankCard',
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'code',
  'cookie',
  'authorization',
  'email',
  'name',
  'login',
  'secret',
];

/** JSON lines; log small facts, never documents or bodies. Redaction is the second line of defence. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const paths = PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, base: null, redact: { paths, censor: '[hidden]' } }, to ?? pino.destination(1));
}
