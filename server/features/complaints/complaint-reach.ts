import type { Grant } from '../../core/contract/roles.ts';
import { anyOf, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRole } from './complaint.flow.ts';
import { COMPLAINT_ROLES } from './complaint.flow.ts';
import type { ComplaintRecord } from './complaint.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
type Filter = Record<string, unknown>;

const OFFICE_DIGITS = 6;
const OFFICE_ROLES = ['clerk', 'inspector', 'bureauHead'] as const;
type OfficeRole = (typeof OFFICE_ROLES)[number];
const isOfficeRole = (role: string): role is OfficeRole => OFFICE_ROLES.some((one) => one === role);

/** The county whose office handles what happened in an area. */
export const officeOf = (areaCode: string): string => areaCode.slice(0, OFFICE_DIGITS);

/** The offices of an area, as a condition on a field that holds an office: one office is one key of an index. */
const officeIs = (areaCode: string): string | Filter =>
  areaCode.length === OFFICE_DIGITS ? areaCode : areaRange(areaCode);

/** What lies with the offices of this grant's area; somebody of a town sees his town's only. */
const withOffice = (areaCode: string): Filter =>
  areaCode.length > OFFICE_DIGITS
    ? { officeCode: officeOf(areaCode), areaCode: areaRange(areaCode) }
    : { officeCode: officeIs(areaCode) };

const offeredTo = ({ role, areaCode, departmentCode }: Grant): Filter[] => {
  if (role === 'departmentLiaison' && departmentCode !== undefined)
    return [{ toDepartment: departmentCode, officeCode: officeIs(areaCode), state: 'transferring' }];
  return isOfficeRole(role) ? [{ toOffice: officeIs(areaCode), state: 'transferring' }] : [];
};

function inQueueOf({ role, areaCode, departmentCode }: Grant, reader: Reader): Filter[] {
  if (isOfficeRole(role) || role === 'leader') return [withOffice(areaCode)];
  if (role === 'departmentLiaison' && departmentCode !== undefined)
    return [{ toDepartment: departmentCode, officeCode: officeIs(areaCode) }];
  if (role === 'gridOfficer' && reader.actor.kind === 'user') return [{ registeredBy: reader.actor.userId }];
  return [];
}

const distinct = (filters: readonly Filter[]): Filter[] => [
  ...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values(),
];

/** The reader's queue as a condition; `offered`: what another office or department offers him instead. */
export function queueLimit(reader: Reader, offered: boolean): Filter {
  if (reader.actor.kind === 'system') return offered ? { state: 'transferring' } : {};
  const limits = reader.grants.flatMap((grant) => (offered ? offeredTo(grant) : inQueueOf(grant, reader)));
  return anyOf(distinct(limits));
}

/** Everything this reader may open: his queue and what is offered to him. For single records, found by their id. */
export function visibleLimit(reader: Reader): Filter {
  if (reader.actor.kind === 'system') return {};
  const all = reader.grants.flatMap((grant) => [...inQueueOf(grant, reader), ...offeredTo(grant)]);
  return anyOf(distinct(all));
}

/** As whom may this reader act on this very complaint? The system (jobs, seeds) may act as anybody. */
export function rolesFor(
  complaint: Pick<ComplaintRecord, 'officeCode' | 'areaCode' | 'toOffice' | 'toDepartment'>,
  reader: Reader,
): ComplaintRole[] {
  if (reader.actor.kind === 'system') return [...COMPLAINT_ROLES];
  const roles = reader.grants.flatMap((grant): ComplaintRole[] => {
    const { role, areaCode, departmentCode } = grant;
    if (role === 'departmentLiaison')
      return departmentCode !== undefined &&
        departmentCode === complaint.toDepartment &&
        complaint.officeCode.startsWith(areaCode)
        ? ['otherDepartment']
        : [];
    if (!isOfficeRole(role)) return [];
    const own = complaint.areaCode.startsWith(areaCode);
    const other = complaint.toOffice?.startsWith(areaCode) === true;
    return [...(own ? [role] : []), ...(other ? (['otherOffice'] as const) : [])];
  });
  return [...new Set(roles)];
}

/** Whom does this reader read for: the desk of the office that handles it? Only then something counts as read. */
export const isOwnOffice = (complaint: Parameters<typeof rolesFor>[0], reader: Reader): boolean =>
  reader.actor.kind === 'user' && rolesFor(complaint, reader).some(isOfficeRole);
