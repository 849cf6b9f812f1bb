import type { Glance, ListCases } from '../../core/contract/cases.ts';
import { fen } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import { listComplaints } from '../complaints/index.ts';
import { casesInReach } from './case-reach.ts';
import { addUpOpenCases } from './case-queries.model.ts';
import { listCases } from './list-cases.ts';

type Counts = Glance['cases'];
interface Asked {
  open: true;
  limit: 1;
  due?: 'overdue' | 'today' | 'within3';
  pending?: true;
}

/** What wants attention now; each number is the total of the very list it opens. */
export async function glanceCases(ctx: Ctx): Promise<Glance> {
  const [complaints, cases, sums, mine, gone] = await Promise.all([
    countEach(async (query) => (await listComplaints(query, ctx)).total),
    countEach(async (query) => (await listCases(query, ctx)).total),
    addUpOpenCases(casesInReach(ctx)),
    ownWork(ctx),
    isHead(ctx) ? total({ open: true, nobodys: true }, ctx) : undefined,
  ]);
  return {
    ...{ complaints, cases, mine, owedFen: fen(sums.owedFen), seenFen: fen(sums.seenFen) },
    ...(gone === undefined ? {} : { nobodys: gone }),
  };
}

const total = async (query: ListCases, ctx: Ctx): Promise<number> =>
  (await listCases({ ...query, limit: 1 }, ctx)).total;
const isHead = ({ grants }: Ctx): boolean => grants.some(({ role }) => role === 'bureauHead');

async function ownWork(ctx: Ctx): Promise<Glance['mine']> {
  const own = { open: true, mine: true } as const;
  const [complaints, cases, overdue] = await Promise.all([
    listComplaints({ ...own, limit: 1 }, ctx),
    total(own, ctx),
    total({ ...own, due: 'overdue' }, ctx),
  ]);
  const standsInFor = ctx.actor.kind === 'user' ? (ctx.actor.standsInFor ?? []).map(({ name }) => name) : [];
  return { complaints: complaints.total, cases, overdue, standsInFor };
}

async function countEach(total: (query: Asked) => Promise<number>): Promise<Counts> {
  const all = { open: true, limit: 1 } as const;
  const [overdue, dueToday, within3, open, pending] = await Promise.all([
    total({ ...all, due: 'overdue' }),
    total({ ...all, due: 'today' }),
    total({ ...all, due: 'within3' }),
    total(all),
    total({ ...all, pending: true }),
  ]);
  return { overdue, dueToday, within3, open, pending };
}
