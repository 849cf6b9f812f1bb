import { serveTasks } from '../thread-task.ts';
import { doWordTask } from './word-tasks.ts';
import type { WordAnswer, WordTask } from './word-tasks.ts';

serveTasks<WordTask, WordAnswer>(async (task) => ({ answer: await doWordTask(task) }));
