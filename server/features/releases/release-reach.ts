import type { ReleaseRole } from '../../core/releases/release-steps.ts';
import { anyOf, areaRange, inArea } from '../../platform/area-limit.ts';
import type { Reader } from '../../platform/lives/index.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { ownCompanyIds } from '../companies/index.ts';
import type { ReleaseRecord } from './release.model.ts';

const OFFICE: readonly ReleaseRole[] = ['clerk', 'inspector', 'bureauHead'];
const AREA_READERS = [...OFFICE, 'leader'];
/** Before the regulator's word there is nothing for the bank to do, and nothing for it to know. */
const BANK_STATES = ['confirmed', 'done'];

/** Those of the reader's area, of his company, or confirmed to his branch: part of a query. */
export async function releasesWithin(reader: Reader): Promise<Record<string, unknown>> {
  if (reader.actor.kind === 'system') return {};
  const own = await ownCompanyIds(reader);
  return anyOf([
    ...reader.grants.flatMap(({ role, areaCode }) =>
      AREA_READERS.some((one) => one === role) ? [inArea(areaCode)] : [],
    ),
    ...(own.length === 0 ? [] : [{ companyId: { $in: own } }]),
    ...reader.grants.flatMap(({ role, areaCode, bankBranchCode }) =>
      role === 'bank' && bankBranchCode !== undefined
        ? [
            {
              ...{ branchCode: bankBranchCode, areaCode: areaRange(areaCode) },
              state: { $in: BANK_STATES },
            },
          ]
        : [],
    ),
  ]);
}

/** Does the reader look on it as the office does: all of it, and who said what? */
export const looksAsOffice = ({ areaCode }: Pick<ReleaseRecord, 'areaCode'>, reader: Reader): boolean =>
  isOfficeOf(reader, areaCode) ||
  reader.grants.some((grant) => grant.role === 'leader' && areaCode.startsWith(grant.areaCode));

/** Does the reader look on it as the bank that keeps the money? */
export const looksAsBank = ({ branchCode }: Pick<ReleaseRecord, 'branchCode'>, { grants }: Reader): boolean =>
  branchCode !== undefined &&
  grants.some(({ role, bankBranchCode }) => role === 'bank' && bankBranchCode === branchCode);

/** As what this reader may act; whoever reaches the record by his company stands for it, the query has seen to that. */
export function releaseRoles(
  { areaCode, branchCode }: Pick<ReleaseRecord, 'areaCode' | 'branchCode'>,
  reader: Reader,
): ReleaseRole[] {
  const { actor, grants } = reader;
  if (actor.kind !== 'user') return [];
  const held = OFFICE.filter((role) =>
    grants.some((grant) => grant.role === role && areaCode.startsWith(grant.areaCode)),
  );
  if (held.length > 0) return held;
  if (looksAsBank({ ...(branchCode === undefined ? {} : { branchCode }) }, reader)) return ['bank'];
  return grants.some(({ role }) => role === 'contractor') ? ['contractor'] : [];
}
