import { drawSample } from '../../core/alerts/seeded-sample.ts';
import { sha256 } from './draw-seed.ts';
import type { Population } from './truth-sample.model.ts';

export interface DrawnPerson {
  workerId: string;
  projectId: string;
}

/**
 * Who is asked, and about which of his sites: people by the seed, and of one who worked on several sites one of them by
 * the seed and his own id. The same seed and list draw the same again.
 */
export function drawPeople(population: Population, seed: string, size: number): DrawnPerson[] {
  const sites = new Map(population.map(([workerId, ...projectIds]) => [workerId, projectIds]));
  return drawSample([...sites.keys()], seed, size, sha256).flatMap((workerId) => {
    const [projectId] = drawSample(sites.get(workerId) ?? [], `${seed}\n${workerId}`, 1, sha256);
    return projectId === undefined ? [] : [{ workerId, projectId }];
  });
}
