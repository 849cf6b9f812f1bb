import { serveTasks } from '../thread-task.ts';
import { markWorkbook } from './mark-workbook.ts';
import { readRows } from './read-rows.ts';
import { ownFault } from './reader-faults.ts';
import { templateBytes } from './template-bytes.ts';
import type { WorkbookAnswer, WorkbookNews, WorkbookTask } from './workbook-tasks.ts';

serveTasks<WorkbookTask, WorkbookAnswer, WorkbookNews>(async (task, tell) => {
  try {
    if (task.do === 'read') return { answer: await readRows(task, tell) };
    const bytes = task.do === 'mark' ? await markWorkbook(task) : await templateBytes(task);
    return { answer: { bytes } };
  } catch (error) {
    throw ownFault(error);
  }
});
