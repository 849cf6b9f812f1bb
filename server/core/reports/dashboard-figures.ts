import type { CoverageItem } from '../contract/dashboard.ts';
import type { DashboardFigure, DashboardFigureId } from './dashboard-figure.ts';
import { figureRow as row } from './dashboard-figure.ts';
import { SITE_FIGURES } from './site-figures.ts';

const COMPLAINTS = { zh: '未办结的投诉举报', en: 'Complaints that are open' };
const CASES = { zh: '未结案件', en: 'Cases that are open' };

export const DASHBOARD_FIGURES: readonly DashboardFigure[] = [
  row(
    'openComplaints',
    'pieces',
    COMPLAINTS,
    ['未办结投诉举报', 'Open complaints'],
    [
      '收到后还没有办结、不予受理、移送、并案或撤回的投诉举报。',
      'Received and not yet answered, refused, transferred, merged or withdrawn.',
    ],
  ),
  row(
    'complaintsOverdue',
    'pieces',
    COMPLAINTS,
    ['其中已超期', 'Overdue'],
    ['未办结且当前期限的最后一天已过。', 'Open, and the last day of the running period has gone by.'],
  ),
  row(
    'complaintsDueSoon',
    'pieces',
    COMPLAINTS,
    ['三个工作日内到期', 'Due within three working days'],
    [
      '未办结且当前期限今天到期或在三个工作日内到期。',
      'Open, and the running period ends today or within three working days.',
    ],
  ),
  row(
    'complaintsByState',
    'pieces',
    COMPLAINTS,
    ['按状态', 'By state'],
    ['未办结投诉举报现在的状态。', 'The state each open complaint is in now.'],
  ),
  row(
    'complaintsByAge',
    'pieces',
    COMPLAINTS,
    ['按来件天数', 'By age'],
    ['未办结投诉举报从收到之日起的天数。', 'Days since each open complaint was received.'],
  ),
  row(
    'openCases',
    'pieces',
    CASES,
    ['未结案件', 'Open cases'],
    ['已立案还没有结案的案件，含中止的。', 'Filed and not closed, suspended ones included.'],
  ),
  row(
    'casesOverdue',
    'pieces',
    CASES,
    ['其中已超期', 'Overdue'],
    ['未结案且当前期限的最后一天已过。', 'Open, and the last day of the running period has gone by.'],
  ),
  row(
    'casesDueSoon',
    'pieces',
    CASES,
    ['三个工作日内到期', 'Due within three working days'],
    [
      '未结案且当前期限今天到期或在三个工作日内到期。',
      'Open, and the running period ends today or within three working days.',
    ],
  ),
  row(
    'casesByState',
    'pieces',
    CASES,
    ['按状态', 'By state'],
    ['未结案件现在的状态。', 'The state each open case is in now.'],
  ),
  row(
    'casesByAge',
    'pieces',
    CASES,
    ['按立案天数', 'By age'],
    ['未结案件从立案之日起的天数。', 'Days since each open case was filed.'],
  ),
  row(
    'openOwedFen',
    'yuan',
    CASES,
    ['在办案件欠薪', 'Owed in open cases'],
    ['未结案件的人员与金额表上的欠薪合计。', 'Owed by the arrears sheets of the open cases.'],
  ),
  row(
    'openSeenFen',
    'yuan',
    CASES,
    ['其中已核实到账', 'Seen paid of it'],
    [
      '未结案件中银行到账或工人本人确认收到的金额。承诺支付的不算。',
      'Credited by a bank or confirmed by the worker in the open cases. Promises do not count.',
    ],
  ),
  ...SITE_FIGURES,
];

export function dashboardFigure(id: DashboardFigureId): DashboardFigure {
  const found = DASHBOARD_FIGURES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`); // every id has its row: a test says so
  return found;
}

export const COVERAGE_FIGURES: Readonly<Record<CoverageItem, DashboardFigureId>> = {
  contract: 'coverContract',
  realName: 'coverRealName',
  account: 'coverAccount',
  bond: 'coverBond',
  bankPay: 'coverBankPay',
  board: 'coverBoard',
};
