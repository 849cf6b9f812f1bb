import type { DocumentKindRow } from '../kind.ts';
import { BY_HAND, CASE_NUMBER, NUMBER, REMARKS, SEAL, form, title } from './shared.ts';

export const SERVICE_RECEIPT: DocumentKindRow = {
  kind: 'serviceReceipt',
  name: { zh: '送达回证', en: 'Receipt of service' },
  numberWord: '送',
  needsApproval: false,
  isServed: false,
  hangsOn: 'document',
  cite: 'PRO-8',
  addressee: '受送达人',
  fields: [
    { ...CASE_NUMBER, otherwise: '—' },
    { name: '送达文书', isFixed: true, from: ({ served }) => served?.name },
    { name: '送达文书文号', isFixed: true, from: ({ served }) => served?.documentNumber },
    { name: '受送达人', from: ({ served }) => served?.addressee },
    { name: '送达地点', from: ({ served }) => served?.printed['当事人地址'] },
    { name: '送达方式', from: ({ served }) => served?.services.at(-1)?.mode },
    // A posted paper is served when it arrived, a notice when its days have run: not on the day it was sent or posted.
    { name: '送达日期', type: 'day', from: ({ served }) => served?.services.at(-1)?.servedOn },
    {
      name: '送达人',
      from: ({ served, inspectors }) => {
        const by = served?.services.at(-1)?.servedBy ?? inspectors;
        return by.length === 0 ? undefined : by.join('、');
      },
    },
    { name: '收件人', from: ({ served }) => served?.services.at(-1)?.receivedBy, otherwise: BY_HAND },
    { name: '见证人', from: ({ served }) => served?.services.at(-1)?.witness, otherwise: '无' },
    REMARKS,
  ],
  template: [
    title('送达回证'),
    NUMBER,
    form(
      ['案号', '{案号}'],
      ['送达文书', '{送达文书}'],
      ['文号', '{送达文书文号}'],
      ['受送达人', '{受送达人}'],
      ['送达地点', '{送达地点}'],
      ['送达方式', '{送达方式}'],
      ['送达日期', '{送达日期}'],
      ['送达人', '{送达人}'],
      ['收件人', '{收件人}'],
      ['见证人', '{见证人}'],
      ['备注', '{备注}'],
    ),
    SEAL,
  ],
};
