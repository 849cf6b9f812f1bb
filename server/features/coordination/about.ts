import mongoose from 'mongoose';
import type { AboutRef, AskedAbout } from '../../core/contract/coordination.ts';
import { ABOUT_KINDS } from '../../core/contract/coordination.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getAlert } from '../alerts/index.ts';
import { getCaseRecord } from '../cases/index.ts';
import { findCompanyRef } from '../companies/index.ts';
import { getComplaintRecord } from '../complaints/index.ts';
import { findProjectRef } from '../projects/index.ts';
import type { SentBy } from './coordination-reach.ts';

/** The number or name of a record that the sender himself may see; a number of a matter, never the name of a person. */
const LABELS: Readonly<Record<AboutRef['kind'], (id: string, ctx: Ctx) => Promise<string | undefined>>> = {
  complaint: async (id, ctx) => (await getComplaintRecord(id, ctx)).receiptNumber,
  case: async (id, ctx) => (await getCaseRecord(id, ctx)).caseNumber,
  alert: async (id, ctx) => (await getAlert(id, ctx)).number,
  project: async (id) => (await findProjectRef(id))?.name,
  company: async (id) => (await findCompanyRef(id))?.name,
};

/** What it is about as it is called today; refuses what is not there for this sender. */
export async function knownAbout(asked: AskedAbout | undefined, ctx: Ctx): Promise<{ about?: AboutRef }> {
  if (asked === undefined) return {};
  const { kind, id } = asked;
  const label = await LABELS[kind](id, ctx).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'notFound') return undefined;
    throw error;
  });
  if (label === undefined) throw wrongField('about.id', '没有这条记录', 'There is no such record');
  return { about: { kind, id, label } };
}

export const aboutSchema = new mongoose.Schema<AboutRef>(
  {
    kind: { type: String, enum: ABOUT_KINDS, required: true },
    id: { type: String, required: true },
    label: { type: String, required: true },
  },
  { _id: false, id: false, strict: 'throw', versionKey: false },
);

export const sentBySchema = new mongoose.Schema<SentBy>(
  { id: String, name: { type: String, required: true }, role: { type: String, required: true } },
  { _id: false, id: false, strict: 'throw', versionKey: false },
);
