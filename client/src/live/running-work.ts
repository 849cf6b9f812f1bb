import { reactive } from 'vue';

/** Long work this person has started; it goes on at the server when the page is left. */
export interface RunningWork {
  id: string;
  title: string;
  state: 'running' | 'done' | 'failed';
  /** 0–1 where the server can tell, else undefined. */
  share?: number;
  counts: Record<string, number>;
  error?: string;
  requestId?: string;
}

export const runningWork = reactive<RunningWork[]>([]);

export function noteWork(work: RunningWork): void {
  const at = runningWork.findIndex((one) => one.id === work.id);
  if (at >= 0) runningWork[at] = work;
  else runningWork.unshift(work);
}

export function forgetWork(id: string): void {
  const at = runningWork.findIndex((one) => one.id === id);
  if (at >= 0) runningWork.splice(at, 1);
}
