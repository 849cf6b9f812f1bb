import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type {
  GroupMemberView,
  GroupView,
  JoinGroup,
  MyGroup,
  MyMembership,
} from '../../../server/core/contract/group-claims.ts';
import { fen } from '../../../server/core/kit/money.ts';
import type { PayMonth } from '../../../server/core/kit/plain-date.ts';
import { openWorkerAccount } from '../../../server/features/accounts/sign-in-by-phone.ts';
import {
  getMyGroup,
  GROUP_CLAIMS_PERMISSIONS,
  groupClaimsRoutes,
  joinGroup,
} from '../../../server/features/group-claims/index.ts';
import { TRACKING_PERMISSIONS, trackingRoutes } from '../../../server/features/tracking/index.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';
import {
  acceptedComplaint,
  asSystem,
  clock,
  filing,
  ok,
  useCasesApp,
  WORKER_PHONE,
} from '../cases/cases-app.ts';

export const PHONES = {
  liu: '13800000012',
  chen: '13800000013',
  zhao: '13800000014',
  qian: '13800000015',
  stranger: '13800000016',
} as const;
export type Colleague = keyof typeof PHONES;
export const CITIZEN = '11010519491231002X';

export const useGroupApp = (): { as: (who: Who) => Visitor } =>
  useCasesApp({
    routes: [...groupClaimsRoutes, ...trackingRoutes],
    permissionTables: [GROUP_CLAIMS_PERMISSIONS, TRACKING_PERMISSIONS],
  });

const accounts = new Map<Colleague, Awaited<ReturnType<typeof openWorkerAccount>>>();
/** A colleague on his own phone, as a use case meets him now. */
export async function colleague(who: Colleague): Promise<Ctx> {
  const account =
    accounts.get(who) ?? (await inTransaction(() => openWorkerAccount(PHONES[who], asSystem())));
  accounts.set(who, account);
  const { _id, name, grants } = account;
  return {
    actor: { kind: 'user', userId: String(_id), name, grants, sessionId: 's'.repeat(24) },
    ...{ grants, now: clock.now(), today: clock.today(), requestId: 'test', ip: '127.0.0.1' },
  };
}

const months = (owedFen: number) => [{ payMonth: '2026-01', owedFen }];
/** Four people, two of them named by the one who filed it: one with his citizen number, one with his phone. */
export const groupComplaint = (as: (who: Who) => Visitor, over: object = {}): Promise<ComplaintView> =>
  acceptedComplaint(as, {
    name: '张大山',
    phone: WORKER_PHONE,
    headcount: 4,
    owedFen: 4_000_000,
    site: '阳光花园二期三号楼',
    people: [
      { name: '刘一', citizenId: CITIZEN, phone: PHONES.liu, months: months(900_000) },
      { name: '陈二', phone: PHONES.chen, months: months(800_000) },
    ],
    ...over,
  });

export async function tokenFor(as: (who: Who) => Visitor, { receiptNumber }: ComplaintView): Promise<string> {
  const group = await ok<MyGroup>(as('worker').create(`/my/groups/${receiptNumber}/link`, {}));
  return group.link?.path.slice('/j/'.length) ?? '';
}

export const word = (
  token: string,
  name: string,
  owed: number,
  over: Partial<JoinGroup> = {},
): JoinGroup => ({
  ...{ token, name, payMonths: ['2026-01' as PayMonth], owedFen: fen(owed) },
  ...{ consents: true, shownToRepresentative: false },
  ...over,
});
export const joins = async (who: Colleague, said: JoinGroup): Promise<MyMembership> =>
  joinGroup(said, await colleague(who));
export const seenBy = async (who: Colleague, receiptNumber: string): Promise<MyGroup> =>
  getMyGroup(receiptNumber, await colleague(who));

export const groupOf = (as: (who: Who) => Visitor, { id }: { id: string }): Promise<GroupView> =>
  ok(as('clerk').get(`/complaints/${id}/group`));
export const memberOf = ({ members }: GroupView, name: string): GroupMemberView => {
  const found = members.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is no member`);
  return found;
};
export const caseOn = (as: (who: Who) => Visitor, { id }: ComplaintView): Promise<CaseView> =>
  ok(as('inspector').create('/cases', filing([id])));
