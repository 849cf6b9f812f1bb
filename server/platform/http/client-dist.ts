import { fileURLToPath } from 'node:url';

/** Where the built client lies. */
export const CLIENT_DIST = fileURLToPath(new URL('../../../client/dist', import.meta.url));
