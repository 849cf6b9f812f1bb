import type { Booted } from '../server/boot.ts';
import { systemCtx } from '../server/platform/context.ts';
import { seedAlerts } from './alerts/run.ts';
import { seedAssessment } from './assessment/run.ts';
import { seedArrears } from './arrears/run.ts';
import { deliverNews } from './clear-bells.ts';
import { seedCampaigns } from './campaigns/run.ts';
import { seedCredit } from './credit/run.ts';
import { seedHazards } from './hazards/run.ts';
import { seedIncidents } from './incidents/run.ts';
import { seedLeads } from './leads/run.ts';
import { seedListings } from './listings/run.ts';
import { seedInspections } from './inspections/run.ts';
import { seedCoordination } from './coordination/run.ts';
import { seedPaySide } from './pay-side/run.ts';
import { seedCertificates } from './certificates/run.ts';
import { seedPublications } from './publications/run.ts';
import { seedReleases } from './releases/run.ts';
import { seedRetention } from './retention/run.ts';
import type { SeedCounts } from './run-seeds.ts';
import { runSeeds } from './run-seeds.ts';

/** What a start puts on record: the reference data and, in demo mode, the demo region with its people and matters. */
export async function seedDemo(booted: Pick<Booted, 'config' | 'clock' | 'log'>): Promise<SeedCounts> {
  const { clock, config } = booted;
  const { demo, regionCode, dataDir } = config;
  const ctx = systemCtx('seeds', { now: clock.now(), today: clock.today() });
  const added = await runSeeds({ ctx, demo, regionCode, scenarios: dataDir });
  if (demo) Object.assign(added, await seedPaySide(ctx), { arrearsSheets: await seedArrears(ctx) });
  if (demo) Object.assign(added, { releases: await seedReleases(ctx, dataDir) });
  if (demo) Object.assign(added, { outlived: await seedRetention(ctx) });
  if (demo) Object.assign(added, { visits: await seedInspections(ctx), hazards: await seedHazards(ctx) });
  if (demo) Object.assign(added, { publications: await seedPublications(ctx) });
  if (demo) Object.assign(added, { grades: await seedCredit(ctx) });
  if (demo) Object.assign(added, { certificates: await seedCertificates(ctx) });
  if (demo) Object.assign(added, { listings: await seedListings(ctx) });
  if (demo) Object.assign(added, { incidents: await seedIncidents(ctx) });
  if (demo) Object.assign(added, { coordination: await seedCoordination(ctx) });
  if (demo) Object.assign(added, { leads: await seedLeads(ctx) });
  if (demo) Object.assign(added, { campaigns: await seedCampaigns(ctx) });
  if (demo) Object.assign(added, { assessed: await seedAssessment(ctx) });
  if (demo) Object.assign(added, { lookedAt: await seedAlerts(ctx) });
  if ((added.scenarios ?? 0) > 0) await deliverNews(booted);
  return added;
}
