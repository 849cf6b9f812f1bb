import type { DocumentKindRow } from '../kind.ts';
import {
  ARREARS,
  CAPITALS,
  CASE_NUMBER,
  CLAIMS,
  CLAIMS_TABLE,
  CREDIT_CODE,
  FACTS,
  FILED_ON,
  INSPECTORS,
  LEGAL_REPRESENTATIVE,
  MONTHS,
  NUMBER,
  PARTY,
  PARTY_ADDRESS,
  PEOPLE,
  REMEDIES,
  SEAL,
  citations,
  form,
  given,
  heading,
  note,
  para,
  title,
} from './shared.ts';
import { dayInWords } from '../print-words.ts';

export const HANDLING_DECISION: DocumentKindRow = {
  kind: 'handlingDecision',
  name: { zh: '行政处理决定书', en: 'Handling decision' },
  numberWord: '理',
  needsApproval: true,
  isServed: true,
  hangsOn: 'case',
  cite: 'INS-18-1',
  addressee: '当事人',
  fields: [
    { ...PARTY, byLaw: true },
    { ...PARTY_ADDRESS, byLaw: true },
    CREDIT_CODE,
    LEGAL_REPRESENTATIVE,
    CASE_NUMBER,
    FILED_ON,
    { ...PEOPLE, otherwise: '—' },
    { ...MONTHS, otherwise: '—' },
    { ...ARREARS, otherwise: '—' },
    { ...CAPITALS, otherwise: '—' },
    FACTS,
    { name: '事实和证据', type: 'long', byLaw: true },
    { name: '违反规定', type: 'long' },
    { name: '法律依据', isFixed: true, byLaw: true, from: () => citations('INS-18-1', 'INS-26-1') },
    {
      name: '决定内容',
      type: 'long',
      byLaw: true,
      from: (source, value) =>
        given(source, 'content') ??
        (value('违法事实') === undefined || value('欠薪金额') === undefined
          ? undefined
          : `责令你单位支付拖欠的劳动者工资人民币${value('欠薪金额')}元（大写：${value('金额大写') ?? ''}）`),
    },
    {
      name: '履行方式和期限',
      type: 'long',
      byLaw: true,
      from: (source) => {
        const day = given(source, 'performBy');
        return day === undefined ? undefined : `于${dayInWords(day)}前（含当日）将工资足额支付给劳动者本人`;
      },
    },
    REMEDIES,
    INSPECTORS,
  ],
  tables: [CLAIMS],
  template: [
    title('行政处理决定书'),
    NUMBER,
    form(
      ['当事人', '{当事人}'],
      ['地址', '{当事人地址}'],
      ['统一社会信用代码', '{统一社会信用代码}'],
      ['法定代表人（负责人）', '{法定代表人}'],
    ),
    para('本机关于{立案日期}对你单位涉嫌违反劳动保障法律、法规一案（案号：{案号}）立案调查，现已调查终结。'),
    para('经查，{违法事实}。'),
    para('事实和证据：{事实和证据}。'),
    para('上述行为违反了{违反规定}的规定。根据{法律依据}的规定，本机关决定：'),
    para('{决定内容}。'),
    para('履行方式和期限：{履行方式和期限}。'),
    para(
      '{救济途径}。逾期不申请行政复议、不提起行政诉讼又不履行本决定的，本机关将依法申请人民法院强制执行。',
    ),
    heading('附：拖欠工资明细'),
    CLAIMS_TABLE,
    SEAL,
    note('本决定书一式三份，一份交当事人，一份附卷，一份存档。'),
  ],
};
