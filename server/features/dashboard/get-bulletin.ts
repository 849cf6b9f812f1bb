import { CLOSURE_CODES } from '../../core/contract/cases.ts';
import { LEAD_CHANNELS } from '../../core/contract/complaints.ts';
import type { PeriodReport } from '../../core/contract/reports.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addYears } from '../../core/kit/plain-date.ts';
import type { Paper } from '../../core/reports/paper.ts';
import { filingByCompany, qualityBulletin } from '../../core/reports/quality-bulletin.ts';
import { workBulletin } from '../../core/reports/work-bulletin.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { CLOSURE_WORDS } from '../cases/index.ts';
import { CHANNEL_WORDS } from '../complaints/index.ts';
import { getPeriodReport } from '../reports/index.ts';
import { findSitesWithin } from './site.model.ts';

/** Of the work, or of how companies file their data. */
export const BULLETIN_KINDS = ['work', 'quality'] as const;
export interface AskBulletin {
  kind: (typeof BULLETIN_KINDS)[number];
  from: PlainDate;
  to: PlainDate;
  areaCode?: string;
}

/** A bulletin of any days and area of the reader, from the figures of the report of the same days. */
export async function getBulletin({ kind, ...ask }: AskBulletin, ctx: Ctx): Promise<Paper> {
  // Checks days and reach, and says which area it is.
  const report = await getPeriodReport(ask, ctx);
  if (kind === 'quality') {
    const sites = await findSitesWithin(inArea(report.areaCode));
    return qualityBulletin(filingByCompany(sites, ask), report);
  }
  const days = { from: addYears(ask.from, -1), to: addYears(ask.to, -1) };
  const before = await getPeriodReport({ ...ask, ...days }, ctx);
  return workBulletin({ report, before, channels: channelsOf(report), closures: closuresOf(report) });
}

const channelsOf = ({ byChannel }: PeriodReport) =>
  LEAD_CHANNELS.map((code) => ({ name: CHANNEL_WORDS[code]['zh-CN'], count: byChannel[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

const closuresOf = ({ byClosure }: PeriodReport) =>
  CLOSURE_CODES.map((code) => ({ name: CLOSURE_WORDS[code]['zh-CN'], count: byClosure[code] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
