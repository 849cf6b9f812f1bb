import mongoose from 'mongoose';
import type { CoverageItem } from '../../core/contract/dashboard.ts';
import { COVERAGE_ITEMS } from '../../core/contract/dashboard.ts';
import type { CardLevel } from '../../core/contract/risk-levels.ts';
import { CARD_LEVELS } from '../../core/contract/risk-levels.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { SiteStanding } from '../../core/reports/site-standing.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import { replaceMany } from '../../platform/write-many.ts';

/** A project as the figures count it: what its risk card and its facts said on `day`. */
export interface SiteRecord extends SiteStanding {
  /** The project's id. */
  _id: string;
  projectCode: string;
  projectName: string;
  areaCode: string;
  /** '-': none on record. */
  industry: string;
  level: CardLevel;
  contractorId?: string;
  contractorName?: string;
  /** The card's facts and the day they were judged for: the same again need not be looked at. */
  factsHash: string;
  day: PlainDate;
}

const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const items = Object.fromEntries(COVERAGE_ITEMS.map((item) => [item, text])) as Record<
  CoverageItem,
  typeof text
>; // one for each item
const schema = new mongoose.Schema(
  {
    _id: text,
    ...{ projectCode: text, projectName: text, areaCode: text, industry: text },
    level: { type: String, enum: CARD_LEVELS, required: true },
    ...{ contractorId: String, contractorName: String, factsHash: text, day: text },
    items: { type: new mongoose.Schema(items, shape), required: true },
    ...{ present: whole, withContract: whole, withRealName: whole },
    filing: {
      type: [
        new mongoose.Schema(
          {
            month: text,
            ...{ teams: whole, inTime: whole, late: whole, none: whole, withoutAttendance: whole },
            lateAttendance: Number,
          },
          shape,
        ),
      ],
      required: true,
    },
  },
  { collection: 'dashboardSites', strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, _id: 1 });
export const Sites = mongoose.model('dashboardSites', schema);

/** Lean documents are what the schema wrote, so they are SiteRecords. */
export const asSites = (docs: unknown): SiteRecord[] => docs as SiteRecord[];

export async function findSites(ids: readonly string[]): Promise<Map<string, SiteRecord>> {
  const found = asSites(await Sites.find({ _id: { $in: [...ids] } }).lean());
  return new Map(found.map((site) => [site._id, site]));
}

export async function writeSites(sites: readonly SiteRecord[]): Promise<void> {
  await replaceMany(
    Sites,
    sites.map(({ _id, ...replacement }) => ({ filter: { _id }, replacement })),
  );
}

/** Projects that have no card any more are counted no more. */
export async function keepOnlySites(ids: ReadonlySet<string>): Promise<number> {
  const gone: string[] = [];
  for await (const { _id } of walkById<{ _id: string }>(Sites, { _id: 1 })) if (!ids.has(_id)) gone.push(_id);
  if (gone.length > 0) await Sites.deleteMany({ _id: { $in: gone } });
  return gone.length;
}

/** The projects of an area (index areaCode). */
export async function findSitesWithin(limits: Record<string, unknown>): Promise<SiteRecord[]> {
  return asSites(await Sites.find(limits).sort({ areaCode: 1, _id: 1 }).lean());
}
