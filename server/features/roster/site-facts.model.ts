import mongoose from 'mongoose';
import type { SitePart } from '../../core/alerts/facts.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { replaceMany } from '../../platform/write-many.ts';

/** Months in which a team had people on site, both included; without an end while somebody is. */
export interface TeamSpan {
  teamId: string;
  from: PayMonth;
  until?: PayMonth;
}

/** Who is on a site, counted; remembered until the site is touched again. */
export interface SiteRecord {
  site: SitePart;
  spans: TeamSpan[];
  /** The newest entry or exit. */
  newestOn?: PlainDate;
}

const schema = new mongoose.Schema(
  { _id: { type: String, required: true }, facts: { type: mongoose.Schema.Types.Mixed, required: true } },
  { collection: 'siteFacts', strict: 'throw', versionKey: false, minimize: false },
);
const SiteFacts = mongoose.model('siteFacts', schema);

/** What was counted of these projects before (index _id). */
export async function findSites(projectIds: readonly string[]): Promise<Map<string, SiteRecord>> {
  const found = await SiteFacts.find({ _id: { $in: [...projectIds] } }).lean();
  return new Map(found.map(({ _id, facts }) => [_id, facts as SiteRecord])); // written below
}

/** Remembers what was just counted; two who count at once count the same. */
export async function keepSites(sites: ReadonlyMap<string, SiteRecord>): Promise<void> {
  await replaceMany(
    SiteFacts,
    [...sites].map(([_id, facts]) => ({ filter: { _id }, replacement: { facts } })),
  );
}
