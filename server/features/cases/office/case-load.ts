import type { InspectorLoad } from '../../../core/contract/office-work.ts';
import type { Page } from '../../../core/contract/page.ts';
import { fen } from '../../../core/kit/money.ts';
import { isAway } from '../../../core/office/stand-ins.ts';
import type { Ctx } from '../../../platform/context.ts';
import { findAbsencesOfOffice } from '../../absences/index.ts';
import { requireReach } from '../../areas/index.ts';
import { addUpByInspector } from '../case-queries.model.ts';
import { daysOf } from '../list-cases.ts';
import { findOfficeStaff } from '../office-staff.ts';

/** How much each inspector of an office has now; one who is no longer there is listed while cases are left with him. */
export async function caseLoad(officeCode: string, ctx: Ctx): Promise<Page<InspectorLoad>> {
  requireReach(officeCode, ctx);
  const staff = await findOfficeStaff(officeCode, 'inspector', ctx);
  const led = await addUpByInspector('leadInspector', { officeCode, open: true });
  const assisted = await addUpByInspector('coInspector', { officeCode, open: true });
  const within = async (due: 'overdue' | 'within3') => {
    const { from, to } = await daysOf(due, ctx);
    const nextDueOn = {
      ...(from === undefined ? {} : { $gte: from }),
      ...(to === undefined ? {} : { $lte: to }),
    };
    return addUpByInspector('leadInspector', { officeCode, open: true, nextDueOn });
  };
  const overdue = await within('overdue');
  const within3 = await within('within3');
  const away = (await findAbsencesOfOffice(officeCode, ctx.today)).filter(
    (one) => one.role === 'inspector' && isAway(one, ctx.today),
  );

  const left = [...led, ...assisted].filter(([id]) => !staff.some((one) => one.id === id));
  const gone = new Map(left.map(([id, { name }]) => [id, { id, name, isActive: false }]));
  const people = [...staff.map(({ id, name }) => ({ id, name, isActive: true })), ...gone.values()];
  const items = people.map((one): InspectorLoad => {
    const leads = led.get(one.id);
    const absence = away.find(({ userId }) => userId === one.id);
    return {
      ...one,
      led: leads?.count ?? 0,
      assisted: assisted.get(one.id)?.count ?? 0,
      overdue: overdue.get(one.id)?.count ?? 0,
      within3: within3.get(one.id)?.count ?? 0,
      people: leads?.people ?? 0,
      owedFen: fen(leads?.owedFen ?? 0),
      ...(absence === undefined ? {} : { awayUntil: absence.until, substituteName: absence.substituteName }),
    };
  });
  return { items, nextCursor: null, total: items.length };
}
