import { runSeeds } from '../../seeds/run-seeds.ts';
import type { RegisterComplaint } from '../../server/core/contract/complaint-intake.ts';
import type { Role } from '../../server/core/contract/roles.ts';
import type { Fen } from '../../server/core/kit/money.ts';
import type { PayMonth } from '../../server/core/kit/plain-date.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { openAccount } from '../../server/features/accounts/index.ts';
import { registerComplaint } from '../../server/features/complaints/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { createLog } from '../../server/platform/log.ts';
import type { Job } from '../../server/platform/jobs/index.ts';
import { Outbox } from '../../server/platform/outbox/index.ts';

const OFFICE = '532601';
const moment = (day: string): Date => new Date(`${day}T08:30:00+08:00`);
export const systemOn = (day: string): Ctx => systemCtx('test', { now: moment(day), today: plainDate(day) });

export interface Staff {
  id: string;
  /** What he does on a day. */
  on(day: string): Ctx;
}

/** Areas of the region and one member of staff of the office. */
export const openRegion = () => runSeeds({ ctx: systemOn('2026-01-01'), demo: false, regionCode: '5326' });

export async function openStaff(
  role: Role,
  login: string,
  areaCode = OFFICE,
  departmentCode?: string,
): Promise<Staff> {
  const grants = [{ role, areaCode, ...(departmentCode === undefined ? {} : { departmentCode }) }];
  const { _id } = await openAccount(
    { name: login, login, email: `${login}@example.cn`, grants },
    { text: 'a long enough sentence', mustChange: false },
    systemOn('2026-01-01'),
  );
  const id = String(_id);
  return {
    id,
    on: (day) => ({
      ...systemOn(day),
      actor: { kind: 'user', userId: id, name: login, grants, sessionId: 's' },
      grants,
    }),
  };
}

export function register(by: Staff, day: string, changes: Partial<RegisterComplaint> = {}) {
  return registerComplaint(
    {
      intakeKind: 'COMPLAINT',
      channel: 'WALK_IN',
      receivedOn: plainDate(day),
      employerName: '文山某某建筑公司',
      areaCode: OFFICE,
      headcount: 1,
      payMonths: ['2026-08' as PayMonth], // a month that exists
      owedFen: 500_000 as Fen, // whole fen
      story: '干了一个月没有发工资',
      fileIds: [],
      name: '张三',
      phone: '13811112222',
      ...changes,
    },
    by.on(day),
  );
}

export const runOn = (job: Job, day: string) =>
  job.run({
    today: plainDate(day),
    now: moment(day),
    log: createLog('silent'),
    signal: new AbortController().signal,
  });

/** What waits in the outbox under a template, as `channel person`. */
export async function told(template: string, staff: Readonly<Record<string, Staff>>): Promise<string[]> {
  const rows = await Outbox.find({ template }).sort({ _id: 1 }).lean();
  return rows.map(({ channel, userId }) => {
    const name = Object.entries(staff).find(([, { id }]) => id === userId)?.[0];
    return `${channel} ${name ?? userId ?? ''}`;
  });
}
