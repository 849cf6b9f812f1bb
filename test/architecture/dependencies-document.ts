import { readFileSync } from 'node:fs';

export const LICENCES_DOCUMENT = 'docs/licences.md';

export interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  engines?: { node?: string } | string[];
  os?: string[];
  cpu?: string[];
}

/** Every package as locked, by its place; the project itself apart. */
export function lockedPackages(): Map<string, Locked> {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  }; // npm's own format
  return new Map(Object.entries(lock.packages).filter(([place]) => place !== ''));
}

/** Said in an older form that the lock does not carry, or in a file beside it; each looked at. */
export const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  'passport-local': 'MIT',
  'passport-strategy': 'MIT',
  pause: 'MIT',
  'png-js': 'MIT',
  streamsearch: 'MIT',
  'xmlhttprequest-ssl': 'MIT',
};

export const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** docs/licences.md: what the product is delivered with, from the lock; tools of development are left out. */
export function licencesDocument(): string {
  const delivered = [...lockedPackages()].filter(([, one]) => one.dev !== true && one.devOptional !== true);
  const byLicence = new Map<string, Set<string>>();
  for (const [place, { version, license }] of delivered) {
    const name = nameOf(place);
    const said = license ?? SAID_ELSEWHERE[name] ?? '?';
    const names = byLicence.get(said) ?? new Set<string>();
    names.add(`${name} ${version ?? '?'}`);
    byLicence.set(said, names);
  }
  const licences = [...byLicence].sort(([, a], [, b]) => b.size - a.size);
  return [
    '# 第三方软件的许可证',
    '',
    `随程序安装的 ${delivered.length} 个软件包，按许可证列出；由 \`npm run licences\` 从 \`package-lock.json\` 生成，测试核对是否一致。开发用的工具不在内。`,
    '',
    ...licences.flatMap(([licence, names]) => [
      `## ${licence}（${names.size}）`,
      '',
      `${[...names].sort().join('、')}。`,
      '',
    ]),
  ].join('\n');
}
