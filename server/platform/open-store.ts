import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Log } from './log.ts';

export interface OpenStore {
  uri: string;
  kind: 'embedded' | 'mongodb';
  stop(): Promise<void>;
}

/**
 * The store this configuration names: a MongoDB by MONGODB_URI, or else the embedded one in the data folder, shared
 * with whichever process of this installation already runs it. With MONGODB_URI no embedded code is loaded.
 */
export async function openStore(
  config: Pick<Config, 'mongodbUri' | 'dataDir'>,
  log: Log,
  options: { bulk?: boolean } = {},
): Promise<OpenStore> {
  if (config.mongodbUri !== undefined) {
    return { uri: config.mongodbUri, kind: 'mongodb', stop: () => Promise.resolve() };
  }
  const { startEmbeddedStore } = await import('./embedded/index.ts');
  const store = await startEmbeddedStore({
    dir: join(config.dataDir, 'store'),
    log: (line) => log.info({ part: 'store' }, line),
    ...options,
  });
  return { uri: store.uri, kind: 'embedded', stop: () => store.stop() };
}
