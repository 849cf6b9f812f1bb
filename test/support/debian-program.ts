import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Path of a program of Debian; as root on Debian it is installed where it is missing, saying so. Null where it cannot be
 * had: whoever needs it skips and says `howToGet`.
 */
export function debianProgram(name: string, packages: readonly string[]): string | null {
  const found = find(name);
  if (found !== null) return found;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return null;
  process.stderr.write(`No ${name} found: installing ${packages.join(' and ')} from Debian packages …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    const done = spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 300_000 });
    if (done.status !== 0)
      process.stderr.write(`apt-get ${args[0]} failed:\n${(done.stderr || done.stdout).slice(-1000)}\n`);
  }
  return find(name);
}

export const howToGet = (packages: readonly string[]): string =>
  `Skipped: install ${packages.join(' and ')} (Debian: apt-get install ${packages.join(' ')}).`;

function find(name: string): string | null {
  for (const folder of [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'])
    if (folder !== '' && existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
  return null;
}
