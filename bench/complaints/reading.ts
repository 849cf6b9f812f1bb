import { setTimeout as pause } from 'node:timers/promises';
import type { Sample } from '../measure.ts';
import type { Person } from './people.ts';

/** Between two looks, so that one reader stays within what a person may ask in a minute. */
const LOOK_MS = 50;

/** Somebody who looks at a list again and again. */
export function startReading(reader: Person): () => Promise<Sample> {
  const latencies: number[] = [];
  const began = performance.now();
  let going = true;
  const reading = (async () => {
    while (going) {
      const start = performance.now();
      await reader.send('GET', '/api/complaints?open=true&limit=20');
      latencies.push(performance.now() - start);
      await pause(LOOK_MS);
    }
  })();
  return async () => {
    going = false;
    await reading;
    latencies.sort((a, b) => a - b);
    return {
      value: latencies.length / ((performance.now() - began) / 1000),
      cpu: null,
      p50: latencies[latencies.length >> 1] ?? null,
      p99: latencies[Math.floor(latencies.length * 0.99)] ?? null,
    };
  };
}
