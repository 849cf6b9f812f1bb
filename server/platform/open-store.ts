import { join } from 'node:path';
import { MongoNetworkError } from 'mongodb';
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
  options: { bulk?: boolean; sharesOnly?: boolean } = {},
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

const HAND_OVERS = 3;

/**
 * What is done at a start may be done twice. Whoever serves the store may be a command that is about to end, or on its way
 * out: then the connection is cut, another process serves the folder, and the work is begun again.
 */
export async function throughHandOver<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === HAND_OVERS || !(error instanceof MongoNetworkError)) throw error;
    }
  }
}
