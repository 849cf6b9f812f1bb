import type { Laid } from './lay-project.ts';
import type { BigPlan } from './run.ts';

const LINES = 20;

/** Says on standard error how far the county has come: some twenty times, whatever its size. */
export function showProgress({ projects }: BigPlan): (done: number, laid: Laid) => void {
  const step = Math.max(1, Math.ceil(projects / LINES));
  return (done, { people, lines }) => {
    if (done % step !== 0 && done !== projects) return;
    process.stderr.write(
      `${String(done)}/${String(projects)} 个项目 / sites, +${String(people)} 人 / people, +${String(lines)} 行工资 / pay lines\n`,
    );
  };
}
