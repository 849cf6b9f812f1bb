import type { Role } from '../server/core/contract/roles.ts';
import { findRecipient, listUsers } from '../server/features/accounts/index.ts';
import type { Ctx } from '../server/platform/context.ts';

const MOST = 200;

interface Person {
  id: string;
  areaCode: string;
}

/** Looks up who works in an office, each office and role once in a run. */
export function officePeople(ctx: Ctx) {
  const known = new Map<string, Promise<Person[]>>();

  async function look(officeCode: string, role: Role): Promise<Person[]> {
    const query = { role, areaCode: officeCode, state: 'active', limit: MOST, sort: 'name' } as const;
    const { items } = await listUsers(query, ctx);
    return items.flatMap(({ id, grants }) =>
      grants
        .filter((grant) => grant.role === role && grant.areaCode.startsWith(officeCode))
        .map(({ areaCode }) => ({ id, areaCode })),
    );
  }

  /** The active people of the office in this role whose area the record lies in. */
  async function inRole(record: { officeCode: string; areaCode: string }, role: Role): Promise<string[]> {
    const key = `${role}:${record.officeCode}`;
    const asked = known.get(key) ?? look(record.officeCode, role);
    known.set(key, asked);
    return (await asked).filter(({ areaCode }) => record.areaCode.startsWith(areaCode)).map(({ id }) => id);
  }

  return {
    inRole,
    /** Who answers for a record: those named that still work there, else the desk, else the inspectors. */
    responsible: async (
      record: { officeCode: string; areaCode: string },
      named: readonly string[],
    ): Promise<string[]> => {
      const [desk, inspectors] = await Promise.all([inRole(record, 'clerk'), inRole(record, 'inspector')]);
      const theirs = named.filter((id) => desk.includes(id) || inspectors.includes(id));
      if (theirs.length > 0) return theirs;
      return desk.length > 0 ? desk : inspectors;
    },
  };
}

/** Without an address a mail would only fail and alarm the admins. */
export const hasMail = async (userId: string): Promise<boolean> =>
  (await findRecipient(userId))?.email !== undefined;
