import { AppError } from '../../platform/app-error.ts';
import { guessesOf } from './guesses.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** A hundred million: what a thief of the hashes tries in a few weeks on one machine, at ten guesses a second and core. */
const LEAST_GUESSES = 8;

interface Against {
  login: string;
  current?: string;
  path: string;
}

const RULES: readonly {
  rule: string;
  zh: string;
  en: string;
  breaks(password: string, against: Against): boolean;
}[] = [
  {
    rule: 'password.holdsLogin',
    zh: '密码不能包含登录名',
    en: 'The password must not contain the login',
    breaks: (password, { login }) => password.toLowerCase().includes(login.toLowerCase()),
  },
  {
    rule: 'password.tooSimple',
    zh: '密码太简单：至少要有 5 个不同的字符',
    en: 'Too simple: use at least 5 different characters',
    breaks: hasFewCharacters,
  },
  {
    rule: 'password.sequence',
    zh: '密码太简单：不能是连续的数字或字母',
    en: 'Too simple: not a plain run of digits or letters',
    breaks: (password) => isRun(password),
  },
  {
    rule: 'password.common',
    zh: '密码太常见，容易被猜到：常用词、姓名拼音、键盘顺序、日期、手机号或它们的组合都不行',
    en: 'Too common: not a well-known word, a name, a keyboard pattern, a date, a phone number, nor several of them together',
    breaks: (password) => !isOneKind(password) && guessesOf(password) < LEAST_GUESSES,
  },
  {
    rule: 'password.same',
    zh: '新密码不能与原密码相同',
    en: 'The new password must differ from the present one',
    breaks: (password, { current }) => password === current,
  },
];

function hasFewCharacters(password: string): boolean {
  return new Set(password).size < 5;
}

/** What the rules above say more plainly. */
const isOneKind = (password: string): boolean => hasFewCharacters(password) || isRun(password);

/** '1234567890', 'abcdefghij' and their likes, also downwards and over the end. */
function isRun(password: string): boolean {
  const runs = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
  return runs.some((run) => `${run}${run}`.includes(password.toLowerCase()));
}

/** Length is the schema's; here is what length cannot see. Every rule that is broken is listed. */
export function checkNewPassword(password: string, against: Against): void {
  const broken = RULES.filter((rule) => rule.breaks(password, against));
  if (broken.length === 0) return;
  const fields = broken.map(({ rule, zh, en }) => ({
    in: 'body' as const,
    path: against.path,
    rule,
    zh,
    en,
  }));
  throw new AppError('invalidInput', { count: fields.length }, fields);
}
