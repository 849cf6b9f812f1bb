import mongoose from 'mongoose';
import { inTime } from './in-time.ts';

/** One question at a time: a store that stands still would otherwise be asked until no line is left to it. */
let asked: Promise<boolean> | null = null;

function ask(): Promise<boolean> {
  const ping = mongoose.connection.db?.command({ ping: 1 });
  if (ping === undefined) return Promise.resolve(false);
  const answered = (isThere: boolean) => (): boolean => {
    asked = null;
    return isThere;
  };
  asked = ping.then(answered(true), answered(false));
  return asked;
}

/**
 * True when the store answers a ping in time. The driver's own `timeoutMS` does nothing: without a clock of ours a ping
 * to a store that stands still is answered when the driver gives up its lines, after forty seconds.
 */
export const storeAnswers = (withinMs = 1_000): Promise<boolean> =>
  inTime(asked ?? ask(), withinMs, () => false);
