import type { RegisterComplaint } from '../../core/contract/complaint-intake.ts';
import type { LikelyDuplicate } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { ComplaintFilter, IndexHint } from './complaint-queries.model.ts';
import { findComplaints } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { queueLimit } from './complaint-reach.ts';
import { complaintRow } from './complaint-row.ts';
import { partiesOf } from './complaint-parties.ts';
import { getComplaintRecord } from './get-complaint.ts';
import { mayKnowComplainant } from './identity.ts';

type Why = LikelyDuplicate['why'][number];

const MOST_LOOKED_AT = 50;
const MOST_SHOWN = 20;
const WEIGHT: Readonly<Record<Why, number>> = {
  sameCitizenId: 8,
  samePhone: 6,
  sameName: 2,
  sameProject: 2,
  sameEmployer: 2,
  sameMonths: 1,
};
/** One phone or person alone, or a name or place together with something else. */
const LIKELY = 3;

/**
 * What is likely the same matter: the same person, or the same employer or site for the same months. A report is
 * compared by its person only where this reader may know him, so that no comparison tells who reported.
 */
export async function findDuplicates(id: string, ctx: Ctx): Promise<LikelyDuplicate[]> {
  const complaint = await getComplaintRecord(id, ctx);
  const known = await mayKnowComplainant(complaint, ctx);
  const likely = await alikeIn(complaint, known, ctx, id);
  const calendar = await loadCalendar(complaint.areaCode);
  return Promise.all(
    likely.map(async ({ one, why }) => ({ row: await complaintRow(one, calendar, ctx), why })),
  );
}

/** What two complaints are compared by. */
type Compared = Pick<
  ComplaintRecord,
  | 'payMonths'
  | 'phoneIndex'
  | 'citizenIdIndex'
  | 'complainantNameIndex'
  | 'employerId'
  | 'employerName'
  | 'employerKey'
  | 'projectId'
>;
type NotYetKept = Pick<
  RegisterComplaint,
  'intakeKind' | 'payMonths' | 'name' | 'phone' | 'citizenId' | 'projectCode' | 'projectName' | 'employerName'
>;
export interface LikelySame {
  id: string;
  receiptNumber: string;
  why: Why[];
}

/** The same for what is about to be registered, and of what is found no more than its receipt. */
export async function findLikelySame(given: NotYetKept, ctx: Ctx): Promise<LikelySame[]> {
  const { intakeKind, payMonths, name, phone, citizenId } = given;
  const compared: Compared = {
    payMonths,
    ...(await partiesOf(given)),
    ...(name === undefined ? {} : { complainantNameIndex: blindIndex('name', name) }),
    ...(phone === undefined ? {} : { phoneIndex: blindIndex('phone', phone) }),
    ...(citizenId === undefined ? {} : { citizenIdIndex: blindIndex('citizenId', citizenId) }),
  };
  const likely = await alikeIn(compared, intakeKind === 'COMPLAINT', ctx);
  return likely.map(({ one: { _id, receiptNumber }, why }) => ({ id: String(_id), receiptNumber, why }));
}

/** Within the queue of this reader, the likeliest first. */
async function alikeIn(
  complaint: Compared,
  known: boolean,
  ctx: Ctx,
  ownId?: string,
): Promise<{ one: ComplaintRecord; why: Why[] }[]> {
  const limits = queueLimit(ctx, false);
  const found = new Map<string, ComplaintRecord>();
  for (const { filter, hint } of alikeTo(complaint, known))
    for (const one of await findComplaints({ $and: [filter, limits] }, MOST_LOOKED_AT, { hint }))
      if (String(one._id) !== ownId) found.set(String(one._id), one);
  return [...found.values()]
    .map((one) => ({ one, why: whyAlike(complaint, one, known) }))
    .filter(({ why }) => weightOf(why) >= LIKELY)
    .sort((a, b) => weightOf(b.why) - weightOf(a.why))
    .slice(0, MOST_SHOWN);
}

const weightOf = (why: readonly Why[]): number => why.reduce((sum, one) => sum + WEIGHT[one], 0);

/** One question for each index there is: phone, citizen id, employer, project. */
function alikeTo(complaint: Compared, known: boolean): { filter: ComplaintFilter; hint: IndexHint }[] {
  const { phoneIndex, citizenIdIndex, employerKey, projectId } = complaint;
  const named = { intakeKind: 'COMPLAINT' };
  return [
    ...(known && phoneIndex !== undefined
      ? [{ filter: { phoneIndex, ...named }, hint: { phoneIndex: 1 } as const }]
      : []),
    ...(known && citizenIdIndex !== undefined
      ? [{ filter: { citizenIdIndex, ...named }, hint: { citizenIdIndex: 1 } as const }]
      : []),
    ...(employerKey === undefined ? [] : [{ filter: { employerKey }, hint: { employerKey: 1 } as const }]),
    ...(projectId === undefined ? [] : [{ filter: { projectId }, hint: { projectId: 1 } as const }]),
  ];
}

function whyAlike(a: Compared, b: ComplaintRecord, known: boolean): Why[] {
  const persons = known && b.intakeKind === 'COMPLAINT';
  const same = (
    key: 'phoneIndex' | 'citizenIdIndex' | 'complainantNameIndex' | 'employerKey' | 'projectId',
  ): boolean => a[key] !== undefined && a[key] === b[key];
  const why: [Why, boolean][] = [
    ['samePhone', persons && same('phoneIndex')],
    ['sameCitizenId', persons && same('citizenIdIndex')],
    ['sameName', persons && same('complainantNameIndex')],
    ['sameEmployer', same('employerKey')],
    ['sameProject', same('projectId')],
    ['sameMonths', a.payMonths.some((month) => b.payMonths.includes(month))],
  ];
  return why.flatMap(([one, is]) => (is ? [one] : []));
}
