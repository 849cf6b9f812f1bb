import type { DocumentKindRow } from '../kind.ts';
import {
  BY_HAND,
  CASE_NUMBER,
  FILED_ON,
  INSPECTORS,
  MATTER,
  NUMBER,
  PARTY,
  REMARKS,
  form,
  lastPaper,
  title,
} from './shared.ts';
import { dayInWords, yuanText } from '../print-words.ts';

const PAID = (people: number, owed: string, seen: string): string =>
  `涉及劳动者${people}人，应付工资${owed}元，已核实到账${seen}元`;

export const CLOSURE_APPROVAL: DocumentKindRow = {
  kind: 'closureApproval',
  name: { zh: '结案审批表', en: 'Approval of closure' },
  numberWord: '结',
  needsApproval: true,
  isServed: false,
  hangsOn: 'case',
  addressee: '当事人',
  fields: [
    CASE_NUMBER,
    MATTER,
    PARTY,
    FILED_ON,
    {
      name: '决定书文号',
      from: (source) =>
        lastPaper(source, 'handlingDecision', 'penaltyDecision', 'rectificationOrder')?.documentNumber,
      otherwise: '未制发',
    },
    {
      name: '送达日期',
      from: (source) => {
        const paper = lastPaper(source, 'handlingDecision', 'penaltyDecision', 'rectificationOrder');
        return paper?.servedOn === undefined ? undefined : dayInWords(paper.servedOn);
      },
      otherwise: '无',
    },
    { name: '办理过程及结果', type: 'long', from: (source) => source.case?.closure?.statement },
    {
      name: '执行情况',
      type: 'long',
      from: (source) =>
        source.case === undefined
          ? undefined
          : PAID(source.case.headcount, yuanText(source.case.owedFen), yuanText(source.case.seenFen)),
    },
    { name: '结案方式', from: (source) => source.case?.closureName },
    { name: '承办意见', type: 'long', otherwise: '建议结案。' },
    INSPECTORS,
    REMARKS,
  ],
  template: [
    title('结案审批表'),
    NUMBER,
    form(
      ['案号', '{案号}'],
      ['案由', '{案由}'],
      ['当事人', '{当事人}'],
      ['立案日期', '{立案日期}'],
      ['决定书（指令书）文号', '{决定书文号}'],
      ['送达日期', '{送达日期}'],
      ['办理过程及结果', '{办理过程及结果}'],
      ['执行情况', '{执行情况}'],
      ['结案方式', '{结案方式}'],
      ['承办意见', '{承办意见}'],
      ['监察员', '{承办人}'],
      ['审批意见', BY_HAND],
      ['备注', '{备注}'],
    ),
  ],
};
