import assert from 'node:assert/strict';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { createProject, getProject } from '../../../server/features/projects/index.ts';
import { mergeProject } from '../../../server/features/projects/merge-project.ts';
import { createTeam } from '../../../server/features/roster/write-team.ts';
import { putContract } from '../../../server/features/safeguards/put-contract.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import { asSystem, sheetNow, usePayrollLife } from './payroll-life-app.ts';

describe('payrolls of projects that are merged', () => {
  const app = usePayrollLife();
  let sheetId = '';
  const payOnNow = async () => {
    const { payOn, projectId, history } = await sheetNow(sheetId);
    return { payOn, projectId, recounted: history?.filter(({ action }) => action === 'recount').length };
  };
  /** Another record of the site, with a contract that names a day of wages. */
  async function paidOnThe(payDay: number): Promise<string> {
    const { parties } = await getProject(app.projectId, asSystem());
    const known = parties.map(({ role, companyId }) => ({ role, companyId }));
    const works = { areaCode: '532601001', site: '清河路', state: 'building' as const, parties: known };
    const { id } = await createProject({ ...works, name: `清河安居 ${payDay}` }, asSystem());
    const contract = {
      ...{ signedOn: plainDate('2026-02-27'), amountFen: fen(500_000_000), labourCostFen: fen(120_000_000) },
      ...{ plannedFrom: plainDate('2026-03-01'), plannedUntil: plainDate('2027-02-28'), labourCostDay: 10 },
      ...{ labourCostCycleMonths: 1, payDay, payDayIn: 'next' as const },
    };
    await putContract(id, 0, contract, asSystem());
    return id;
  }
  async function merge(fromId: string, intoId: string): Promise<void> {
    const { version } = await getProject(fromId, asSystem());
    await mergeProject(fromId, version, { intoId, reason: '重复登记' }, app.ctxOf('clerk'));
  }

  it('are due on the day of the contract that comes with the duplicate', async () => {
    sheetId = (await app.file()).sheetId;
    await merge(await paidOnThe(25), app.projectId);
    assert.deepEqual(await payOnNow(), { payOn: '2026-11-25', projectId: app.projectId, recounted: 1 });
  });

  it('are due on the day of the contract of the record that stands for theirs', async () => {
    const into = await paidOnThe(20);
    await merge(app.projectId, into);
    assert.deepEqual(await payOnNow(), { payOn: '2026-11-20', projectId: into, recounted: 2 });
  });

  it('are not filed for new teams of a record that gave way: nobody looks at it any more', async () => {
    const { employerId } = await sheetNow(sheetId);
    const team = { employerId, name: '新班组', enteredOn: plainDate('2026-11-19') };
    await assert.rejects(
      createTeam(app.projectId, team, app.ctxOf('labour')),
      (error: unknown) => error instanceof AppError && error.code === 'conflict',
    );
  });
});
