import type { Role } from '../core/contract/roles.ts';
import { AppError } from './app-error.ts';
import { inArea } from './area-limit.ts';
import type { Ctx } from './context.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;

/** Staff of an office: what lies in their areas is theirs to read and to write. */
const OFFICE: readonly Role[] = ['clerk', 'inspector', 'bureauHead'];

/** A grid officer knows the whole town of the grid: firms and sites do not end at its edge. */
const TOWN_DIGITS = 9;

/** The areas whose records the reader's office keeps; null for the system itself, which has no limit. */
export function officeAreas(reader: Reader): string[] | null {
  if (reader.actor.kind === 'system') return null;
  return reader.grants.flatMap(({ role, areaCode }) => {
    if (OFFICE.includes(role)) return [areaCode];
    return role === 'gridOfficer' ? [areaCode.slice(0, TOWN_DIGITS)] : [];
  });
}

/** What the reader's office keeps, as conditions of which one must hold; `[{}]` for the system itself. */
export function officeLimits(reader: Reader): Record<string, unknown>[] {
  return officeAreas(reader)?.map(inArea) ?? [{}];
}

/** Is the reader staff of the office in whose area this lies (or the system itself)? Grid officers open records, but change none. */
export function isOfficeOf(reader: Reader, areaCode: string): boolean {
  if (reader.actor.kind === 'system') return true;
  return reader.grants.some((grant) => OFFICE.includes(grant.role) && areaCode.startsWith(grant.areaCode));
}

/** Refuses an area in which the reader's office keeps nothing. */
export function requireOffice(reader: Reader, areaCode: string): void {
  const areas = officeAreas(reader);
  if (areas !== null && !areas.some((area) => areaCode.startsWith(area))) throw new AppError('forbidden');
}
