import type { Sender } from '../../core/contract/coordination.ts';
import { SENDERS } from '../../core/contract/coordination.ts';
import { SENDS_AS } from '../../core/coordination/department-task.ts';
import { anyOf, areaRange, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';

export type Reader = Pick<Ctx, 'actor' | 'grants'>;
type Filter = Record<string, unknown>;

const isSender = (role: string): role is Sender => SENDERS.some((one) => one === role);

/** The offices' whole areas, and of a liaison what names his own department there. */
export function coordinationLimit(reader: Reader): Filter {
  if (reader.actor.kind === 'system') return {};
  const limits = reader.grants.flatMap(({ role, areaCode, departmentCode }): Filter[] => {
    if (isSender(role)) return [{ areaCode: areaRange(areaCode) }];
    if (role !== 'departmentLiaison' || departmentCode === undefined) return [];
    return [{ departmentCode, areaCode: areaRange(areaCode) }];
  });
  return anyOf([...new Map(limits.map((limit) => [JSON.stringify(limit), limit])).values()]);
}

/** What only the leader and the head read and do: the areas in which somebody is one of them. */
export function decidersLimit(reader: Reader): Filter {
  if (reader.actor.kind === 'system') return {};
  const deciding = reader.grants.filter(({ role }) => isDecider(role));
  return anyOf([...new Set(deciding.map(({ areaCode }) => areaCode))].map(inArea));
}

const isDecider = (role: string): boolean => role === 'leader' || role === 'bureauHead';

/** The same reader as leader and head alone: what else he is does not widen what he is shown here. */
export const asDecider = (ctx: Ctx): Ctx =>
  ctx.actor.kind === 'system' ? ctx : { ...ctx, grants: ctx.grants.filter(({ role }) => isDecider(role)) };

/** The meetings of a leader's and a head's areas, and of a liaison those to which his department is invited. */
export function meetingsLimit(reader: Reader): Filter {
  if (reader.actor.kind === 'system') return {};
  const limits = reader.grants.flatMap(({ role, areaCode, departmentCode }): Filter[] => {
    if (isDecider(role)) return [inArea(areaCode)];
    if (role !== 'departmentLiaison' || departmentCode === undefined) return [];
    return [{ departmentCodes: departmentCode, areaCode: areaRange(areaCode) }];
  });
  return anyOf([...new Map(limits.map((limit) => [JSON.stringify(limit), limit])).values()]);
}

/** The roles of the office that this reader holds where the record lies; the system itself holds all. */
export function officeRolesIn(areaCode: string, reader: Reader): Sender[] {
  if (reader.actor.kind === 'system') return [...SENDERS];
  const near = reader.grants.filter((grant) => areaCode.startsWith(grant.areaCode));
  return SENDS_AS.filter((role) => near.some((grant) => grant.role === role));
}

/** Does this reader answer for this department where the record lies? */
export function isLiaisonOf(
  { areaCode, departmentCode }: { areaCode: string; departmentCode?: string },
  { actor, grants }: Reader,
): boolean {
  if (actor.kind === 'system') return true;
  return (
    departmentCode !== undefined &&
    grants.some(
      (grant) =>
        grant.role === 'departmentLiaison' &&
        grant.departmentCode === departmentCode &&
        areaCode.startsWith(grant.areaCode),
    )
  );
}

/** As whom somebody sends or orders: his id, his name and the office he does it for. */
export interface SentBy {
  id?: string;
  name: string;
  role: Sender;
}
/** Undefined for whom there is nothing to send from in this area. */
export function sentBy(areaCode: string, reader: Reader): SentBy | undefined {
  const [role] = officeRolesIn(areaCode, reader);
  if (role === undefined) return undefined;
  const { actor } = reader;
  return actor.kind === 'user' ? { id: actor.userId, name: actor.name, role } : { name: '系统', role };
}
