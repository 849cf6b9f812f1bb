import { loadConfig } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A configuration of its own folder and keys; silent, demo on, port chosen by the system. */
export function testConfig(settings: Record<string, string> = {}): Config {
  return loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: temporaryFolder('app'),
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: '0',
    DEMO: 'true',
    PUBLIC_URL: 'http://localhost',
    ...settings,
  });
}
