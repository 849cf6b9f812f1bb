import type { DocumentKindRow } from '../kind.ts';
import {
  BY_HAND,
  CASE_NUMBER,
  INSPECTORS,
  NUMBER,
  PARTY,
  SEAL,
  basis,
  form,
  given,
  para,
  title,
  toParty,
} from './shared.ts';
import { lengthInWords } from '../print-words.ts';

export const EVIDENCE_PRESERVATION_LIST: DocumentKindRow = {
  kind: 'evidencePreservationList',
  name: { zh: '证据先行登记保存清单', en: 'List of preserved evidence' },
  numberWord: '保',
  needsApproval: true,
  isServed: true,
  hangsOn: 'case',
  cite: 'PRO-5',
  addressee: '当事人',
  fields: [
    PARTY,
    CASE_NUMBER,
    basis('PRO-5'),
    { name: '保存原因', type: 'long', from: (source) => given(source, 'reason') },
    { name: '保存日期', type: 'day', from: (source) => given(source, 'preservedOn') },
    { name: '保存地点', from: (source) => given(source, 'place') },
    { name: '处理期限', isFixed: true, from: () => lengthInWords('evidencePreservation') },
    INSPECTORS,
  ],
  tables: [
    {
      name: '物品',
      columns: ['序号', '名称', '规格特征', '数量'],
      rows: () => [],
      canBeTyped: true,
      needsRows: true,
    },
  ],
  template: [
    title('证据先行登记保存清单'),
    NUMBER,
    toParty('当事人'),
    para(
      '因调查案件（案号：{案号}）需要，根据{法律依据}的规定，本机关决定自{保存日期}起对下列证据先行登记保存。保存原因：{保存原因}。保存地点：{保存地点}。',
    ),
    {
      is: 'table',
      loop: '物品',
      columns: [
        ['序号', 10],
        ['名称', 40],
        ['规格特征', 35],
        ['数量', 15],
      ],
    },
    para('本机关将在{处理期限}内对上述证据作出处理决定。在此期间，当事人或者有关人员不得销毁或者转移证据。'),
    form(['当事人（在场人）', BY_HAND], ['监察员', '{承办人}']),
    SEAL,
  ],
};
