import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pagesState } from '../../build-client.ts';
import { loadConfig } from '../../config.ts';
import type { Config } from '../../config.ts';
import { systemClock } from '../../platform/clock.ts';
import { PROJECT_ROOT } from '../../platform/project-root.ts';
import { keysFit } from '../backup-mark.ts';
import { chooseBackup } from '../backup-shelf.ts';
import { askStore } from './ask-store.ts';
import type { BackupFact, Facts, Place } from './facts.ts';

const HOUR_MS = 3_600_000;
/** Its group may read it: where several units run, it belongs to root and to the group they run as. */
const BEYOND_ITS_GROUP = 0o037;

/** Looks at everything an installation stands on; writes no key, no folder and no record. */
export async function lookAtInstallation(asked: { backup: string | undefined }): Promise<Facts> {
  const machine = { node: { version: process.versions.node, wanted: wantedNode() }, pages: pagesState() };
  let config: Config;
  try {
    config = loadConfig(undefined, { mayCreateKeys: false });
  } catch (error) {
    return { ...machine, configuration: { fault: settingFault(error) }, place: null };
  }
  const { store, checks } = await askStore(config, systemClock);
  const place: Place = {
    dataDir: { path: config.dataDir, state: folderState(config.dataDir) },
    keys: { path: config.secretsFile, readByOthers: isReadByOthers(config.secretsFile) },
    backup: asked.backup === undefined ? null : backupFact(asked.backup, config),
    store,
    checks,
  };
  return { ...machine, configuration: null, place };
}

function wantedNode(): string {
  const { engines } = JSON.parse(readFileSync(new URL('package.json', PROJECT_ROOT), 'utf8')) as {
    engines: { node: string };
  }; // our own file
  return engines.node;
}

/** What a parser says of the key file would show a piece of it. */
function settingFault(error: unknown): string {
  if (error instanceof SyntaxError) return '密钥文件不是 JSON / the key file is not JSON';
  return sentence(error);
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function folderState(path: string): Place['dataDir']['state'] {
  if (!existsSync(path)) return 'missing';
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return 'fine';
  } catch {
    return 'notWritable';
  }
}

/** Windows keeps no such modes. */
const isReadByOthers = (path: string): boolean =>
  process.platform !== 'win32' && (statSync(path).mode & BEYOND_ITS_GROUP) !== 0;

function backupFact(folder: string, config: Config): BackupFact {
  try {
    const { mark } = chooseBackup(resolve(folder), null);
    const ageMs = systemClock.now().getTime() - new Date(mark.madeAt).getTime();
    return { ageHours: ageMs / HOUR_MS, keysFit: keysFit(mark, config.secrets) };
  } catch (error) {
    return { fault: sentence(error) };
  }
}
