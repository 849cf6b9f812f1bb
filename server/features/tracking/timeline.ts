import type { TrackEntry, TrackStep } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import { listDepartments } from '../areas/index.ts';
import type { CaseProgress } from '../cases/index.ts';
import type { ComplaintRecord, HistoryRecord } from '../complaints/index.ts';
import { officeName } from '../complaints/index.ts';

/** What a move of the complaint is to its complainant; the rest is the office's own work. */
const STEPS: Readonly<Partial<Record<HistoryRecord['action'], TrackStep>>> = {
  file: 'received',
  register: 'received',
  requestSupplement: 'supplementAsked',
  supplement: 'supplemented',
  accept: 'accepted',
  approveRefusal: 'refused',
  transfer: 'transferOffered',
  takeOver: 'takenOver',
  returnTransfer: 'transferReturned',
  recallTransfer: 'transferReturned',
  merge: 'merged',
  fileCase: 'caseFiled',
  joinCase: 'caseFiled',
  answer: 'answered',
  extendPetition: 'extended',
  reopen: 'reopened',
  askWithdrawal: 'withdrawalAsked',
  doubtWithdrawal: 'withdrawalDoubted',
  confirmWithdrawal: 'withdrawn',
  rate: 'rated',
};

/** The case tells these itself, with its own facts. */
const TOLD_BY_CASE: readonly TrackStep[] = ['answered', 'reopened'];

/**
 * The story as its complainant may know it, newest first: his complaint's steps, then what the case did from the day
 * his complaint stood in it. No names of staff, nothing they wrote to each other, nothing of other complainants.
 */
export async function timelineOf(
  complaint: ComplaintRecord,
  progress: CaseProgress | null,
  ctx: Pick<Ctx, 'today'>,
): Promise<TrackEntry[]> {
  const own: TrackEntry[] = [];
  for (const entry of complaint.history) {
    const step =
      entry.to === 'transferred' && entry.action === 'takeOver' ? 'transferred' : STEPS[entry.action];
    if (step === undefined || (progress !== null && TOLD_BY_CASE.includes(step))) continue;
    own.push({ step, on: entry.on, facts: (await FACTS[step]?.(entry, complaint, ctx)) ?? {} });
  }
  const joined = own.findIndex(({ step }) => step === 'caseFiled' || step === 'merged');
  const from = own[joined]?.on;
  const ofCase =
    progress === null || from === undefined
      ? []
      : progress.steps.filter(({ step, on }) => step !== 'caseFiled' && on >= from);
  const all = [...own.slice(0, joined + 1), ...ofCase, ...own.slice(joined + 1)];
  // Oldest first by day; what happened on one day stays in the order it is listed in.
  return all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).reverse();
}

type Facts = TrackEntry['facts'];
type Tell = (
  entry: HistoryRecord,
  complaint: ComplaintRecord,
  ctx: Pick<Ctx, 'today'>,
) => Promise<Facts> | Facts;

/** What each step says beside its day; one without a row says nothing more. */
const FACTS: Readonly<Partial<Record<TrackStep, Tell>>> = {
  received: ({ facts }) => (typeof facts?.['dueOn'] === 'string' ? { dueOn: facts['dueOn'] } : {}),
  supplementAsked: ({ reason }): Facts => (reason === undefined ? {} : { question: reason }),
  refused: (_entry, { refusal }): Facts =>
    refusal === undefined
      ? {}
      : { ground: refusal.ground, reason: refusal.reason, whereInstead: refusal.whereInstead },
  transferOffered: (entry, _complaint, ctx) => offeredTo(entry, ctx),
  takenOver: async (_entry, { officeCode }, ctx) => ({ officeName: await officeName(officeCode, ctx) }),
  transferred: (_entry, { toDepartment = '' }, ctx) => offeredTo({ facts: { toDepartment } }, ctx),
  caseFiled: (_entry, { caseNumber }): Facts => (caseNumber === undefined ? {} : { caseNumber }),
  extended: ({ facts, reason }): Facts => ({
    ...(typeof facts?.['dueOn'] === 'string' ? { dueOn: facts['dueOn'] } : {}),
    ...(reason === undefined ? {} : { reason }),
  }),
  rated: (_entry, { rating }): Facts => (rating === undefined ? {} : { stars: rating.stars }),
};

async function offeredTo(
  { facts = {} }: Pick<HistoryRecord, 'facts'>,
  ctx: Pick<Ctx, 'today'>,
): Promise<Facts> {
  const { toAreaCode, toDepartment } = facts;
  if (typeof toAreaCode === 'string') return { officeName: await officeName(toAreaCode.slice(0, 6), ctx) };
  if (typeof toDepartment !== 'string') return {};
  const { items } = await listDepartments({});
  const department = items.find(({ code }) => code === toDepartment);
  return department === undefined ? {} : { officeName: department.name };
}
