// Where the product runs from TypeScript, a thread of Node 20 does not take over the loader of its process: each thread
// starts here, in plain JavaScript, and asks for it.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.script);
