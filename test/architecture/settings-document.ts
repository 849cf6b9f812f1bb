import { SETTINGS } from '../../server/config.ts';
import { SETTING_WORDS } from '../../server/settings-words.ts';

export const SETTINGS_DOCUMENT = 'docs/configuration.md';

interface Described {
  type?: string;
  flags?: { only?: boolean; default?: unknown };
  allow?: unknown[];
  rules?: { name: string; args?: { limit?: number; regex?: string; options?: { scheme?: string[] } } }[];
}

/** docs/configuration.md, from the very schema that checks the settings at every start. */
export function settingsDocument(): string {
  const described = Object.entries(SETTINGS.describe().keys as Record<string, Described>);
  return [
    '# 设置',
    '',
    '全部设置都是环境变量，启动时由 `server/config.ts` 逐项检查；错了就不启动，并写明是哪一项、它是做什么的。本页由',
    '`npm run settings` 从那里生成，测试核对是否一致。怎样写进 systemd、Docker 见[安装与运行维护](operate.md)。',
    '',
    '| 设置 | 默认 | 限制 | 含义 Meaning |',
    '| --- | --- | --- | --- |',
    ...described.map(([name, one]) => row(name, one)),
    '',
  ].join('\n');
}

function row(name: string, one: Described): string {
  const words = Object.entries(SETTING_WORDS).find(([key]) => key === name)?.[1];
  if (words === undefined) throw new Error(`${name} has no words in server/settings-words.ts`);
  const fallback = one.flags?.default;
  const unset = words.unset;
  const asDefault =
    unset !== undefined
      ? unset.zh === unset.en
        ? code(unset.zh)
        : `${unset.zh} / ${unset.en}`
      : fallback === undefined || fallback === ''
        ? ''
        : code(String(fallback));
  const cells = [code(name), asDefault, limitsOf(one).join('，'), `${words.zh} / ${words.en}`];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const code = (text: string): string => `\`${text}\``;

function limitsOf({ type, flags, allow = [], rules = [] }: Described): string[] {
  if (flags?.only === true) return [allow.map((value) => code(String(value))).join('、')];
  if (type === 'boolean') return ['`true`、`false`'];
  const limit = (name: string): number | undefined => rules.find((rule) => rule.name === name)?.args?.limit;
  const [least, most] = [limit('min'), limit('max')];
  const found: string[] = [];
  if (rules.some(({ name }) => name === 'port')) found.push('0–65535');
  if (least !== undefined || most !== undefined)
    found.push(type === 'number' ? range(least, most) : `${range(least, most)} 个字符`);
  for (const { args } of rules) {
    if (args?.options?.scheme !== undefined)
      found.push(args.options.scheme.map((one) => code(`${one}:`)).join('、'));
    if (args?.regex !== undefined) found.push(code(args.regex.slice(1, -1)));
  }
  if (rules.some(({ name }) => name === 'integer')) found.push('整数');
  return found;
}

const range = (least: number | undefined, most: number | undefined): string =>
  least === undefined ? `至多 ${most}` : most === undefined ? `至少 ${least}` : `${least}–${most}`;
