import { serveTasks } from '../../../platform/thread-task.ts';
import type { PackTask, PackWritten } from './pack-task.ts';
import { writeZip } from './write-zip.ts';

serveTasks<PackTask, PackWritten, { done: number }>(async (task, tell) => ({
  answer: await writeZip(task, tell),
}));
