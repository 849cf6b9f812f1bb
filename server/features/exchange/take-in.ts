import type { BundleTaken, StandardBundle } from '../../core/contract/standard-data.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { BundleFaults } from './bundle-faults.ts';
import { importAttendance } from './import-attendance.ts';
import { importPayrolls } from './import-payrolls.ts';
import { importPeople } from './import-people.ts';
import { importProject } from './import-project.ts';
import { importTeams } from './import-teams.ts';

/** Every object of a bundle that was read, in the order in which one rests on another. Must run in a transaction. */
export async function takeIn(bundle: StandardBundle, ctx: Ctx): Promise<BundleTaken> {
  const faults = new BundleFaults();
  const { project, projects, companies, byCode } = await importProject(bundle, faults, ctx);
  const { teams, byNumber } = await importTeams(bundle, { project, byCode }, faults, ctx);
  faults.stop();
  const workers = await importPeople(bundle, byNumber, faults, ctx);
  faults.stop();
  const attendance = await importAttendance(bundle, byNumber, faults, ctx);
  faults.stop();
  const payrolls = await importPayrolls(bundle, { project, byNumber }, faults, ctx);
  faults.stop();
  const taken = { companies, projects, teams, workers, attendance, payrolls };
  const made = Object.fromEntries(Object.entries(taken).map(([what, one]) => [what, one.made]));
  const { id, areaCode, code } = project;
  await appendEvent(
    { subject: `project:${id}`, areaCode, action: 'exchange.imported', facts: { made } },
    ctx,
  );
  return { projectId: id, projectCode: code, ...taken };
}
