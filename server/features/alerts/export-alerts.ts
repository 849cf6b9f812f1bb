import type { Locale } from '../../core/contract/accounts.ts';
import type { AlertRow, AlertState } from '../../core/contract/alerts.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ExportAlerts } from './alerts.schemas.ts';
import { listAlerts } from './list-alerts.ts';

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const STATES: Readonly<Record<AlertState, Words>> = {
  raised: words('新预警', 'raised'),
  seen: words('已查看', 'seen'),
  answered: words('已答复', 'answered'),
  contested: words('有异议', 'contested'),
  acted: words('已处置', 'acted on'),
  cured: words('已消除', 'cured'),
  dismissed: words('已排除', 'dismissed'),
  lapsed: words('过期不再核对', 'too old to watch'),
};
const LEVELS: Readonly<Record<AlertRow['level'], Words>> = {
  red: words('红色', 'red'),
  yellow: words('黄色', 'yellow'),
};

interface Row extends Pick<
  AlertRow,
  'number' | 'projectName' | 'areaCode' | 'since' | 'raisedOn' | 'ageDays'
> {
  level: string;
  state: string;
  question: string;
  message: string;
  month: string | undefined;
  answerBy: string | undefined;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'number', zh: '预警编号', en: 'Number', kind: 'text' },
  { key: 'level', zh: '等级', en: 'Level', kind: 'text' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'projectName', zh: '工程项目', en: 'Project', kind: 'text' },
  { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' },
  { key: 'question', zh: '规则', en: 'Rule', kind: 'text' },
  { key: 'message', zh: '预警内容', en: 'What is the matter', kind: 'text' },
  { key: 'month', zh: '工资月份', en: 'Pay month', kind: 'text' },
  { key: 'since', zh: '起始日', en: 'Since', kind: 'day' },
  { key: 'raisedOn', zh: '预警日', en: 'Raised on', kind: 'day' },
  { key: 'ageDays', zh: '持续天数', en: 'Days', kind: 'number' },
  { key: 'answerBy', zh: '要求期限', en: 'Due by', kind: 'day' },
];

/** The queue as a table to download: the same filters, the same limits. */
export function alertsTable({ format, ...filter }: ExportAlerts, ctx: Ctx, locale: Locale): Table<Row> {
  const found = pages((page) => listAlerts({ ...filter, ...page }, ctx));
  const lang = locale === 'en' ? 'en' : 'zh';
  const rows = (async function* () {
    for await (const { level, state, question, message, month, answerBy, ...alert } of found)
      yield {
        ...alert,
        ...{ level: LEVELS[level][locale], state: STATES[state][locale], month, answerBy },
        ...{ question: question[lang], message: message[lang] },
      };
  })();
  return { title: locale === 'en' ? 'Warnings' : '预警', columns: COLUMNS, rows, format, locale };
}
