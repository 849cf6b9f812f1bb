import type { LeadPlatform } from '../../core/contract/leads.ts';
import { isBankPurpose } from '../../core/contract/machine-clients.ts';
import type { OpenMachineClient } from '../../core/contract/machine-clients.ts';
import type { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { isInArea } from '../areas/index.ts';
import { isBranchKnown } from '../funds/index.ts';
import { findProjectByCode } from '../projects/index.ts';

/** What a program acts for, looked up: the branch of a bank, the project of a device, the platform that sends leads. */
export interface StandsFor {
  bankBranchCode?: string;
  projectId?: string;
  leadPlatform?: LeadPlatform;
}

/**
 * Refuses a program that would act for nothing on record: a bank's needs a branch of the area, a device's a project in
 * it, one that sends leads the platform it sends for. One elsewhere is answered like one that does not exist, so that codes cannot be tried out.
 */
export async function standsFor(input: OpenMachineClient, ctx: Ctx): Promise<StandsFor> {
  const { purposes, areaCode, bankBranchCode, projectCode, leadPlatform } = input;
  if (purposes.some(isBankPurpose) && bankBranchCode === undefined)
    throw wrongField(
      'bankBranchCode',
      '银行用途须填写网点代码',
      'A bank’s program needs the branch it acts for',
    );
  if (purposes.includes('punches') && projectCode === undefined)
    throw wrongField(
      'projectCode',
      '考勤用途须填写项目编号',
      'A device’s program needs the project it stands on',
    );
  if (purposes.includes('leads') && leadPlatform === undefined)
    throw wrongField(
      'leadPlatform',
      '线索用途须选择来源平台',
      'A program that sends leads needs the platform it sends for',
    );
  if (bankBranchCode !== undefined && !(await isBranchKnown(bankBranchCode, areaCode, ctx)))
    throw wrongField(
      'bankBranchCode',
      '所选地区没有这个网点：那里既没有它开户的专用账户，也没有它的经办人账号',
      'No such branch in this area: it keeps no wage account there and has no clerk there',
    );
  return {
    ...(bankBranchCode === undefined ? {} : { bankBranchCode }),
    ...(leadPlatform === undefined ? {} : { leadPlatform }),
    ...(projectCode === undefined ? {} : { projectId: await projectIn(areaCode, projectCode) }),
  };
}

async function projectIn(areaCode: string, code: string): Promise<string> {
  const project = await findProjectByCode(code);
  if (project === null || !isInArea(project.areaCode, areaCode)) throw noProject();
  return project.id;
}

const noProject = (): AppError =>
  wrongField(
    'projectCode',
    '所选地区没有这个编号的项目，请核对维权信息告示牌上的项目编号',
    'No project in this area has this number: compare it with the rights board of the site',
  );
