import type { DocumentKindRow } from '../kind.ts';
import {
  CASE_NUMBER,
  DECISION,
  INSPECTORS,
  NUMBER,
  OFFICE_ADDRESS,
  PARTY,
  PHONE,
  SEAL,
  basis,
  para,
  title,
  toParty,
} from './shared.ts';
import { lengthInWords } from '../print-words.ts';

export const PERFORMANCE_DEMAND: DocumentKindRow = {
  kind: 'performanceDemand',
  name: { zh: '履行行政决定催告书', en: 'Demand for performance' },
  numberWord: '催',
  needsApproval: true,
  isServed: true,
  hangsOn: 'case',
  cite: 'PRO-12',
  addressee: '当事人',
  fields: [
    PARTY,
    CASE_NUMBER,
    DECISION.number,
    DECISION.day,
    DECISION.servedOn,
    { name: '未履行内容', type: 'long' },
    basis('PRO-12'),
    { name: '催告期限', isFixed: true, from: () => lengthInWords('performanceDemand') },
    { name: '履行方式和期限', type: 'long' },
    OFFICE_ADDRESS,
    INSPECTORS,
    PHONE,
  ],
  template: [
    title('履行行政决定催告书'),
    NUMBER,
    toParty('当事人'),
    para(
      '本机关于{决定书日期}对你单位作出决定（文号：{决定书文号}），并于{决定书送达日期}送达。你单位逾期未履行决定书确定的下列义务：',
    ),
    para('{未履行内容}。'),
    para(
      '根据{法律依据}的规定，现催告你单位自收到本催告书之日起{催告期限}内履行上述义务。履行方式：{履行方式和期限}。',
    ),
    para('你单位有权进行陈述和申辩。逾期仍未履行的，本机关将依法申请人民法院强制执行。'),
    para('案号：{案号}。地址：{机关地址}。承办人：{承办人}。联系电话：{联系电话}。'),
    SEAL,
  ],
};
