import { AppError } from '../../platform/app-error.ts';
import { drawPeople } from './draw-people.ts';
import { findDraw } from './truth-sample.model.ts';

/** Draws a sample again from the list that was kept: were the same people drawn? For auditors and for tests. */
export async function redrawTruthSample(
  id: string,
  seed?: string,
): Promise<{ drawnIds: string[]; again: string[]; same: boolean }> {
  const draw = await findDraw(id);
  if (draw === null) throw new AppError('notFound');
  const { drawnIds, population } = draw;
  const again = drawPeople(population, seed ?? draw.seed, drawnIds.length).map(({ workerId }) => workerId);
  return { drawnIds, again, same: again.join() === drawnIds.join() };
}
