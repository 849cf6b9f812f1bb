import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../project-root.ts';

/** Where the built client lies. */
export const CLIENT_DIST = fileURLToPath(new URL('client/dist', PROJECT_ROOT));
