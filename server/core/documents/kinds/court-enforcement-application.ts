import type { DocumentKindRow } from '../kind.ts';
import type { DocumentSource } from '../source.ts';
import {
  CASE_NUMBER,
  CREDIT_CODE,
  DECISION,
  LEGAL_REPRESENTATIVE,
  NUMBER,
  OFFICE_ADDRESS,
  PARTY,
  PARTY_ADDRESS,
  PHONE,
  SEAL,
  basis,
  form,
  given,
  heading,
  lastPaper,
  para,
  title,
  toParty,
} from './shared.ts';
import { dayInWords } from '../print-words.ts';

const SUIT_ENDED: Readonly<Record<string, string>> = {
  REFUSED: '人民法院不予立案或者驳回起诉',
  DISMISSED: '人民法院驳回其诉讼请求',
  WITHDRAWN: '人民法院准予撤诉',
};

/** What the party did against the decision, where it did anything; the record of the proceeding knows. */
function contested(source: DocumentSource): string | undefined {
  const [asked, sued] = [given(source, 'reconsiderationOn'), given(source, 'suitOn')];
  const suit = SUIT_ENDED[given(source, 'suitOutcome') ?? ''];
  const said = [
    ...(asked === undefined || given(source, 'reconsideredOn') === undefined
      ? []
      : [`被申请人于${dayInWords(asked)}申请行政复议，复议机关维持了该决定`]),
    ...(sued === undefined || suit === undefined
      ? []
      : [`被申请人于${dayInWords(sued)}提起行政诉讼，${suit}`]),
  ];
  return said.length === 0 ? undefined : said.join('；');
}

export const COURT_ENFORCEMENT_APPLICATION: DocumentKindRow = {
  kind: 'courtEnforcementApplication',
  name: { zh: '强制执行申请书', en: 'Application for enforcement' },
  numberWord: '强',
  needsApproval: true,
  isServed: false,
  hangsOn: 'case',
  cite: 'PRO-12',
  addressee: '人民法院',
  fields: [
    { name: '人民法院', from: ({ office }) => office.court },
    PARTY,
    PARTY_ADDRESS,
    CREDIT_CODE,
    LEGAL_REPRESENTATIVE,
    CASE_NUMBER,
    OFFICE_ADDRESS,
    PHONE,
    DECISION.number,
    DECISION.day,
    DECISION.servedOn,
    {
      name: '复议诉讼情况',
      type: 'long',
      from: contested,
      otherwise: '被申请人在法定期限内未申请行政复议，也未提起行政诉讼',
    },
    { name: '申请事项', type: 'long' },
    {
      name: '催告情况',
      type: 'long',
      from: (source) => {
        const demand = lastPaper(source, 'performanceDemand');
        return demand?.servedOn === undefined
          ? undefined
          : `催告书（文号：${demand.documentNumber}）已于${dayInWords(demand.servedOn)}送达，被申请人仍未履行`;
      },
    },
    basis('PRO-12'),
    {
      name: '附件',
      type: 'long',
      from: () =>
        '行政决定书及作出决定的事实、理由和依据；当事人的意见及催告情况；申请强制执行标的情况；送达回证',
    },
  ],
  template: [
    title('强制执行申请书'),
    NUMBER,
    toParty('人民法院'),
    form(
      ['申请人', '{机关}'],
      ['地址', '{机关地址}'],
      ['联系电话', '{联系电话}'],
      ['被申请人', '{当事人}'],
      ['地址', '{当事人地址}'],
      ['统一社会信用代码', '{统一社会信用代码}'],
      ['法定代表人（负责人）', '{法定代表人}'],
    ),
    para(
      '申请人于{决定书日期}对被申请人作出决定（文号：{决定书文号}，案号：{案号}），于{决定书送达日期}送达。{复议诉讼情况}，被申请人至今未履行决定。',
    ),
    para('{催告情况}。根据{法律依据}的规定，申请强制执行下列事项：'),
    para('{申请事项}。'),
    heading('附件'),
    para('{附件}。'),
    SEAL,
  ],
};
