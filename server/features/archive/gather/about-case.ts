import type { CaseView } from '../../../core/contract/cases.ts';
import type { HistoryEntry } from '../../../core/contract/deadlines.ts';
import type { ProceedingView } from '../../../core/contract/proceedings.ts';
import { yuanText } from '../../../core/documents/print-words.ts';
import type { CaseHistory, CaseRecord } from '../../cases/index.ts';
import { CLOSURE_WORDS } from '../../cases/index.ts';
import type { FileItem } from '../bind-task.ts';
import { STEP_WORDS } from '../case-file-words.ts';
import { factsTable, rowsTable, valueInWords } from './print-facts.ts';

const partiesIn = ({ parties }: CaseView): [string, string | undefined][] => [
  ['被投诉单位', parties.respondent.name],
  ['清偿责任单位', parties.primaryPayer?.name],
  ['先行清偿单位', parties.firstPayer?.name],
];
const saidBy = (entry: Pick<HistoryEntry, 'by'> | undefined): string | undefined => entry?.by.name;
const last = (view: CaseView, action: string): HistoryEntry | undefined =>
  view.history.findLast((entry) => entry.action === action);

/** What the record says of the filing, where no approval was printed. */
export function filingRecord(view: CaseView): FileItem {
  const filed = view.history.find(({ action }) => action === 'file');
  const facts: [string, string | undefined][] = [
    ['案号', view.caseNumber],
    ['案由', view.title],
    ['立案日期', view.filedOn],
    ['立案人', saidBy(filed)],
    ['来源', view.complaints.map(({ receiptNumber }) => receiptNumber).join('、')],
    ...partiesIn(view),
    ['工程项目', view.projectName],
    ['主办监察员', view.leadInspector.name],
    ['协办监察员', view.coInspector.name],
  ];
  return {
    section: 'filing',
    title: '立案登记',
    date: view.filedOn,
    pages: { draw: { content: factsTable(facts) } },
  };
}

/** Likewise of the closure: who asked, who approved, and what was paid. */
export function closureRecord(view: CaseView): FileItem {
  const { closure, closureCode, closedOn } = view;
  const facts: [string, string | undefined][] = [
    ['案号', view.caseNumber],
    ['结案方式', closureCode === undefined ? undefined : CLOSURE_WORDS[closureCode]['zh-CN']],
    ['办理过程及结果', closure?.statement],
    [
      '执行情况',
      `涉及 ${view.headcount} 人，应付 ${yuanText(view.owedFen)} 元，已核实到账 ${yuanText(view.seenFen)} 元`,
    ],
    ['申请人', saidBy(last(view, 'askClosure'))],
    ['申请日期', closure?.askedOn],
    ['批准人', saidBy(last(view, 'approveClosure'))],
    ['批准意见', closure?.words],
    ['结案日期', closedOn],
  ];
  return {
    section: 'closure',
    title: '结案登记',
    ...(closedOn === undefined ? {} : { date: closedOn }),
    pages: { draw: { content: factsTable(facts) } },
  };
}

/** An order that was served on the record alone, without a paper of its own. */
export const orderRecords = (view: CaseView): FileItem[] =>
  view.orders.map((order, at) => ({
    section: 'order',
    title: `责令改正登记（第 ${at + 1} 次）`,
    date: order.servedOn,
    pages: {
      draw: {
        content: factsTable([
          ['送达日期', order.servedOn],
          ['改正期限', order.rectifyBy],
          ['要求', order.demands],
        ]),
      },
    },
  }));

/** Each proceeding: what was given, what follows from it, its steps. */
export const proceedingRecords = (view: CaseView): FileItem[] =>
  view.proceedings.map((one) => ({
    section: 'proceeding',
    title: `办理程序：${one.name.zh}${one.number > 1 ? `（${one.number}）` : ''}`,
    date: one.closedOn ?? one.openedOn,
    pages: { draw: { content: [factsTable(factsOf(one)), { ...stepsOf(one), margin: [0, 12, 0, 0] }] } },
  }));

const factsOf = (one: ProceedingView): [string, string | undefined][] => [
  ['状态', one.stateName.zh],
  ['开始日期', one.openedOn],
  ['结束日期', one.closedOn],
  ...one.facts.map(({ field, value }): [string, string] => [field.label.zh, valueInWords(field, value)]),
  ...one.figures.map(({ label, fen, day, words }): [string, string | undefined] => [
    label.zh,
    fen === undefined ? (day ?? words?.zh) : `${yuanText(fen as Parameters<typeof yuanText>[0])} 元`, // whole fen of a figure
  ]),
];

const stepsOf = (one: ProceedingView): object =>
  rowsTable(
    ['日期', '步骤', '经办人', '说明'],
    [62, 120, 70, '*'],
    one.history.map((entry) => [
      entry.on,
      entry.proceeding?.says.zh ?? entry.action,
      entry.by.name ?? '系统',
      entry.reason ??
        (entry.proceeding?.given ?? [])
          .map(({ field, value }) => `${field.label.zh}：${valueInWords(field, value)}`)
          .join('；'),
    ]),
  ) as object; // a node, not a text

/** 办理过程记录: everything that was done, with the reasons given inside the office. */
export function courseOf(record: CaseRecord): FileItem {
  return {
    section: 'internal',
    title: '办理过程记录',
    pages: {
      draw: {
        content: rowsTable(
          ['日期', '事项', '经办人', '说明'],
          [62, 110, 70, '*'],
          record.history.filter(({ action }) => action !== 'archive').map(stepRow),
        ),
      },
    },
  };
}

const stepRow = ({ on, action, by, reason, proceeding }: CaseHistory): string[] => [
  on,
  proceeding === undefined ? (STEP_WORDS[action] ?? action) : '办理程序',
  by.name ?? (by.kind === 'complainant' ? '当事劳动者' : '系统'),
  reason ?? '—',
];
