import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { touchProjects } from '../../platform/touched-projects.ts';
import { PayrollLines } from './payroll-line.model.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';
import { recountPayDaysOf } from './recount-pay-days.ts';

/** Sheets and lines follow the record that stands for a merged one, and what is unpaid is due as its contract reads. */
registerMergeListener('project', async (fromId, intoId, ctx) => {
  await PayrollSheets.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
  await PayrollLines.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
  await touchProjects([intoId]);
  await recountPayDaysOf(intoId, ctx);
});
registerMergeListener('company', async (fromId, intoId) => {
  const sheets = await PayrollSheets.find({ employerId: fromId }, { projectId: 1 }).lean();
  await PayrollSheets.updateMany({ employerId: fromId }, { $set: { employerId: intoId } });
  const own = { sheetId: { $in: sheets.map(({ _id }) => String(_id)) } };
  await PayrollLines.updateMany(own, { $set: { employerId: intoId } });
  await touchProjects(sheets.map(({ projectId }) => projectId));
});
registerMergeListener('worker', async (fromId, intoId) => {
  await PayrollLines.updateMany({ workerId: fromId }, { $set: { workerId: intoId } });
});
