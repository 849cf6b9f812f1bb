import { serveTasks } from '../../platform/thread-task.ts';
import type { BindTask, BoundVolume } from './bind-task.ts';
import { bindVolumes } from './bind-volumes.ts';

serveTasks<BindTask, BoundVolume[], { done: number }>(async (task, tell) => {
  const answer = await bindVolumes(task, tell);
  return { answer, transfer: answer.map(({ bytes }) => bytes.buffer as ArrayBuffer) }; // made whole, in this thread
});
