import type { Replay } from '../replay.ts';

const GIVE = { servedOn: '2026-07-27', rectifyBy: '2026-08-03', mode: 'DIRECT', fileIds: [] } as const;

/** From what is owed to what was seen: closed means paid, person by person. */
export const MONEY: readonly Replay[] = [
  {
    title: 'a group of five, paid in part, the rest to arbitration',
    lines: [
      {
        ...{ on: '2026-06-22', by: 'clerk' },
        lodges: {
          people: [
            ['甲工', 300_000],
            ['乙工', 200_000],
            ['丙工', 250_000],
            ['丁工', 150_000],
            ['戊工', 100_000],
          ],
        },
        expect: { complaintDue: 'acceptance 2026-06-29' },
      },
      { on: '2026-06-23', by: 'clerk', complaint: 'accept' },
      {
        ...{ on: '2026-06-23', by: 'inspector', files: true },
        // 24–26, 29–30 June, 23 in July, 21 in August, 1–4, 7–11, 14–15 September
        expect: { due: 'investigation 2026-09-15', unpaid: [5, 1_000_000] },
      },
      { on: '2026-06-24', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-07-01', by: 'inspector', means: 'BANK_CREDIT' },
        pays: { 乙工: 100_000, 丙工: 250_000 },
        expect: {
          ...{ seen: 350_000, unpaid: [4, 650_000] },
          claims: ['甲工 open 0', '乙工 partly 100000', '丙工 paid 250000', '丁工 open 0', '戊工 open 0'],
        },
      },
      {
        ...{ on: '2026-07-02', by: 'inspector', means: 'REPORTED', pays: { 甲工: 300_000 } },
        // the firm says so; nobody has seen it
        expect: { seen: 350_000, unpaid: [4, 650_000] },
      },
      {
        ...{ on: '2026-07-03', by: 'worker', says: 'less', receivedFen: 200_000 },
        expect: { seen: 550_000, unpaid: [4, 450_000] },
      },
      {
        ...{ on: '2026-07-06', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '已付清' },
        expect: {
          refused: '409 notAllPaid',
          lacks: { rectificationOrder: '当事人地址 违反规定 改正期限' },
        },
      },
      {
        ...{ on: '2026-07-06', by: 'inspector', issues: 'rectificationOrder' },
        fields: { 改正期限: '2026-07-15' },
        // 7–10, 13–15 July
        expect: { papers: ['rectificationOrder'], paper: 'service 2026-07-15', state: 'investigating' },
      },
      {
        ...{ on: '2026-07-06', by: 'inspector', serves: 'rectificationOrder' },
        given: { mode: 'DIRECT', receivedBy: '刘收发' },
        expect: { paper: 'served 2026-07-06', state: 'ordered', due: 'rectification 2026-07-15' },
      },
      {
        ...{ on: '2026-07-16', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID_PART_REST_ARBITRATION', statement: '其余引导仲裁' },
      },
      {
        ...{ on: '2026-07-16', by: 'inspector', act: 'approve-closure' },
        expect: { refused: '403 forbidden' },
      },
      {
        ...{ on: '2026-07-17', by: 'head', act: 'approve-closure' },
        expect: {
          ...{ closed: 'PAID_PART_REST_ARBITRATION', complaint: 'answered', due: null },
          ...{ seen: 550_000, unpaid: [4, 450_000] },
        },
      },
    ],
  },
  {
    title: 'a group, its sheet marked by both sides, the agreed part ordered, everybody paid',
    lines: [
      {
        ...{ on: '2026-07-20', by: 'clerk' },
        lodges: {
          people: [
            ['甲工', 500_000],
            ['乙工', 400_000],
          ],
        },
        expect: { complaintDue: 'acceptance 2026-07-27' },
      },
      { on: '2026-07-20', by: 'clerk', lodges: { owedFen: 500_000 }, named: 'again' },
      {
        ...{ on: '2026-07-21', by: 'clerk', complaint: 'merge', named: 'again', into: 'first' },
        given: { reason: '同一人同一事项' },
        expect: { complaint: 'merged', complaintDue: null },
      },
      { on: '2026-07-21', by: 'clerk', complaint: 'accept' },
      {
        ...{ on: '2026-07-21', by: 'inspector', files: true },
        // 22–24, 27–31 July, 21 in August, 1–4, 7–11, 14–18, 20 (made up), 21–24, 28–30 Sept,
        // 8–9, 10 (made up), 12–16, 19 October
        expect: { due: 'investigation 2026-10-19', unpaid: [2, 900_000] },
      },
      { on: '2026-07-22', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-07-22', by: 'inspector', sheet: 'build' },
        expect: { sheet: { state: 'draft', owed: 900_000, agreed: 0, open: 900_000 } },
      },
      {
        ...{ on: '2026-07-22', by: 'inspector', sheet: 'show', given: { answerBy: '2026-07-31' } },
        expect: { sheet: { state: 'shown', open: 900_000 } },
      },
      {
        ...{ on: '2026-07-23', by: 'inspector', sheet: 'mark', side: 'worker', mark: 'agreed' },
        // the other side has not spoken: silence is not consent
        expect: { sheet: { agreed: 0, open: 900_000 } },
      },
      {
        ...{ on: '2026-07-24', by: 'inspector', sheet: 'mark', side: 'employer', mark: 'agreed' },
        people: ['甲工'],
        expect: { sheet: { agreed: 500_000, open: 400_000 } },
      },
      {
        ...{ on: '2026-07-24', by: 'inspector', sheet: 'mark', side: 'employer', mark: 'disputed' },
        ...{ people: ['乙工'], saysFen: 300_000, reason: '少出工一个月' },
        expect: { sheet: { agreed: 500_000, disputed: 400_000, open: 0 } },
      },
      {
        ...{ on: '2026-07-27', by: 'inspector', act: 'order' },
        given: { ...GIVE, demands: '先行支付双方无争议的工资 5000.00 元' },
        expect: { state: 'ordered', due: 'rectification 2026-08-03' },
      },
      {
        ...{ on: '2026-07-30', by: 'inspector', pays: { 甲工: 500_000 }, means: 'BANK_CREDIT' },
        expect: { seen: 500_000, unpaid: [1, 400_000] },
      },
      {
        ...{ on: '2026-07-31', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '已付清' },
        expect: { refused: '409 notAllPaid', claims: ['甲工 paid 500000', '乙工 open 0'] },
      },
      { on: '2026-08-03', by: 'inspector', sheet: 'settle', expect: { refused: '409 arrearsUndecided' } },
      {
        ...{ on: '2026-08-03', by: 'inspector', sheet: 'find', person: '乙工', foundFen: 350_000 },
        reason: '考勤为准',
        expect: { sheet: { owed: 850_000, agreed: 500_000, disputed: 0 } },
      },
      {
        ...{ on: '2026-08-03', by: 'inspector', sheet: 'settle' },
        expect: { sheet: { state: 'settled', owed: 850_000 }, unpaid: [1, 350_000] },
      },
      {
        ...{ on: '2026-08-04', by: 'inspector', pays: { 乙工: 350_000 }, means: 'WORKER_CONFIRMED' },
        expect: { seen: 850_000, unpaid: [0, 0] },
      },
      {
        ...{ on: '2026-08-05', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '全部付清' },
      },
      {
        ...{ on: '2026-08-05', by: 'head', act: 'approve-closure' },
        expect: { closed: 'PAID', complaint: 'answered', seen: 850_000 },
      },
      { on: '2026-08-06', by: 'inspector', act: 'investigate', expect: { refused: '409 conflict' } },
    ],
  },
  {
    title: 'a case filed on 31 December and closed in the next year',
    lines: [
      {
        ...{ on: '2025-12-31', by: 'clerk', lodges: {} },
        // 4 Jan (Sunday, made up), 5–8 Jan
        expect: { complaintDue: 'acceptance 2026-01-08' },
      },
      { on: '2025-12-31', by: 'clerk', complaint: 'accept' },
      {
        ...{ on: '2025-12-31', by: 'inspector', files: true },
        // 4 Jan (made up), 5–9, 12–16, 19–23, 26–30 Jan; 2–6, 9–13, 14 (made up), 24–27, 28 (made up) Feb;
        // 2–6, 9–13, 16–20, 23–27, 30–31 March; 1 April
        expect: { due: 'investigation 2026-04-01', lacks: { filingApproval: '违反规定' } },
      },
      {
        on: '2025-12-31',
        by: 'inspector',
        issues: 'filingApproval',
        expect: { papers: ['filingApproval'], paper: 'issued' },
      },
      { on: '2026-01-04', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-01-15', by: 'inspector', pays: { 甲工: 900_000 }, means: 'BANK_CREDIT' },
        expect: { unpaid: [0, 0] },
      },
      {
        ...{ on: '2026-01-16', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '全部付清' },
        expect: { lacks: { closureApproval: '', archiveIndex: '' } },
      },
      { on: '2026-01-16', by: 'inspector', issues: 'closureApproval' },
      {
        ...{ on: '2026-01-19', by: 'head', act: 'approve-closure' },
        expect: { closed: 'PAID', due: null, complaint: 'answered' },
      },
      {
        ...{ on: '2026-01-19', by: 'inspector', issues: 'archiveIndex' },
        expect: { papers: ['filingApproval', 'closureApproval', 'archiveIndex'] },
      },
    ],
  },
];
