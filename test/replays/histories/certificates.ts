import type { Replay } from '../replay.ts';

const ORDER = { mode: 'DIRECT', demands: '付清工资', fileIds: [] } as const;
const INCIDENT = {
  ...{ ground: 'INCIDENT', owedFen: 900_001, headcount: 12 },
  mainFacts: '拖欠工资引发群体性事件，责令支付期满未付。',
} as const;
const FOR_A_BID = { purpose: '某道路工程投标', years: 1 } as const;
const NOTICE = { basis: '拖欠工资', intended: '责令支付', noticeMode: 'DIRECT' } as const;

/** Wage credit certificates, from the request to what whoever holds the paper is told. */
export const CERTIFICATES: readonly Replay[] = [
  {
    title: 'a certificate holds through the last of its thirty days, a holiday as any other, and no longer',
    lines: [
      { on: '2026-05-18', firm: '文山无欠建筑有限公司' },
      { on: '2026-05-18', parameter: 'certificateDays', value: 30 },
      {
        ...{ on: '2026-05-18', by: 'clerk', asks: { purpose: '某学校工程投标', years: 2 } },
        expect: { certificate: { state: 'requested', rests: [] } },
      },
      {
        ...{ on: '2026-05-19', by: 'inspector', certificate: 'check', given: { isConfirmed: false } },
        expect: { refused: '422 invalidInput given.isConfirmed' },
      },
      { on: '2026-05-19', by: 'inspector', certificate: 'check', given: { isConfirmed: true } },
      { on: '2026-05-20', by: 'inspector', certificate: 'issue', expect: { refused: '403 forbidden' } },
      {
        ...{ on: '2026-05-20', by: 'head', certificate: 'issue' },
        // eleven days of May, nineteen of June: the Dragon Boat Festival
        expect: { certificate: { state: 'issued', validUntil: '2026-06-19', checks: 'valid' } },
      },
      { on: '2026-06-19', night: true, expect: { certificate: { state: 'issued', checks: 'valid' } } },
      // nobody has to wait for the night's work
      { on: '2026-06-20', look: true, expect: { certificate: { state: 'issued', checks: 'expired' } } },
      { on: '2026-06-20', night: true, expect: { certificate: { state: 'expired', checks: 'expired' } } },
    ],
  },
  {
    title: 'a certificate is taken back when the firm was listed meanwhile, and stays taken back',
    filedOn: '2026-03-02',
    lines: [
      { on: '2026-03-02', firm: '文山后列建筑有限公司' },
      { on: '2026-03-02', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-03-02', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2026-03-02', rectifyBy: '2026-03-09' },
      },
      {
        ...{ on: '2026-03-10', by: 'clerk', asks: FOR_A_BID },
        expect: { certificate: { rests: ['openCase'], since: [] } },
      },
      { on: '2026-03-10', by: 'inspector', proposes: INCIDENT },
      { on: '2026-03-10', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 9' } },
      {
        ...{ on: '2026-03-10', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'DIRECT', noticeServedOn: '2026-03-10' },
        // a proposal is no listing
        expect: { certificate: { since: [] } },
      },
      { on: '2026-03-11', by: 'inspector', certificate: 'check', given: { isConfirmed: true } },
      {
        ...{ on: '2026-03-12', by: 'head', certificate: 'issue' },
        expect: { refused: '422 invalidInput given.validUntil' },
      },
      {
        ...{ on: '2026-03-12', by: 'head', certificate: 'issue', given: { validUntil: '2026-06-12' } },
        expect: { certificate: { state: 'issued', validUntil: '2026-06-12', checks: 'valid' } },
      },
      {
        ...{ on: '2026-03-18', by: 'head', listing: 'decide' },
        given: { decidedOn: '2026-03-18', decisionNumber: '文失列 9' },
        // said to the office, and nothing happens to the paper by itself
        expect: { certificate: { since: ['listing'], rests: ['openCase'], checks: 'valid' } },
      },
      {
        ...{ on: '2026-03-19', by: 'head', certificate: 'revoke', given: { reason: '已被列入失信名单' } },
        expect: { certificate: { state: 'revoked', checks: 'revoked' } },
      },
      { on: '2026-06-13', night: true, expect: { certificate: { state: 'revoked', checks: 'revoked' } } },
    ],
  },
  {
    title:
      'a certificate is refused while wages are owed; a second request is looked at again and taken back',
    filedOn: '2026-03-02',
    lines: [
      { on: '2026-03-02', firm: '文山欠薪建筑有限公司' },
      { on: '2026-03-02', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-03-03', by: 'clerk', asks: FOR_A_BID },
        expect: { certificate: { rests: ['openCase'] } },
      },
      { on: '2026-03-03', by: 'inspector', certificate: 'check', given: { isConfirmed: true } },
      { on: '2026-03-04', by: 'head', certificate: 'giveBack', given: { reason: '请核对案件' } },
      { on: '2026-03-04', by: 'inspector2', certificate: 'check', given: { isConfirmed: true } },
      {
        ...{ on: '2026-03-05', by: 'head', certificate: 'refuse', given: { reason: '尚有欠薪案件' } },
        expect: { certificate: { state: 'refused' } },
      },
      {
        ...{ on: '2026-03-05', by: 'head', certificate: 'issue', given: { validUntil: '2026-06-05' } },
        expect: { refused: '409 conflict' },
      },
      {
        ...{ on: '2026-03-06', by: 'clerk', asks: FOR_A_BID },
        expect: { certificate: { rests: ['openCase'] } },
      },
      { on: '2026-03-09', by: 'inspector', pays: { 张大山: 900_001 }, means: 'BANK_CREDIT' },
      // what was frozen stays until somebody takes the record anew
      { on: '2026-03-09', look: true, expect: { certificate: { rests: ['openCase'] } } },
      {
        ...{ on: '2026-03-09', by: 'inspector', certificate: 'gatherAgain' },
        expect: { certificate: { state: 'requested', rests: [] } },
      },
      {
        ...{ on: '2026-03-10', by: 'clerk', certificate: 'withdraw' },
        expect: { certificate: { state: 'withdrawn' } },
      },
    ],
  },
  {
    title: 'a certificate of one year names a decision served a year ago to the day, and none from before',
    filedOn: '2026-01-05',
    lines: [
      { on: '2026-01-05', firm: '文山旧案建筑有限公司' },
      { on: '2026-01-05', by: 'inspector', act: 'investigate' },
      { on: '2026-01-05', by: 'inspector', act: 'end-investigation' },
      {
        ...{ on: '2026-01-05', by: 'inspector', opens: 'decision' },
        given: { ...NOTICE, noticedOn: '2026-01-05' },
      },
      {
        ...{ on: '2026-01-05', by: 'inspector', step: 'hearStatement' },
        given: { heardOn: '2026-01-05', statementKind: 'WAIVED' },
      },
      {
        ...{ on: '2026-01-06', by: 'head', step: 'make' },
        given: { decisionNumber: '1', content: '付清', madeOn: '2026-01-06', performBy: '2026-01-20' },
      },
      {
        ...{ on: '2026-01-06', by: 'inspector', step: 'serve' },
        given: { serviceMode: 'DIRECT', deliveredOn: '2026-01-06' },
      },
      { on: '2026-01-20', by: 'inspector', pays: { 张大山: 900_001 }, means: 'BANK_CREDIT' },
      {
        ...{ on: '2027-01-06', by: 'clerk', asks: FOR_A_BID },
        expect: { certificate: { rests: ['decision'] } },
      },
      { on: '2027-01-07', by: 'clerk', asks: FOR_A_BID, expect: { certificate: { rests: [] } } },
    ],
  },
];
