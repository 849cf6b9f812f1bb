import type { Replay } from './replay.ts';

const NOTICE = { basis: '事实和依据', intended: '拟责令支付', noticeMode: 'DIRECT' } as const;
const SILENT = { statementKind: 'SILENT' } as const;

/** Whole case histories with their days counted by hand. */
export const HISTORIES: readonly Replay[] = [
  {
    title: 'a decision over the turn of the year',
    filedOn: '2025-12-29',
    lines: [
      { on: '2025-12-29', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2025-12-30', by: 'inspector', act: 'end-investigation' },
        // 31 Dec, 4 Jan (Sunday, made up), 5–9, 12–16, 19–21 Jan
        expect: { state: 'deciding', due: 'decision 2026-01-21' },
      },
      {
        ...{ on: '2025-12-30', by: 'inspector', opens: 'decision' },
        given: { ...NOTICE, noticedOn: '2025-12-30' },
        expect: { proceeding: 'noticed', open: ['hearStatement', 'drop', '!make'] },
      },
      {
        ...{ on: '2026-01-04', by: 'inspector', step: 'hearStatement' },
        given: { ...SILENT, heardOn: '2026-01-04' },
      },
      {
        ...{ on: '2026-01-05', by: 'head', step: 'make' },
        given: { madeOn: '2026-01-05', decisionNumber: '1', content: '支付', performBy: '2026-01-20' },
        expect: { state: 'ordered', proceeding: 'made', due: 'service 2026-01-14' },
      },
      {
        ...{ on: '2026-01-06', by: 'inspector', step: 'serve' },
        given: { serviceMode: 'DIRECT', deliveredOn: '2026-01-06' },
        expect: {
          // 7 March is a Saturday
          clocks: ['reconsideration 2026-03-09', 'suit 2026-07-06', 'courtEnforcement 2026-10-08'],
          due: 'courtEnforcement 2026-10-08',
        },
      },
      {
        ...{ on: '2026-01-20', by: 'inspector', step: 'demand' },
        given: { demandMode: 'DIRECT', demandedOn: '2026-01-20' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-01-21', by: 'inspector', step: 'perform' },
        given: { performedOn: '2026-01-21' },
        expect: { proceeding: 'performed', due: null },
      },
    ],
  },
  {
    title: 'evidence kept over the Spring Festival',
    filedOn: '2026-02-12',
    lines: [
      {
        ...{ on: '2026-02-12', by: 'inspector', opens: 'evidencePreservation' },
        given: { items: '考勤本', place: '项目部', reason: '可能灭失' },
        expect: { proceeding: 'asked', open: ['!preserve'] },
      },
      { on: '2026-02-13', by: 'head', step: 'approve', expect: { proceeding: 'approved' } },
      {
        ...{ on: '2026-02-13', by: 'inspector', step: 'preserve' },
        given: { preservedOn: '2026-02-13', itemCount: 2, keeper: '监察大队' },
        // 14 Feb made up, 24–27 Feb, 28 Feb made up, 2 March
        expect: { due: 'evidencePreservation 2026-03-02', open: ['decide', 'release'] },
      },
      {
        ...{ on: '2026-03-02', by: 'inspector', step: 'release' },
        given: { releasedOn: '2026-03-02', reason: '已复制' },
        // 7 in February, 22 in March, 21 in April, then 6–9, 11–15 and 18 May
        expect: { proceeding: 'released', due: 'investigation 2026-05-18' },
      },
    ],
  },
  {
    title: 'an extension asked for and granted on the last day',
    filedOn: '2026-01-05',
    lines: [
      {
        ...{ on: '2026-01-05', by: 'inspector', act: 'investigate' },
        expect: { due: 'investigation 2026-04-03' },
      },
      {
        ...{ on: '2026-04-03', by: 'inspector', act: 'ask-extension', given: { reason: '案情复杂' } },
        expect: { open: ['!askExtension'] },
      },
      {
        ...{ on: '2026-04-03', by: 'head', act: 'approve-extension' },
        expect: { due: 'investigation 2026-05-20' },
      },
      {
        ...{ on: '2026-05-20', by: 'inspector', act: 'ask-extension', given: { reason: '再延' } },
        expect: { refused: '409 conflict' },
      },
      {
        ...{ on: '2026-05-20', by: 'inspector', act: 'end-investigation' },
        // 21–22, 25–29 May, 1–5, 8–10 June
        expect: { due: 'decision 2026-06-10' },
      },
    ],
  },
  {
    title: 'a suspension over the holiday, where the area lets the clock stand still',
    filedOn: '2026-02-02',
    lines: [
      { on: '2026-02-02', parameter: 'suspensionStopsClock', value: 'yes' },
      {
        ...{ on: '2026-02-02', by: 'inspector', act: 'investigate' },
        expect: { due: 'investigation 2026-05-07' },
      },
      {
        ...{ on: '2026-02-12', by: 'inspector', act: 'suspend' },
        given: { ground: 'DEBTOR_ABSCONDED', reason: '下落不明' },
        expect: { state: 'suspended', due: null },
      },
      {
        ...{ on: '2026-02-24', by: 'inspector', opens: 'decision' },
        given: { ...NOTICE, noticedOn: '2026-02-24' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-02-25', by: 'inspector', act: 'resume', given: { reason: '已找到' } },
        // 12, 13, 14 and 24 February were not counted: 8, 9, 11 and 12 May
        expect: { state: 'investigating', due: 'investigation 2026-05-12' },
      },
    ],
  },
  {
    title: 'a transfer the police refuse, contested with the procuratorate',
    filedOn: '2026-03-02',
    lines: [
      { on: '2026-03-02', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-03-03', by: 'inspector', act: 'order' },
        given: {
          ...{ servedOn: '2026-03-03', rectifyBy: '2026-03-10', mode: 'DIRECT' },
          ...{ demands: '付清工资', fileIds: [] },
        },
        expect: { state: 'ordered', due: 'rectification 2026-03-10' },
      },
      {
        ...{ on: '2026-03-10', by: 'inspector', opens: 'criminalTransfer' },
        given: { reportedOn: '2026-03-10', team: '二人', act: 'UNWILLING', report: '核实' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-03-11', by: 'inspector', opens: 'criminalTransfer' },
        given: { reportedOn: '2026-03-11', team: '二人', act: 'UNWILLING', report: '核实' },
        // the third day is a Saturday
        expect: { clocks: ['rectification 2026-03-10', 'transferApproval 2026-03-16'] },
      },
      {
        ...{ on: '2026-03-12', by: 'head', step: 'approve' },
        expect: { clocks: ['rectification 2026-03-10', 'transferSending 2026-03-13'] },
      },
      {
        ...{ on: '2026-03-13', by: 'inspector', step: 'send' },
        given: { sentOn: '2026-03-13', police: '公安局', letterNumber: '1', papers: '移送书' },
      },
      {
        ...{ on: '2026-03-13', by: 'inspector', step: 'policeReceive', given: { receivedOn: '2026-03-13' } },
        expect: { clocks: ['rectification 2026-03-10', 'policeDecision 2026-03-16'] },
      },
      {
        ...{ on: '2026-03-16', by: 'inspector', step: 'policeRefuse' },
        given: { policeRefusedOn: '2026-03-16', policeReason: '不够数额' },
        expect: { clocks: ['rectification 2026-03-10', 'policeReconsideration 2026-03-19'] },
      },
      {
        ...{ on: '2026-03-20', by: 'inspector', step: 'askReconsideration' },
        given: { contestedOn: '2026-03-20', reason: '已够' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-03-20', by: 'inspector', act: 'ask-closure' },
        given: { code: 'TRANSFERRED_POLICE', statement: '已移送' },
        expect: { refused: '409 proceedingsOpen' },
      },
      {
        ...{ on: '2026-03-20', by: 'inspector', step: 'askProcurator' },
        given: { contestedOn: '2026-03-20', procurator: '检察院' },
        expect: { proceeding: 'reconsidered', clocks: ['rectification 2026-03-10'] },
      },
      {
        ...{ on: '2026-03-30', by: 'inspector', step: 'policeFile', given: { policeFiledOn: '2026-03-30' } },
        expect: { proceeding: 'filed', open: ['handOver'] },
      },
    ],
  },
  {
    title: 'a local holiday declared in the middle of a case',
    filedOn: '2026-09-14',
    lines: [
      { on: '2026-09-14', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-09-15', by: 'inspector', act: 'end-investigation' },
        // 16–18, 20 (made up), 21–24, 28–30 Sept, 8–9, 10 (made up), 12 Oct
        expect: { due: 'decision 2026-10-12' },
      },
      { on: '2026-09-15', holiday: '2026-09-17', expect: { due: 'decision 2026-10-13' } },
      { on: '2026-10-13', look: true, expect: { due: 'decision 2026-10-13', state: 'deciding' } },
    ],
  },
];
