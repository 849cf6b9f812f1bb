import type { Glance } from '../../core/contract/case-work.ts';
import { fen } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import { listComplaints } from '../complaints/index.ts';
import { casesInReach } from './case-reach.ts';
import { addUpOpenCases } from './case-queries.model.ts';
import { listCases } from './list-cases.ts';
import { countNobodys } from './office/nobodys.ts';

type Counts = Glance['cases'];
interface Asked {
  open: true;
  limit: 1;
  due?: 'overdue' | 'today' | 'within3';
  pending?: true;
}

/** What wants attention now; each number is the total of the very list it opens. */
export async function glanceCases(ctx: Ctx): Promise<Glance> {
  const [complaints, cases, sums, gone] = await Promise.all([
    countEach(async (query) => (await listComplaints(query, ctx)).total),
    countEach(async (query) => (await listCases(query, ctx)).total),
    addUpOpenCases(casesInReach(ctx)),
    isHead(ctx) ? countNobodys(ctx) : undefined,
  ]);
  const standsInFor = ctx.actor.kind === 'user' ? (ctx.actor.standsInFor ?? []).map(({ name }) => name) : [];
  return {
    ...{ complaints, cases, standsInFor, owedFen: fen(sums.owedFen), seenFen: fen(sums.seenFen) },
    ...(gone === undefined ? {} : { nobodys: gone }),
  };
}

const isHead = ({ grants }: Ctx): boolean => grants.some(({ role }) => role === 'bureauHead');

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
