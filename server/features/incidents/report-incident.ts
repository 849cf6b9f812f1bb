import type { IncidentView, OpenIncident } from '../../core/contract/incidents.ts';
import { diffDays, type PlainDate } from '../../core/kit/plain-date.ts';
import { dayOf, sumOf } from '../../core/lives/facts.ts';
import type { Ctx } from '../../platform/context.ts';
import { openLife } from '../../platform/lives/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { requireReach } from '../areas/index.ts';
import { companyNamesOf, findCompanyRef, ownCompanyIds, requireKnownArea } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { findProjectRef, positionOn } from '../projects/index.ts';
import { INCIDENT_KIND } from './incident-kind.ts';
import { incidentView } from './incident-view.ts';
import type { IncidentRecord } from './incident.model.ts';
import { tellEverybody } from './tell-everybody.ts';

type About = Pick<
  IncidentRecord,
  'areaCode' | 'reporterIds' | 'projectId' | 'projectName' | 'companyId' | 'companyName' | 'departmentCode'
>;
const noProject = () => wrongField('projectId', '没有这个项目', 'There is no such project');
const isCompany = ({ actor, grants }: Ctx): boolean =>
  actor.kind === 'user' && grants.every(({ role }) => role === 'contractor');
/** About a hundred metres. */
const roughly = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/**
 * A gathering on record in one minute, and everybody who must know told in the same transaction.
 * @law REG-29-3
 */
export async function reportIncident(input: OpenIncident, ctx: Ctx): Promise<IncidentView> {
  const { position, given } = input;
  const about = isCompany(ctx) ? await ofCompany(input, ctx) : await ofOffice(input, ctx);
  const where =
    position === undefined
      ? {}
      : { position: { latitude: roughly(position.latitude), longitude: roughly(position.longitude) } };
  const fresh = { ...about, ...where, headcount: 0, isExtreme: false };
  const made = await openLife(INCIDENT_KIND, fresh, given, ctx, (_record, { after: { facts } }) => ({
    set: {
      ...{ headcount: sumOf(facts, 'headcount') ?? 0, isExtreme: facts['extreme'] === true },
      ...lateBy(dayOf(facts, 'happenedOn') ?? ctx.today, ctx.today),
    },
    andAlso: (record) => tellEverybody(record, ctx),
  }));
  return incidentView(made, ctx);
}

/** The area is the reporter's; project and company are named as far as they are known. */
async function ofOffice({ areaCode, projectId, companyId }: OpenIncident, ctx: Ctx): Promise<About> {
  requireReach(areaCode, ctx);
  await requireKnownArea(areaCode, ctx);
  const project = projectId === undefined ? undefined : await findProjectRef(projectId);
  if (project === null) throw noProject();
  const named = companyId ?? contractorOf(project);
  const company = named === undefined ? undefined : await findCompanyRef(named);
  if (company === null) throw wrongField('companyId', '没有这家企业', 'There is no such company');
  return {
    ...{ areaCode, reporterIds: [] },
    ...siteOf(project),
    ...(company === undefined ? {} : { companyId: company.id, companyName: company.name }),
  };
}

/** Owner and general contractor of a site report what happens there; it lies where the site lies. */
async function ofCompany({ projectId, companyId }: OpenIncident, ctx: Ctx): Promise<About> {
  if (projectId === undefined)
    throw wrongField('projectId', '请选择本企业的项目', 'Choose a project of your company');
  const { project, isGeneralContractor, isOwner } = await positionOn(projectId, ctx);
  if (!isGeneralContractor && !isOwner) throw noProject();
  const named = companyId ?? contractorOf(project);
  if (named !== undefined && !project.parties.some((party) => party.companyId === named))
    throw wrongField('companyId', '该企业不在这个项目上', 'This company has no part in the project');
  const own = new Set(await ownCompanyIds(ctx));
  const reporterIds = project.parties.flatMap((party) => (own.has(party.companyId) ? [party.companyId] : []));
  const name = named === undefined ? undefined : (await companyNamesOf([named])).get(named);
  return {
    ...{ areaCode: project.areaCode, reporterIds: [...new Set(reporterIds)] },
    ...siteOf(project),
    ...(named === undefined || name === undefined ? {} : { companyId: named, companyName: name }),
  };
}

const siteOf = (
  project: ProjectRef | undefined,
): Pick<About, 'projectId' | 'projectName' | 'departmentCode'> =>
  project === undefined
    ? {}
    : {
        ...{ projectId: project.id, projectName: project.name },
        ...(project.industryDepartment === undefined ? {} : { departmentCode: project.industryDepartment }),
      };

function lateBy(happenedOn: PlainDate, today: PlainDate): Pick<IncidentRecord, 'lateDays'> {
  const lateDays = diffDays(happenedOn, today);
  return lateDays > 0 ? { lateDays } : {};
}

/** The general contractor, who answers for the whole site, where nobody else was named. */
const contractorOf = (project: ProjectRef | undefined): string | undefined =>
  project?.parties.find(({ role }) => role === 'generalContractor')?.companyId;
