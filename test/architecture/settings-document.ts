import { SETTINGS } from '../../server/settings.ts';
import { SETTING_WORDS } from '../../server/settings-words.ts';

export const SETTINGS_DOCUMENT = 'README.md';
/** What lies between the two is written by the code; the formatter would pad its columns to the longest cell. */
const [FROM, TO] = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'];

interface Described {
  type?: string;
  flags?: { only?: boolean; default?: unknown };
  allow?: unknown[];
  rules?: { name: string; args?: { limit?: number; regex?: string; options?: { scheme?: string[] } } }[];
}

/** The README with its table of settings from the very schema that checks them at every start. */
export function settingsDocument(readme: string): string {
  const [before, after] = [readme.indexOf(FROM), readme.indexOf(TO)];
  if (before < 0 || after < before)
    throw new Error(`${SETTINGS_DOCUMENT} has no place for the table: ${FROM} … ${TO}`);
  return `${readme.slice(0, before)}${FROM}\n\n${settingsTable()}\n\n${readme.slice(after)}`;
}

function settingsTable(): string {
  const described = Object.entries(SETTINGS.describe().keys as Record<string, Described>); // joi's own description
  return [
    '| Setting | Default | Limits | Meaning 含义 |',
    '| --- | --- | --- | --- |',
    ...described.map(([name, one]) => row(name, one)),
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
        : `${unset.en} ${unset.zh}`
      : fallback === undefined || fallback === ''
        ? ''
        : code(String(fallback));
  const cells = [code(name), asDefault, limitsOf(one).join(', '), `${words.en} ${words.zh}`];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const code = (text: string): string => `\`${text}\``;

function limitsOf({ type, flags, allow = [], rules = [] }: Described): string[] {
  if (flags?.only === true) return [allow.map((value) => code(String(value))).join(', ')];
  if (type === 'boolean') return ['`true`, `false`'];
  const limit = (name: string): number | undefined => rules.find((rule) => rule.name === name)?.args?.limit;
  const [least, most] = [limit('min'), limit('max')];
  const found: string[] = [];
  if (rules.some(({ name }) => name === 'port')) found.push('0–65535');
  if (least !== undefined || most !== undefined)
    found.push(type === 'number' ? range(least, most) : `${range(least, most)} characters`);
  for (const { args } of rules) {
    if (args?.options?.scheme !== undefined)
      found.push(args.options.scheme.map((one) => code(`${one}:`)).join(', '));
    if (args?.regex !== undefined) found.push(code(args.regex.slice(1, -1)));
  }
  if (rules.some(({ name }) => name === 'integer')) found.push('whole');
  return found;
}

const range = (least: number | undefined, most: number | undefined): string =>
  least === undefined ? `at most ${most}` : most === undefined ? `at least ${least}` : `${least}–${most}`;
