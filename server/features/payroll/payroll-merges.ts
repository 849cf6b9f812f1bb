import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { PayrollLines } from './payroll-line.model.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';

/** Sheets and lines follow the record that stands for a merged one. */
registerMergeListener('project', async (fromId, intoId) => {
  await PayrollSheets.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
  await PayrollLines.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
});
registerMergeListener('company', async (fromId, intoId) => {
  const sheets = await PayrollSheets.find({ employerId: fromId }, { _id: 1 }).lean();
  await PayrollSheets.updateMany({ employerId: fromId }, { $set: { employerId: intoId } });
  const own = { sheetId: { $in: sheets.map(({ _id }) => String(_id)) } };
  await PayrollLines.updateMany(own, { $set: { employerId: intoId } });
});
registerMergeListener('worker', async (fromId, intoId) => {
  await PayrollLines.updateMany({ workerId: fromId }, { $set: { workerId: intoId } });
});
