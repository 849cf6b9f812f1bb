import { toShanghaiDay, type PlainDate } from '../../../server/core/kit/plain-date.ts';

/** The day it is here; only to fill in a form at first. What a day means is counted by the server. */
export const todayHere = (): PlainDate => toShanghaiDay(Date.now());
