import type { ProjectDepartment, WriteLabourOfficer } from '../../core/contract/safeguards.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { notAfterToday } from './day-checks.ts';
import { writePart } from './write-part.ts';

/**
 * The labour officer the general contractor has posted to the project. A phone that is not given stays, because nobody
 * was shown the whole of it.
 * @law REG-28-2
 */
export async function putLabourOfficer(
  projectId: string,
  version: number,
  { phone, ...labourOfficer }: WriteLabourOfficer,
  ctx: Ctx,
): Promise<number> {
  notAfterToday('appointedOn', labourOfficer.appointedOn, ctx);
  return writePart(
    projectId,
    { part: 'labourOfficer', version, action: 'safeguards.labourOfficerPut' },
    async (_position, before) => {
      if (phone === undefined && before?.officerPhone === undefined)
        throw wrongField('phone', '请填写劳资专管员电话', 'The phone is needed: the board shows it');
      return {
        set: { labourOfficer },
        secrets: { officerPhone: phone },
        facts: { appointedOn: labourOfficer.appointedOn, newPhone: phone !== undefined },
      };
    },
    ctx,
  );
}

/** The general contractor's project department on site, as the board names it. @law REG-34-1 */
export const putProjectDepartment = (
  projectId: string,
  version: number,
  projectDepartment: ProjectDepartment,
  ctx: Ctx,
): Promise<number> =>
  writePart(
    projectId,
    { part: 'projectDepartment', version, action: 'safeguards.projectDepartmentPut' },
    async () => ({ set: { projectDepartment }, facts: { name: projectDepartment.name } }),
    ctx,
  );
