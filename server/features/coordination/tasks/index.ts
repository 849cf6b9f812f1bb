export { departmentNames } from './export-tasks.ts';
export { listTasks, tasksWith } from './list-tasks.ts';
export { requireReceiver, sendTask } from './open-task.ts';
export type { TaskRecord } from './task.model.ts';
export { findTasksOfDecisions } from './task.model.ts';
