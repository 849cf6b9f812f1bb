import { parentPort } from 'node:worker_threads';

// A thread that does what it is asked to, as a hostile file would make one do it.
const kept = [];
const POISON = {
  loop: () => {
    for (;;);
  },
  throw: () => {
    throw new Error('broken');
  },
  later: () => void setTimeout(() => POISON.throw(), 10),
  exit: () => process.exit(3),
  grow: () => {
    for (;;) kept.push(new Array(1_000_000).fill(0.5));
  },
  echo: () => parentPort.postMessage({ answer: 'echo' }),
};
parentPort.on('message', (task) => POISON[task]());
