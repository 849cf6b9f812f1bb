import mongoose from 'mongoose';
import { DEFAULT_NUMBER_PATTERN, documentNumber } from '../../core/documents/document-number.ts';
import { partsOf } from '../../core/kit/plain-date.ts';
import { demandTransaction, retryWhenTaken } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { findAreaOn } from '../areas/index.ts';
import { shortOfficeName } from '../documents/index.ts';
import { findParameter } from '../parameters/index.ts';

const schema = new mongoose.Schema<{ _id: string; last: number }>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Counters = mongoose.model('caseFileCounters', schema, 'caseFileCounters');

export interface FileNumber {
  fileNumber: string;
  year: number;
  serial: number;
}

/**
 * The number of a case file, by the office's own pattern, without gaps: it is taken in the transaction that puts the case
 * into the archive.
 * @example 文山劳监档字〔2026〕第 1 号
 */
export async function nextFileNumber(officeCode: string, ctx: Ctx): Promise<FileNumber> {
  demandTransaction('nextFileNumber');
  const { year } = partsOf(ctx.today);
  const counter = await Counters.findOneAndUpdate(
    { _id: `${officeCode}:${year}` },
    { $inc: { last: 1 } },
    { upsert: true, returnDocument: 'after' },
  )
    .lean()
    .exec()
    .catch(retryWhenTaken);
  const serial = counter?.last ?? 1;
  const set = await findParameter('documentNumberPattern', officeCode, ctx.today);
  const pattern = typeof set?.value === 'string' ? set.value : DEFAULT_NUMBER_PATTERN;
  const area = await findAreaOn(officeCode, ctx.today);
  const office = shortOfficeName(area?.name ?? officeCode);
  return {
    fileNumber: documentNumber(pattern, { office, word: '档', issuedOn: ctx.today, serial }),
    year,
    serial,
  };
}
