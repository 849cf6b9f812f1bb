import type { HistoryEntry } from '../../core/contract/deadlines.ts';
import { INSIDE_STEPS, TOLD_FIELDS } from '../../core/releases/release-steps.ts';
import type { Reader } from '../../platform/lives/index.ts';
import { fileIdsOf, openHeldFiles } from '../files/index.ts';
import { asReleases, Releases } from './release.model.ts';
import type { ReleaseRecord } from './release.model.ts';
import { looksAsBank, looksAsOffice, releasesWithin } from './release-reach.ts';
import { RELEASES_PERMISSIONS } from './releases.permissions.ts';

/** From which side somebody looks on it. */
export type ReleaseSide = 'office' | 'contractor' | 'bank';

export function sideOf(record: Pick<ReleaseRecord, 'areaCode' | 'branchCode'>, reader: Reader): ReleaseSide {
  if (reader.actor.kind === 'system' || looksAsOffice(record, reader)) return 'office';
  return looksAsBank(record, reader) ? 'bank' : 'contractor';
}

/** What concerns the bank: that it may, and that it did. */
const BANK_STEPS = ['confirm', 'carryOut'];

/** The steps a side reads; of those of the office among itself the contractor reads only what it is told. */
export function stepsFor(history: readonly HistoryEntry[], side: ReleaseSide): HistoryEntry[] {
  if (side === 'office') return [...history];
  return history
    .filter(({ action }) => side === 'contractor' || BANK_STEPS.includes(action))
    .map(({ by, fileIds, step, ...entry }) => {
      const isInside = INSIDE_STEPS.includes(entry.action);
      const given = step?.given.filter(({ field }) => !isInside || TOLD_FIELDS.includes(field.name)) ?? [];
      return {
        ...entry,
        by: { kind: by.kind },
        ...(step === undefined ? {} : { step: { ...step, given } }),
        ...(isInside || fileIds === undefined ? {} : { fileIds }),
      };
    });
}

/** The steps whose papers a side opens. */
export const withPapersFor = <Step extends { action: string }>(
  history: readonly Step[],
  side: ReleaseSide,
): Step[] => {
  if (side === 'office') return [...history];
  if (side === 'bank') return history.filter(({ action }) => action === 'carryOut');
  return history.filter(({ action }) => !INSIDE_STEPS.includes(action));
};

const READERS: readonly string[] = RELEASES_PERMISSIONS['releases.list'];

openHeldFiles('release', async (id, fileId, ctx) => {
  const reader = { ...ctx, grants: ctx.grants.filter(({ role }) => READERS.includes(role)) };
  const within = { $and: [{ _id: id }, await releasesWithin(reader)] };
  const fields = { areaCode: 1, branchCode: 1, history: 1 } as const;
  const found = asReleases(await Releases.find(within, fields).limit(1).lean());
  return found.some((record) =>
    withPapersFor(record.history, sideOf(record, reader)).some((step) => fileIdsOf(step).includes(fileId)),
  );
});
