import type { Replay } from '../replay.ts';

const ORDER = { mode: 'DIRECT', demands: '付清工资', fileIds: [] } as const;
const BOND = { bank: '文山农商行', bondFen: 900_001, headcount: 1, reason: '期满未付' } as const;
const SETTLE = {
  ...{ contractor: '文山建工', debtor: '德厚劳务' },
  ...{ ground: 'SUBCONTRACTOR', basis: '分包拖欠' },
} as const;
const FUND = { ground: 'ABSCONDED', headcount: 1, reason: '负责人失联' } as const;

/** What hangs on the case beside its main line. */
export const SIDE_TRACKS: readonly Replay[] = [
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
        ...{ on: '2026-03-13', by: 'inspector', drafts: 'criminalTransferLetter', of: 'criminalTransfer' },
        expect: { prints: { 涉嫌犯罪事实: '核实' } },
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
        // 31 March, 1 and 2 April
        expect: {
          ...{ proceeding: 'filed', open: ['handOver'] },
          clocks: ['rectification 2026-03-10', 'transferHandOver 2026-04-02'],
          due: 'rectification 2026-03-10',
        },
      },
      {
        ...{ on: '2026-03-30', by: 'inspector', act: 'ask-closure' },
        given: { code: 'TRANSFERRED_POLICE', statement: '公安已立案' },
        expect: { refused: '409 proceedingsOpen' },
      },
      {
        ...{ on: '2026-04-02', by: 'inspector', step: 'handOver', given: { handedOverOn: '2026-04-02' } },
        expect: { proceeding: 'handedOver', clocks: ['rectification 2026-03-10'] },
      },
      {
        ...{ on: '2026-04-03', by: 'inspector', act: 'ask-closure' },
        given: { code: 'TRANSFERRED_POLICE', statement: '公安已立案，材料已移交' },
      },
      {
        ...{ on: '2026-04-03', by: 'head', act: 'approve-closure' },
        expect: { closed: 'TRANSFERRED_POLICE', due: null, seen: 0 },
      },
    ],
  },
  {
    title: 'the wage bond used and filled up again, as the area has set the days',
    filedOn: '2026-09-14',
    lines: [
      { on: '2026-09-14', parameter: 'bondPaymentDays', value: 5 },
      { on: '2026-09-14', parameter: 'bondRefillDays', value: 10 },
      { on: '2026-09-14', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-09-14', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2026-09-14', rectifyBy: '2026-09-18' },
      },
      {
        ...{ on: '2026-09-18', by: 'inspector', opens: 'bondUse', given: BOND },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-09-21', by: 'inspector', opens: 'bondUse', given: BOND },
        expect: { proceeding: 'asked', open: ['!issue'] },
      },
      {
        ...{ on: '2026-09-21', by: 'head', step: 'issue', given: { noticeOn: '2026-09-21' } },
        // 22–24, 28–29 September
        expect: { clocks: ['rectification 2026-09-18', 'bondPayment 2026-09-29'] },
      },
      {
        ...{ on: '2026-09-28', by: 'inspector', step: 'bankPays' },
        given: { paidOn: '2026-09-28', paidFen: 900_002 },
        expect: { refused: '422 invalidInput given.paidFen' },
      },
      {
        ...{ on: '2026-09-28', by: 'inspector', step: 'bankPays' },
        given: { paidOn: '2026-09-28', paidFen: 900_001 },
        // 29–30 September, 8–9, 10 (made up), 12–16 October
        expect: {
          clocks: ['rectification 2026-09-18', 'bondRefill 2026-10-16'],
          figures: { '已支付，应补足': 900_001 },
        },
      },
      {
        ...{ on: '2026-09-28', by: 'inspector', pays: { 张大山: 900_001 }, means: 'BANK_CREDIT' },
        // everybody is paid: the order is met
        expect: { unpaid: [0, 0] },
      },
      {
        ...{ on: '2026-10-16', by: 'inspector', step: 'refill', given: { refilledOn: '2026-10-16' } },
        expect: { proceeding: 'refilled', clocks: [] },
      },
      {
        ...{ on: '2026-10-19', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '保证金支付，全部付清' },
      },
      { on: '2026-10-19', by: 'head', act: 'approve-closure', expect: { closed: 'PAID', seen: 900_001 } },
    ],
  },
  {
    title: 'the owner advances up to what it owes, the general contractor settles the rest with recourse',
    filedOn: '2026-05-11',
    lines: [
      { on: '2026-05-11', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-05-12', by: 'inspector', opens: 'ownerAdvance' },
        given: { owner: '城投公司', unsettledFen: 500_000, advanceFen: 500_001, basis: '未付进度款' },
        expect: { refused: '422 invalidInput given.advanceFen' },
      },
      {
        ...{ on: '2026-05-12', by: 'inspector', opens: 'ownerAdvance' },
        given: { owner: '城投公司', unsettledFen: 500_000, advanceFen: 500_000, basis: '未付进度款' },
        expect: { proceeding: 'asked' },
      },
      {
        ...{ on: '2026-05-13', by: 'head', step: 'order' },
        given: { orderedOn: '2026-05-13', advanceBy: '2026-05-20' },
        expect: { proceeding: 'ordered' },
      },
      {
        ...{ on: '2026-05-20', by: 'inspector', step: 'advance' },
        given: { advancedOn: '2026-05-20', advancedFen: 500_000 },
        expect: { proceeding: 'advanced', figures: { 已垫付: 500_000 } },
      },
      {
        // nothing of the works money is left to advance from
        ...{ on: '2026-05-21', by: 'inspector', opens: 'ownerAdvance' },
        given: { owner: '城投公司', unsettledFen: 500_000, advanceFen: 1, basis: '未付进度款' },
        expect: { refused: '422 invalidInput given.advanceFen' },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', opens: 'contractorSettlement' },
        given: { ...SETTLE, settleFen: 400_001 },
        expect: { proceeding: 'asked' },
      },
      {
        ...{ on: '2026-05-22', by: 'head', step: 'order' },
        given: { orderedOn: '2026-05-22', settleBy: '2026-05-29' },
      },
      {
        ...{ on: '2026-05-25', by: 'inspector', act: 'ask-closure' },
        given: { code: 'OTHER', statement: '总包承诺清偿' },
        expect: { refused: '409 proceedingsOpen' },
      },
      {
        ...{ on: '2026-05-29', by: 'inspector', step: 'settle', of: 'contractorSettlement' },
        given: { settledOn: '2026-05-29', settledFen: 400_001 },
        expect: { proceeding: 'settled', figures: { 可向欠薪单位追偿: 400_001 } },
      },
      {
        ...{ on: '2026-06-01', by: 'inspector', step: 'noteRecourse' },
        given: { recourseOn: '2026-06-01', recourseFen: 400_002 },
        expect: { refused: '422 invalidInput given.recourseFen' },
      },
      {
        ...{ on: '2026-06-01', by: 'inspector', step: 'noteRecourse' },
        given: { recourseOn: '2026-06-01', recourseFen: 400_001 },
        expect: { proceeding: 'recourseNoted' },
      },
      { on: '2026-06-01', by: 'inspector', pays: { 张大山: 500_000 }, means: 'BANK_CREDIT' },
      {
        ...{ on: '2026-06-01', by: 'inspector', pays: { 张大山: 400_001 }, means: 'BANK_CREDIT' },
        expect: { claims: ['张大山 paid 900001'] },
      },
      {
        ...{ on: '2026-06-01', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '全部付清' },
      },
      { on: '2026-06-02', by: 'head', act: 'approve-closure', expect: { closed: 'PAID' } },
    ],
  },
  {
    title: 'the emergency fund for a debtor who has absconded, taken back in parts',
    filedOn: '2026-04-01',
    lines: [
      { on: '2026-04-01', by: 'inspector', act: 'investigate' },
      {
        ...{
          on: '2026-04-02',
          by: 'inspector',
          opens: 'emergencyFund',
          given: { ...FUND, fundFen: 900_000 },
        },
        expect: { proceeding: 'asked', open: ['!approve'] },
      },
      {
        ...{ on: '2026-04-03', by: 'head', step: 'decline', given: { reason: '只垫付生活费' } },
        expect: { proceeding: 'declined' },
      },
      { on: '2026-04-03', by: 'inspector', opens: 'emergencyFund', given: { ...FUND, fundFen: 300_000 } },
      { on: '2026-04-07', by: 'head', step: 'approve', expect: { proceeding: 'approved' } },
      {
        ...{ on: '2026-04-08', by: 'inspector', step: 'pay' },
        given: { paidOn: '2026-04-08', paidFen: 300_001 },
        expect: { refused: '422 invalidInput given.paidFen' },
      },
      {
        ...{ on: '2026-04-08', by: 'inspector', step: 'pay' },
        given: { paidOn: '2026-04-08', paidFen: 300_000 },
        expect: { figures: { 待追偿: 300_000 } },
      },
      {
        ...{ on: '2026-04-08', by: 'inspector', pays: { 张大山: 300_000 }, means: 'WORKER_CONFIRMED' },
        expect: { seen: 300_000, unpaid: [1, 600_001] },
      },
      {
        ...{ on: '2026-05-06', by: 'inspector', step: 'recoverPart' },
        given: { partBackOn: '2026-05-06', backFen: 100_000 },
        expect: { figures: { 待追偿: 200_000 } },
      },
      {
        ...{ on: '2026-05-20', by: 'inspector', step: 'recover', given: { backOn: '2026-05-20' } },
        expect: { proceeding: 'recovered' },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '已垫付' },
        expect: { refused: '409 notAllPaid' },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID_PART_REST_ARBITRATION', statement: '其余引导仲裁' },
      },
      {
        ...{ on: '2026-05-22', by: 'head', act: 'approve-closure' },
        expect: { closed: 'PAID_PART_REST_ARBITRATION', seen: 300_000 },
      },
    ],
  },
];
