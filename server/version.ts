import { readFileSync } from 'node:fs';
import { PROJECT_ROOT } from './platform/project-root.ts';

/** The version in package.json, as health, docs and logs show it. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const found: unknown = JSON.parse(readFileSync(new URL('package.json', PROJECT_ROOT), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '0';
}
