import { DEMO_AREA, DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';
import { createCompany, findCompanyRef } from '../../server/features/companies/index.ts';
import { createProject, findProjectRef } from '../../server/features/projects/index.ts';
import type { Ctx } from '../../server/platform/context.ts';

const LABOUR_ID = '5326010000000000000000c2';
const OWNER_ID = '5326010000000000000000c3';
const PROJECT_ID = '5326010000000000000000d1';

/** The demo's companies and its project; made up, and named so. */
export interface Registry {
  companyId: string;
  companyName: string;
  labourId: string;
  labourName: string;
  projectId: string;
  projectCode: string;
}

const COMPANY_NAME = '文山演示建筑工程有限公司';
const LABOUR_NAME = '文山演示劳务分包有限公司';

/** Puts them on record where they are not yet. */
export async function seedRegistry(ctx: Ctx): Promise<Registry> {
  for (const [id, name] of [
    [DEMO_COMPANY_ID, COMPANY_NAME],
    [LABOUR_ID, LABOUR_NAME],
    [OWNER_ID, '文山演示城投开发有限公司'],
  ] as const) {
    if ((await findCompanyRef(id)) === null) await createCompany({ name, areaCode: DEMO_AREA }, ctx, id);
  }
  const project = (await findProjectRef(PROJECT_ID)) ?? (await addProject(ctx));
  return {
    ...{
      companyId: DEMO_COMPANY_ID,
      companyName: COMPANY_NAME,
      labourId: LABOUR_ID,
      labourName: LABOUR_NAME,
    },
    ...{ projectId: project.id, projectCode: project.code },
  };
}

const addProject = (ctx: Ctx) =>
  createProject(
    {
      name: '演示项目：开化安置小区一期',
      areaCode: `${DEMO_AREA}001`,
      site: '开化街道演示路 1 号',
      investmentType: 'GOVERNMENT',
      industryDepartment: 'housing',
      parties: [
        { role: 'projectOwner', companyId: OWNER_ID },
        { role: 'generalContractor', companyId: DEMO_COMPANY_ID },
        { role: 'labourSubcontractor', companyId: LABOUR_ID },
      ],
      state: 'building',
    },
    ctx,
    { id: PROJECT_ID },
  );
