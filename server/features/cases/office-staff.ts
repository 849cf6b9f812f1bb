import type { Role } from '../../core/contract/roles.ts';
import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { listUsers } from '../accounts/index.ts';
import type { CaseRecord, StaffRef } from './case.record.ts';
import { isRecused } from './recusal.ts';

export interface OfficeStaff extends StaffRef {
  areaCode: string;
}

const MOST = 200;

/** The active people of an office who hold this role in its area, by name. */
export async function findOfficeStaff(
  officeCode: string,
  role: Role,
  { now, today }: Pick<Ctx, 'now' | 'today'>,
): Promise<OfficeStaff[]> {
  const query = { role, areaCode: officeCode, state: 'active', limit: MOST, sort: 'name' } as const;
  const { items } = await listUsers(query, systemCtx('cases', { now, today }));
  return items.flatMap(({ id, name, grants }) => {
    const grant = grants.find((one) => one.role === role && one.areaCode.startsWith(officeCode));
    return grant === undefined ? [] : [{ id, name, areaCode: grant.areaCode }];
  });
}

/**
 * The two inspectors of a case, both of its office, not the same person, and neither has to stay away from it.
 * @law INS-16-1
 */
export async function twoInspectors(
  ids: { leadInspectorId: string; coInspectorId: string },
  { officeCode, recusals = [] }: Pick<CaseRecord, 'officeCode' | 'recusals'>,
  ctx: Ctx,
  /** The one of the two that is being named, for a fault that lies with either. */
  named: 'leadInspectorId' | 'coInspectorId' = 'coInspectorId',
): Promise<{ leadInspector: StaffRef; coInspector: StaffRef; inspectorIds: string[] }> {
  if (ids.leadInspectorId === ids.coInspectorId)
    throw wrongField(named, '须由两名不同的监察员承办', 'Two different inspectors are needed');
  const staff = await findOfficeStaff(officeCode, 'inspector', ctx);
  const find = (path: keyof typeof ids): StaffRef => {
    if (isRecused({ recusals }, ids[path]))
      throw wrongField(path, '该监察员已回避本案', 'This inspector has to stay away from the case');
    const found = staff.find(({ id }) => id === ids[path]);
    if (found === undefined)
      throw wrongField(path, '不是本机构在职的监察员', 'Not an active inspector of this office');
    return { id: found.id, name: found.name };
  };
  return {
    leadInspector: find('leadInspectorId'),
    coInspector: find('coInspectorId'),
    inspectorIds: [ids.leadInspectorId, ids.coInspectorId],
  };
}
