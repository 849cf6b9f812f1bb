import type { Locale } from '../../core/contract/accounts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { ContractKind, EnrolmentState, EnrolmentView, PayKind } from '../../core/contract/roster.ts';
import type { Fen } from '../../core/kit/money.ts';
import { findWorkType } from '../../core/pay/work-types.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import type { ListEnrolments } from './list-enrolments.ts';
import { listEnrolments } from './list-enrolments.ts';

export type ExportEnrolments = Omit<ListEnrolments, 'cursor' | 'limit'> & { format: ExportFormat };

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const STATES: Readonly<Record<EnrolmentState, Words>> = {
  pending: words('待进场', 'at the gate'),
  onSite: words('在场', 'on site'),
  left: words('已退场', 'left'),
};
const PAY: Readonly<Record<PayKind, Words>> = {
  TIME_RATE: words('计时', 'by time'),
  PIECE_RATE: words('计件', 'by piece'),
};
const CONTRACTS: Readonly<Record<ContractKind, Words>> = {
  labourContract: words('劳动合同', 'labour contract'),
  labourAgreement: words('用工书面协议', 'written agreement'),
};

interface Row {
  workerName: string;
  citizenIdMasked: string;
  phoneMasked: string | undefined;
  bankCardMasked: string | undefined;
  employerName: string;
  teamName: string;
  workType: string;
  payKind: string;
  rateFen: Fen | undefined;
  contract: string | undefined;
  signedOn: string | undefined;
  safetyTrainedOn: string | undefined;
  state: string;
  enteredOn: string | undefined;
  leftOn: string | undefined;
  missing: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'workerName', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'citizenIdMasked', zh: '身份证号', en: 'Citizen id', kind: 'text' },
  { key: 'phoneMasked', zh: '手机号', en: 'Mobile phone', kind: 'text' },
  { key: 'bankCardMasked', zh: '银行卡号', en: 'Bank card', kind: 'text' },
  { key: 'employerName', zh: '用工单位', en: 'Employer', kind: 'text' },
  { key: 'teamName', zh: '班组', en: 'Team', kind: 'text' },
  { key: 'workType', zh: '工种', en: 'Work type', kind: 'text' },
  { key: 'payKind', zh: '计酬方式', en: 'Paid', kind: 'text' },
  { key: 'rateFen', zh: '单价（元）', en: 'Rate (yuan)', kind: 'fen' },
  { key: 'contract', zh: '合同', en: 'Contract', kind: 'text' },
  { key: 'signedOn', zh: '签订日期', en: 'Signed', kind: 'day' },
  { key: 'safetyTrainedOn', zh: '安全培训日期', en: 'Safety training', kind: 'day' },
  { key: 'state', zh: '状态', en: 'State', kind: 'text' },
  { key: 'enteredOn', zh: '进场日期', en: 'Entered', kind: 'day' },
  { key: 'leftOn', zh: '退场日期', en: 'Left', kind: 'day' },
  { key: 'missing', zh: '缺项', en: 'Missing', kind: 'text' },
];

/** The list as a table to download: the same filters, the same limits, the same masks. */
export function enrolmentsTable(
  { format, ...filter }: ExportEnrolments,
  ctx: Ctx,
  locale: Locale,
): Table<Row> {
  const people = pages((page) => listEnrolments({ ...filter, ...page }, ctx));
  const rows = (async function* () {
    for await (const person of people) yield rowOf(person, locale);
  })();
  return { title: locale === 'en' ? 'Roster' : '花名册', columns: COLUMNS, rows, format, locale };
}

function rowOf(person: EnrolmentView, locale: Locale): Row {
  const { workerName, citizenIdMasked, phoneMasked, bankCardMasked, employerName, teamName } = person;
  const { safetyTrainedOn, enteredOn, leftOn, contract } = person;
  const missing = person.gate.filter(({ open }) => !open);
  return {
    ...{ workerName, citizenIdMasked, phoneMasked, bankCardMasked, employerName, teamName },
    ...{ safetyTrainedOn, enteredOn, leftOn },
    workType: findWorkType(person.workType)?.zh ?? person.workType,
    payKind: PAY[person.payKind][locale],
    rateFen: person.dayRateFen ?? person.monthRateFen ?? person.piecePriceFen,
    contract: contract === undefined ? undefined : CONTRACTS[contract.kind][locale],
    signedOn: contract?.signedOn,
    state: STATES[person.state][locale],
    missing: missing.map(({ zh, en }) => (locale === 'en' ? en : zh)).join('、'),
  };
}
