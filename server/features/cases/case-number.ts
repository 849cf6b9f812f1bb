import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { partsOf } from '../../core/kit/plain-date.ts';
import { demandTransaction, retryWhenTaken } from '../../platform/audit/index.ts';

interface CaseCounter {
  _id: string;
  last: number;
}
const schema = new mongoose.Schema<CaseCounter>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Counters = mongoose.model('caseCounters', schema, 'caseCounters');

/**
 * The number of a case: the office's short name, 劳监立字, the year and a count without gaps. It is taken in the
 * transaction that files the case, so a case that is not filed leaves its number to the next one.
 * @example 文山劳监立字〔2026〕第 7 号
 */
export async function nextCaseNumber(
  office: { code: string; name: string },
  filedOn: PlainDate,
): Promise<string> {
  demandTransaction('nextCaseNumber');
  const { year } = partsOf(filedOn);
  const counter = await Counters.findOneAndUpdate(
    { _id: `${office.code}:${year}` },
    { $inc: { last: 1 } },
    { upsert: true, returnDocument: 'after' },
  )
    .lean()
    .exec()
    .catch(retryWhenTaken);
  return `${shortNameOf(office.name)}劳监立字〔${year}〕第 ${counter?.last ?? 1} 号`;
}

/** 文山市 → 文山; a name that would leave a single character stays whole (城区). */
export function shortNameOf(name: string): string {
  const short = name.replace(/(?:市|县|区|旗)$/u, '');
  return [...short].length < 2 || short.endsWith('自治') ? name : short;
}
