import type { StandardBundle } from '../../core/contract/standard-data.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { CompanyRef } from '../companies/index.ts';
import { companyRefsOf } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { positionOn } from '../projects/index.ts';
import type { TeamRef } from '../roster/index.ts';
import { handOverPeople, teamsOf } from '../roster/index.ts';
import { findSafeguards } from '../safeguards/index.ts';
import { findLinkOf } from './exchange-link.model.ts';
import { exportAttendance, exportWorkers } from './export-people.ts';
import { exportPayrolls } from './export-payrolls.ts';
import type { TeamOfFirm } from './export-people.ts';
import { corpTypeOf } from './standard-words.ts';
import { statusCodesOf } from './status-codes.ts';

export interface AskExport {
  month: PayMonth;
  /** Why whole identities are needed; without it they are covered. */
  reason?: string;
}

/**
 * One month of a project as the national platform writes it. Whole identities leave the program only for a stated reason,
 * which is on record before they do. Whoever has no citizen id on record cannot be named in that standard and is left out.
 * @law STD-1 STD-9
 */
export async function exportProject(
  id: string,
  { month, reason }: AskExport,
  ctx: Ctx,
): Promise<StandardBundle> {
  const { project, isOffice } = await positionOn(id, ctx);
  if (!isOffice || project.state === 'merged') throw new AppError('notFound');
  return inTransaction(async () => {
    const teams = await sortedTeams(project);
    const people = await handOverPeople(project.id, month);
    const isWhole = reason !== undefined;
    const codes = await statusCodesOf(project.areaCode, ctx.today);
    const prjStatus = codes[project.state === 'merged' ? 'finished' : project.state];
    const bundle: StandardBundle = {
      ...(await exportSite(project, prjStatus, teams)),
      workers: exportWorkers(people, teams, isWhole),
      attendance: await exportAttendance(people, teams, month, isWhole),
      payrolls: await exportPayrolls(project.id, month, teams, isWhole),
    };
    if (isWhole) {
      const facts = { month, people: bundle.workers.length, sheets: bundle.payrolls.length, reason };
      const { areaCode } = project;
      await appendEvent(
        { subject: `project:${project.id}`, areaCode, action: 'exchange.exported', facts },
        ctx,
      );
    }
    return bundle;
  });
}

const orderOf = (...parts: string[]): string => parts.join('\u0000');
const byText =
  <Item>(key: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

async function sortedTeams({ id }: ProjectRef): Promise<TeamOfFirm[]> {
  const teams = await teamsOf(id);
  const firms = await companyRefsOf(teams.map(({ employerId }) => employerId));
  return teams
    .map((team) => ({ team, ...corpOf(firms.get(team.employerId)) }))
    .sort(byText(({ corpCode, team }) => orderOf(corpCode, team.name)));
}

const corpOf = (firm: CompanyRef | undefined): { corpCode: string; corpName: string } => ({
  corpCode: firm?.creditCode ?? '',
  corpName: firm?.name ?? '',
});

async function exportSite(
  { id, parties, ...project }: ProjectRef,
  prjStatus: string,
  teams: readonly TeamOfFirm[],
): Promise<Pick<StandardBundle, 'project' | 'subContractors' | 'teams'>> {
  const firms = await companyRefsOf(parties.map(({ companyId }) => companyId));
  const contractor = parties.find(({ role }) => role === 'generalContractor');
  const { corpCode, corpName } = corpOf(firms.get(contractor?.companyId ?? ''));
  const others = parties.filter((party) => party !== contractor);
  return {
    project: {
      ...{ contractorCorpCode: corpCode, contractorCorpName: corpName, name: project.name },
      ...{ areaCode: project.areaCode, prjStatus, projectCode: project.code },
      builderLicenses: await licencesOf(id, project.name),
    },
    subContractors: others
      .map(({ role, companyId }) => ({
        ...corpOf(firms.get(companyId)),
        corpType: corpTypeOf(role),
        ...timeOnSite(teams.filter(({ team }) => team.employerId === companyId).map(({ team }) => team)),
      }))
      .sort(byText((one) => orderOf(one.corpType, one.corpCode))),
    teams: teams.map(({ team: { id: teamSysNo, name, enteredOn, leftOn }, ...corp }) => ({
      ...{ teamSysNo, ...corp, teamName: name, entryTime: enteredOn },
      ...(leftOn === undefined ? {} : { exitTime: leftOn }),
    })),
  };
}

async function licencesOf(
  projectId: string,
  prjName: string,
): Promise<StandardBundle['project']['builderLicenses']> {
  const permit = (await findSafeguards(projectId))?.permit;
  if (permit !== undefined) return [{ prjName, builderLicenseNum: permit.number }];
  const licences = (await findLinkOf(projectId))?.licences ?? [];
  return licences.map((one) => ({ prjName: one.prjName, builderLicenseNum: one.builderLicenseNum }));
}

/** A firm is there from its first team's entry until its last has left. */
function timeOnSite(teams: readonly TeamRef[]): { entryTime?: PlainDate; exitTime?: PlainDate } {
  const [entryTime] = teams.map(({ enteredOn }) => enteredOn).sort();
  const left = teams.flatMap(({ leftOn }) => leftOn ?? []).sort();
  const exitTime = left.length === teams.length ? left.at(-1) : undefined;
  return {
    ...(entryTime === undefined ? {} : { entryTime }),
    ...(exitTime === undefined ? {} : { exitTime }),
  };
}
