import type request from 'supertest';
import type { PayFileView } from '../../../server/core/contract/funds.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { FUNDS_PERMISSIONS, fundsRoutes } from '../../../server/features/funds/index.ts';
import {
  MACHINE_CLIENTS_PERMISSIONS,
  machineClientsRoutes,
} from '../../../server/features/machine-clients/index.ts';
import { PAY_OVERVIEW_PERMISSIONS, payOverviewRoutes } from '../../../server/features/pay-overview/index.ts';
import { ROSTER_PERMISSIONS, rosterRoutes } from '../../../server/features/roster/index.ts';
import { putAccount } from '../../../server/features/safeguards/put-account.ts';
import { putContract } from '../../../server/features/safeguards/put-contract.ts';
import { fen } from '../../../server/core/kit/money.ts';
import type { More, PayrollLifeApp } from '../payroll/payroll-life-app.ts';
import { asSystem, usePayrollLife } from '../payroll/payroll-life-app.ts';

/** The bytes of a download. */
export async function bytesOf(asked: request.Test): Promise<Buffer> {
  const answer = await asked.buffer().parse((res, done) => {
    const chunks: Buffer[] = [];
    res.on('data', (chunk: Buffer) => void chunks.push(chunk));
    res.on('end', () => done(null, Buffer.concat(chunks)));
  });
  return answer.body as Buffer; // as parsed above
}

export interface FundsApp extends PayrollLifeApp {
  /** A sheet of two people, approved by the labour officer. */
  approved: () => Promise<{ sheetId: string; own: string; others: string }>;
  /** The same, issued as a pay file. */
  issued: () => Promise<{ sheetId: string; own: string; others: string; file: PayFileView }>;
}

/** The site of the payroll tests with its contract and its wage account at branch WS001. */
export function useFunds(more: More = { routes: [], permissionTables: [] }): FundsApp {
  const app = usePayrollLife({
    routes: [...fundsRoutes, ...payOverviewRoutes, ...machineClientsRoutes, ...rosterRoutes, ...more.routes],
    permissionTables: [
      ...more.permissionTables,
      FUNDS_PERMISSIONS,
      PAY_OVERVIEW_PERMISSIONS,
      MACHINE_CLIENTS_PERMISSIONS,
      ROSTER_PERMISSIONS,
    ],
  });
  before(async () => {
    const signedOn = plainDate('2026-02-27');
    await putContract(
      app.projectId,
      0,
      {
        ...{ signedOn, amountFen: fen(500_000_000), labourCostFen: fen(120_000_000), labourCostDay: 10 },
        ...{ plannedFrom: plainDate('2026-03-01'), plannedUntil: plainDate('2027-02-28') },
        ...{ labourCostCycleMonths: 1, payDay: 15, payDayIn: 'next' },
      },
      asSystem(),
    );
    await putAccount(
      app.projectId,
      1,
      {
        ...{
          bankName: '演示农商行',
          branchCode: 'WS001',
          branchName: '文山支行',
          number: '6217003860001234567',
        },
        ...{
          accountName: '文山甲建工有限公司清河安居工程农民工工资专用账户',
          openedOn: plainDate('2026-03-10'),
        },
      },
      asSystem(),
    );
  });
  before(async () => {
    const people = [
      ['钱银行', 'bankclerk', { role: 'bank', areaCode: '532601', bankBranchCode: 'WS001' }],
      ['他行', 'otherbank', { role: 'bank', areaCode: '532601', bankBranchCode: 'WS002' }],
      ['何正平', 'head', { role: 'bureauHead', areaCode: '532601' }],
      ['李明清', 'inspector', { role: 'inspector', areaCode: '532601' }],
    ] as const;
    for (const [name, login, grant] of people) {
      const password = { text: 'correct horse 42', mustChange: false };
      await openAccount({ name, login, grants: [grant] }, password, asSystem());
    }
  });
  const approved = async () => {
    const filed = await app.file();
    await app.as('labour').move(`/payroll/sheets/${filed.sheetId}/approve`, 1).expect(200);
    return filed;
  };
  const issued = async () => {
    const sheet = await approved();
    const asked = { projectId: app.projectId, sheetIds: [sheet.sheetId] };
    const done = await app.as('labour').create('/payroll/pay-files', asked).expect(201);
    return { ...sheet, file: done.body as PayFileView };
  };
  return Object.assign(Object.create(app) as PayrollLifeApp, { approved, issued });
}
