import type { BundleTaken } from '../../core/contract/standard-data.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { requireOffice } from '../../platform/office-reach.ts';
import { BundleFaults } from './bundle-faults.ts';
import type { LooseBundle } from './check-bundle.ts';
import { checkBundle } from './check-bundle.ts';
import { importAttendance } from './import-attendance.ts';
import { importPayrolls } from './import-payrolls.ts';
import { importPeople } from './import-people.ts';
import { importProject } from './import-project.ts';
import { importTeams } from './import-teams.ts';

/**
 * Takes in what is not there, in one transaction: all of the bundle or, with every fault by its path, nothing. What is on
 * record stays as it is, so a bundle may come twice, and a large project in parts. Payrolls are filed by the checks of
 * any other; that money was paid is believed from a bank alone, so balanceDate is not taken over.
 * @law STD-1 STD-9
 */
export async function importBundle(given: LooseBundle, ctx: Ctx): Promise<BundleTaken> {
  const bundle = await checkBundle(given);
  requireOffice(ctx, bundle.project.areaCode);
  return inTransaction(async () => {
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
  });
}
