import assert from 'node:assert/strict';
import { nobodysCitizenId } from '../../../seeds/random.ts';
import type { ArrearsLineView, ArrearsSheetView } from '../../../server/core/contract/arrears.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { ARREARS_PERMISSIONS, arrearsRoutes } from '../../../server/features/arrears/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { layPayrolls } from '../../../server/features/payroll/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import {
  createTeam,
  enrolMany,
  findTeam,
  openEnrolments,
  recordMonths,
} from '../../../server/features/roster/index.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';
import {
  acceptedComplaint,
  asSystem,
  clock,
  filing,
  ok,
  useCasesApp,
  WORKER_PHONE,
} from '../cases/cases-app.ts';

export const JANUARY = payMonth('2026-01');
const DECEMBER = payMonth('2025-12');

export interface Site {
  projectId: string;
  employerId: string;
  generalId: string;
  ownerId: string;
}

/** Somebody of the case; the first has the phone the worker of the test signs in with. */
export const person = (at: number) => ({
  name: `工友${at}`,
  citizenId: nobodysCitizenId(710_000 + at),
  phone: at === 1 ? WORKER_PHONE : `138000077${String(at).padStart(2, '0')}`,
});
const claimed = (at: number) => ({
  ...person(at),
  months: [DECEMBER, JANUARY].map((month) => ({ payMonth: month, owedFen: 500_000 })),
});

export const useArrearsApp = (): { as: (who: Who) => Visitor } =>
  useCasesApp({ routes: arrearsRoutes, permissionTables: [ARREARS_PERMISSIONS] });

/** A site whose labour subcontractor employs three people at 300 yuan a day; they worked 31 days in January. */
export async function openSite(): Promise<Site> {
  const company = async (name: string): Promise<string> =>
    (await createCompany({ name, areaCode: '532601' }, asSystem())).id;
  const [employerId, generalId, ownerId] = [
    await company('德厚劳务'),
    await company('文山建工'),
    await company('城投公司'),
  ];
  const parties = [
    { companyId: ownerId, role: 'projectOwner' },
    { companyId: generalId, role: 'generalContractor' },
    { companyId: employerId, role: 'labourSubcontractor' },
  ] as const;
  const place = { name: '阳光花园二期', areaCode: '532601001', site: '河边', state: 'building' } as const;
  const projectId = (await createProject({ ...place, parties: [...parties] }, asSystem())).id;
  const gang = { employerId, name: '钢筋班', enteredOn: plainDate('2025-06-01') };
  const team = await findTeam((await createTeam(projectId, gang, asSystem())).id);
  assert.ok(team !== null);
  const job = { workType: '030', workRole: 'BUILDER', isTeamLeader: false, payKind: 'TIME_RATE' } as const;
  const onSite = { enteredOn: plainDate('2025-09-03'), isInAlready: true, dayRateFen: fen(30_000) };
  const hired = [1, 2, 3].map((at) => ({ employerId, ...job, ...person(at), ...onSite }));
  // With the fourth no rate was agreed.
  const { dayRateFen: _, ...withoutRate } = onSite;
  hired.push({ employerId, ...job, ...person(4), ...withoutRate } as (typeof hired)[number]); // a rate may be missing on record
  const { enrolled } = await enrolMany(team, hired, asSystem());
  const worked = { projectId, teamId: team.id, month: JANUARY, source: 'workbook' } as const;
  const days = Array.from({ length: 31 }, () => 100);
  const hours = days.map(() => null);
  await recordMonths(enrolled.map((enrolmentId) => ({ ...worked, enrolmentId, days, hours })));
  const people = await openEnrolments(enrolled);
  const first = people.find(({ name }) => name === '工友1');
  assert.ok(first !== undefined);
  // The first of them was credited 2,000 yuan for January before the case was filed.
  const bank = {
    state: 'credited' as const,
    amountFen: fen(200_000),
    on: plainDate('2026-02-10'),
    attempts: 1,
  };
  const line = { person: first, daysHundredths: 3100, grossFen: fen(800_000), advanceFen: fen(0), bank };
  const filed = {
    payMonth: JANUARY,
    filedOn: plainDate('2026-02-05'),
    state: 'partPaid' as const,
    lines: [line],
  };
  const project = { id: projectId, name: '阳光花园二期' };
  await inTransaction(() => layPayrolls([{ project, team, employerName: '德厚劳务', ...filed }], asSystem()));
  return { projectId, employerId, generalId, ownerId };
}

type As = (who: Who) => Visitor;

/** A case of these people against the subcontractor; each says 5,000 yuan for December and for January. */
export async function caseOf(as: As, site: Site, over: object = {}, people = [1, 2]): Promise<CaseView> {
  const stated = { headcount: people.length, people: people.map(claimed), projectId: site.projectId };
  const { id } = await acceptedComplaint(as, { ...stated, ...over });
  const respondent = { companyId: site.employerId, name: '德厚劳务' };
  return ok(as('inspector').create('/cases', filing([id], { respondent })));
}

export const build = (as: As, { id }: { id: string }, body: object = {}): Promise<ArrearsSheetView> =>
  ok(as('inspector').create(`/cases/${id}/arrears-sheet`, body));

export const on = ({ version }: { version: number }): Record<string, string> => ({
  'if-match': `"v${version}"`,
});

export const linesOf = async (
  as: As,
  sheet: { id: string },
  who: Who = 'inspector',
): Promise<ArrearsLineView[]> =>
  (await ok<{ items: ArrearsLineView[] }>(as(who).get(`/arrears-sheets/${sheet.id}/lines`, { limit: 200 })))
    .items;

export const sheetOf = (as: As, { id }: { id: string }, who: Who = 'inspector'): Promise<ArrearsSheetView> =>
  ok(as(who).get(`/cases/${id}/arrears-sheet`));

/** Built and shown to both sides, who have until the 20th of March. */
export async function shown(as: As, view: { id: string }): Promise<ArrearsSheetView> {
  const sheet = await build(as, view);
  return ok(as('inspector').post(`/arrears-sheets/${sheet.id}/show`, { answerBy: '2026-03-20' }, on(sheet)));
}

/** Somebody who acts for a company. */
export function asCompany(companyId: string): Ctx {
  const grants = [
    { role: 'contractor' as const, areaCode: '532601', companyId, position: 'companyAdmin' as const },
  ];
  const actor = {
    kind: 'user' as const,
    userId: 'f'.repeat(24),
    name: '企业经办人',
    grants,
    sessionId: 's'.repeat(24),
  };
  return { actor, grants, now: clock.now(), today: clock.today(), requestId: 'test', ip: '127.0.0.1' };
}
