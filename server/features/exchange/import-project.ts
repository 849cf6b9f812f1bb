import type { PartyRole, ProjectState } from '../../core/contract/projects.ts';
import type { StandardBundle, Taken } from '../../core/contract/standard-data.ts';
import { checkCreditCode } from '../../core/kit/identity-numbers.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { createCompany, findCompanyRefByCode, officeOf } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import {
  createProject,
  editProject,
  findProjectByCode,
  findProjectRef,
  getProject,
  getProjectRef,
} from '../projects/index.ts';
import type { BundleFaults } from './bundle-faults.ts';
import { present } from './bundle-faults.ts';
import { findLink, insertLink } from './exchange-link.model.ts';
import { partyRoleOf } from './standard-words.ts';
import type { StatusCodes } from './status-codes.ts';
import { stateOf, statusCodesOf } from './status-codes.ts';

export interface ProjectTaken {
  project: ProjectRef;
  projects: Taken;
  companies: Taken;
  /** Companies of the bundle by their credit codes. */
  byCode: ReadonlyMap<string, string>;
}

interface Party {
  path: string;
  role: PartyRole;
  companyId: string;
}

/** The project by the code we know it under, ours or the one it once came with; a new one where there is none. */
export async function importProject(
  bundle: StandardBundle,
  faults: BundleFaults,
  ctx: Ctx,
): Promise<ProjectTaken> {
  const { companies, byCode } = await importCompanies(bundle, faults, ctx);
  const codes = await statusCodesOf(bundle.project.areaCode, ctx.today);
  const state = stateOf(bundle.project.prjStatus, codes);
  if (state === null) refuseStatus(codes, faults);
  faults.stop();
  const parties = partiesOf(bundle, byCode);
  const known = await findKnown(bundle.project);
  if (known !== null) {
    if (!isOfficeOf(ctx, known.areaCode) || known.state === 'merged') throw notHere(faults);
    const project = await addParties(known, parties, faults, ctx);
    return { project, projects: { made: 0, known: 1 }, companies, byCode };
  }
  const made = await makeProject(bundle, { parties, state: present(state) }, faults, ctx);
  faults.stop();
  if (made === null) throw new AppError('notFound');
  return { project: made, projects: { made: 1, known: 0 }, companies, byCode };
}

function refuseStatus({ building, finished, suspended }: StatusCodes, faults: BundleFaults): void {
  faults.add(
    'project.prjStatus',
    'prjStatus.unknown',
    `本系统不认识这个项目状态代码，不作猜测；本地区约定 ${building} 在建、${finished} 完工、${suspended} 停工，请核对后改写，或请管理员在参数中设置`,
    `Not a status code this area knows, and none is guessed; here ${building} is building, ${finished} finished, ${suspended} suspended. Correct it, or have the admin set the codes`,
  );
}

function notHere(faults: BundleFaults): AppError {
  faults.add('project.projectCode', 'project.elsewhere', '该项目由其他机构管理', 'Kept by another office');
  faults.stop();
  return new AppError('forbidden');
}

async function findKnown({ projectCode, areaCode }: StandardBundle['project']): Promise<ProjectRef | null> {
  const link = await findLink(officeOf(areaCode), projectCode);
  return link === null ? findProjectByCode(projectCode) : findProjectRef(link.projectId);
}

/** Every firm the bundle names, once. */
async function importCompanies(
  { project, subContractors }: StandardBundle,
  faults: BundleFaults,
  ctx: Ctx,
): Promise<{ companies: Taken; byCode: Map<string, string> }> {
  const named = [
    {
      path: 'project.contractorCorpCode',
      code: project.contractorCorpCode,
      name: project.contractorCorpName,
    },
    ...subContractors.map(({ corpCode, corpName }, at) => ({
      ...{ path: `subContractors.${at}.corpCode`, code: corpCode, name: corpName },
    })),
  ];
  const companies = { made: 0, known: 0 };
  const byCode = new Map<string, string>();
  for (const { path, code: typed, name } of named) {
    if (byCode.has(typed)) continue;
    const code = checkCreditCode(typed);
    if (!code.ok) {
      faults.add(path, 'creditCode', '不是有效的统一社会信用代码', 'Not a valid unified social credit code');
      continue;
    }
    const known = await findCompanyRefByCode(code.value);
    if (known === null) {
      const company = { name, creditCode: code.value, areaCode: project.areaCode };
      const made = await createCompany(company, ctx).catch((error: unknown) => faults.take(error, path));
      if (made === undefined) continue;
      byCode.set(typed, made.id);
      companies.made += 1;
    } else {
      byCode.set(typed, known.id);
      companies.known += 1;
    }
  }
  return { companies, byCode };
}

function partiesOf(
  { project, subContractors }: StandardBundle,
  byCode: ReadonlyMap<string, string>,
): Party[] {
  const contractor = byCode.get(project.contractorCorpCode) ?? '';
  const parties: Party[] = [
    { path: 'project.contractorCorpCode', role: 'generalContractor', companyId: contractor },
  ];
  for (const [at, { corpCode, corpType }] of subContractors.entries()) {
    const role = partyRoleOf(corpType);
    const companyId = byCode.get(corpCode) ?? '';
    const isThere = parties.some((one) => one.role === role && one.companyId === companyId);
    if (role !== null && !isThere) parties.push({ path: `subContractors.${at}.corpCode`, role, companyId });
  }
  return parties;
}

const plain = ({ role, companyId }: Party) => ({ role, companyId });

/** Where the fault of a project's form comes from. */
function placeOf(error: unknown, parties: readonly Party[]): string {
  const path = error instanceof AppError ? (error.fields?.[0]?.path ?? '') : '';
  const at = /^parties\.(\d+)/u.exec(path)?.[1];
  return at === undefined ? 'project.areaCode' : (parties[Number(at)]?.path ?? 'project');
}

/** The standard knows no site: the name of the project stands there until somebody writes where it is. */
async function makeProject(
  { project }: StandardBundle,
  { parties, state }: { parties: Party[]; state: Exclude<ProjectState, 'merged'> },
  faults: BundleFaults,
  ctx: Ctx,
): Promise<ProjectRef | null> {
  const { name, areaCode, projectCode, builderLicenses: licences } = project;
  const input = { name, areaCode, site: name, parties: parties.map(plain), state };
  const made = await createProject(input, ctx).catch((error: unknown) =>
    faults.take(error, placeOf(error, parties)),
  );
  if (made === undefined) return null;
  await insertLink({ office: officeOf(areaCode), projectCode, projectId: made.id, licences });
  return getProjectRef(made.id);
}

async function addParties(
  known: ProjectRef,
  parties: Party[],
  faults: BundleFaults,
  ctx: Ctx,
): Promise<ProjectRef> {
  const missing = parties.filter(
    (one) => !known.parties.some(({ role, companyId }) => role === one.role && companyId === one.companyId),
  );
  if (missing.length === 0) return known;
  const { version, site, investmentType, industryDepartment, startedOn, ...view } = await getProject(
    known.id,
    ctx,
  );
  const all = [...known.parties.map((party) => ({ path: 'project', ...party })), ...missing];
  const input = {
    ...{ name: view.name, areaCode: view.areaCode, site, parties: all.map(plain) },
    state: known.state === 'merged' ? ('finished' as const) : known.state,
    ...(investmentType === undefined ? {} : { investmentType }),
    ...(industryDepartment === undefined ? {} : { industryDepartment }),
    ...(startedOn === undefined ? {} : { startedOn }),
  };
  await editProject(known.id, version, input, ctx).catch((error: unknown) =>
    faults.take(error, placeOf(error, all)),
  );
  return getProjectRef(known.id);
}
