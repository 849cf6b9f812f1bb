import mongoose from 'mongoose';
import type { LeadChanges } from '../../core/contract/leads.ts';
import type { Ctx } from '../../platform/context.ts';
import { leadTerms } from './lead-terms.ts';
import type { ChangePlace, LeadRecord } from './lead.model.ts';
import { findChangedLeads } from './lead.model.ts';
import type { AskChanges } from './leads.schemas.ts';
import { originOf } from './machine-origin.ts';

const A_PAGE = 100;
/** A step still being stored may bear an earlier moment than one already there: what is younger waits for the next question. */
const SETTLED_MS = 5_000;

const TIME_LENGTH = 24;
const placeOf = (since: string): ChangePlace => ({
  at: new Date(since.slice(0, TIME_LENGTH)),
  id: new mongoose.Types.ObjectId(since.slice(TIME_LENGTH + 1)),
});
const cursorOf = ({ changedAt, _id }: LeadRecord): string => `${changedAt.toISOString()}_${String(_id)}`;

/**
 * What became of a platform's leads since the cursor of its last question: each in its present state, in the platform's own
 * codes, oldest change first. Nothing is said twice and nothing is left out, however many ask and however often.
 */
export async function leadChanges({ since, limit = A_PAGE }: AskChanges, ctx: Ctx): Promise<LeadChanges> {
  const { channel, areaCode } = originOf(ctx);
  const found = await findChangedLeads(channel, areaCode, {
    after: since === undefined ? null : placeOf(since),
    until: new Date(ctx.now.getTime() - SETTLED_MS),
    limit: limit + 1,
  });
  const terms = leadTerms(ctx);
  const items: LeadChanges['items'] = [];
  for (const lead of found.slice(0, limit)) {
    const { externalNumber, receiptNumber, state, changedOn } = lead;
    const { code, words } = await terms(lead);
    items.push({ externalNumber, receiptNumber, state, code, words, on: changedOn });
  }
  const last = found.slice(0, limit).at(-1);
  const next = last === undefined ? since : cursorOf(last);
  return { items, ...(next === undefined ? {} : { next }), more: found.length > limit };
}
