import { buildClient } from './build-client.ts';

// `npm run build`: all that a start would build, without starting. The programs are built by the time this one runs.
await buildClient({ log: (line) => console.log(line) });
