import type { Locale, UserState, UserView } from '../../core/contract/accounts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { ROLE_WORDS } from '../../core/contract/roles.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ListUsers } from './list-users.ts';
import { listUsers } from './list-users.ts';

export type ExportUsers = Omit<ListUsers, 'cursor' | 'limit'> & { format: ExportFormat };

const COLUMNS = [
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'login', zh: '账号', en: 'Account', kind: 'text' },
  { key: 'phone', zh: '手机号', en: 'Mobile phone', kind: 'text' },
  { key: 'email', zh: '邮箱', en: 'E-mail', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'rights', zh: '权限', en: 'Rights', kind: 'text' },
  { key: 'totp', zh: '动态验证码', en: 'Second factor', kind: 'text' },
  { key: 'lastSignInAt', zh: '最近登录', en: 'Last sign-in', kind: 'moment' },
  { key: 'createdAt', zh: '开通时间', en: 'Opened', kind: 'moment' },
] as const;
type Row = Record<(typeof COLUMNS)[number]['key'], string | undefined>;

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const STATE_WORDS: Readonly<Record<UserState, Words>> = {
  invited: words('已邀请', 'invited'),
  active: words('正常', 'active'),
  disabled: words('已停用', 'disabled'),
};
const YES_NO = { yes: words('已启用', 'on'), no: words('未启用', 'off') } as const;

/** The list as a table to download: the same filters, the same limits, the same masks. */
export function usersTable({ format, ...filter }: ExportUsers, ctx: Ctx, locale: Locale): Table<Row> {
  const users = pages((page) => listUsers({ ...filter, ...page }, ctx));
  const columns: readonly Column<Row>[] = COLUMNS;
  return {
    title: locale === 'en' ? 'Accounts' : '账号',
    columns,
    rows: rowsOf(users, locale),
    format,
    locale,
  };
}

async function* rowsOf(users: AsyncIterable<UserView>, locale: Locale): AsyncGenerator<Row> {
  const language = locale === 'en' ? 'en' : 'zh';
  for await (const user of users) {
    yield {
      name: user.name,
      login: user.login,
      phone: user.phoneMasked,
      email: user.email,
      state: STATE_WORDS[user.state][locale],
      rights: user.grants.map((grant) => `${ROLE_WORDS[grant.role][language]} ${grant.areaCode}`).join('; '),
      totp: YES_NO[user.totpEnabled ? 'yes' : 'no'][locale],
      lastSignInAt: user.lastSignInAt,
      createdAt: user.createdAt,
    };
  }
}
