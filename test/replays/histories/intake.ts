import type { Replay } from '../replay.ts';

const SAME_FIRM = { reason: '同一事项' };

/** From the day a complaint comes in to whatever becomes of it. */
export const INTAKE: readonly Replay[] = [
  {
    title: 'a complaint supplemented over National Day and accepted on the last day',
    lines: [
      {
        ...{ on: '2026-09-28', by: 'clerk', lodges: {} },
        // 29–30 Sept, 8–9 Oct, 10 Oct (Saturday, made up)
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-10-10', complaintOpen: ['accept'] },
      },
      {
        ...{ on: '2026-09-30', by: 'clerk', complaint: 'request-supplement' },
        given: { question: '请写明用人单位的全称。' },
        expect: {
          ...{ complaint: 'supplementing', complaintDue: null },
          complaintOpen: ['supplement', 'proposeRefusal', '!accept'],
        },
      },
      {
        ...{ on: '2026-09-30', by: 'clerk', issues: 'supplementNotice', fields: { 补正期限: '2026-10-14' } },
        // 8–9 Oct, 10 Oct (made up), 12–15 Oct
        expect: { papers: ['supplementNotice'], paper: 'service 2026-10-15' },
      },
      {
        ...{ on: '2026-10-09', by: 'clerk', complaint: 'supplement' },
        given: { text: '全称是文山建工集团有限公司。', fileIds: [] },
        // 10 Oct (made up), 12–15 Oct: the five days begin anew
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-10-15' },
      },
      {
        ...{ on: '2026-10-15', by: 'clerk', complaint: 'accept' },
        expect: { complaint: 'accepted', complaintDue: 'filing 2026-10-15', complaintOpen: ['!accept'] },
      },
      {
        ...{ on: '2026-10-15', by: 'clerk', drafts: 'acceptanceNotice' },
        expect: { papers: ['supplementNotice'], prints: { 受理日期: '2026年10月15日' } },
      },
      {
        ...{ on: '2026-10-15', by: 'inspector', files: true },
        // 11 in October, 21 in November, 23 in December; 1 Jan 2027 is off by law, 4–8 Jan
        expect: {
          ...{ state: 'filed', complaint: 'inCase', complaintDue: null },
          due: 'investigation 2027-01-08 ?',
        },
      },
    ],
  },
  {
    title: 'a complaint refused because it lies in arbitration, brought again when it was taken back there',
    lines: [
      {
        ...{ on: '2026-03-30', by: 'clerk', lodges: {} },
        // 31 March, 1–3 April; Qingming is 4–6 April; 7 April
        expect: { complaintDue: 'acceptance 2026-04-07' },
      },
      {
        ...{ on: '2026-03-31', by: 'clerk', complaint: 'propose-refusal' },
        given: { ground: 'ALREADY_IN_ARBITRATION', reason: '仲裁委已受理', whereInstead: '继续仲裁' },
        expect: { complaintDue: 'acceptance 2026-04-07', complaintOpen: ['!accept', '!requestSupplement'] },
      },
      {
        ...{ on: '2026-03-31', by: 'clerk', complaint: 'approve-refusal' },
        expect: { refused: '403 forbidden' },
      },
      {
        ...{ on: '2026-04-01', by: 'head', complaint: 'return-refusal' },
        given: { reason: '请附仲裁受理通知书' },
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-04-07' },
      },
      {
        ...{ on: '2026-04-02', by: 'clerk', complaint: 'propose-refusal' },
        given: { ground: 'ALREADY_IN_ARBITRATION', reason: '通知书已附', whereInstead: '继续仲裁' },
      },
      {
        ...{ on: '2026-04-03', by: 'head', complaint: 'approve-refusal' },
        expect: { complaint: 'refused', complaintDue: null, complaintOpen: ['!accept'] },
      },
      {
        ...{ on: '2026-04-03', by: 'clerk', issues: 'refusalNotice' },
        // 7–10, 13–15 April
        expect: { papers: ['refusalNotice'], paper: 'service 2026-04-15' },
      },
      {
        ...{ on: '2026-04-07', by: 'clerk', complaint: 'accept' },
        expect: { refused: '409 conflict', complaint: 'refused' },
      },
      {
        ...{ on: '2026-05-11', by: 'clerk', lodges: {}, named: 'again' },
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-05-18' },
      },
      { on: '2026-05-18', by: 'clerk', complaint: 'accept', named: 'again' },
      {
        ...{ on: '2026-05-18', by: 'inspector', files: true },
        // 9 in May, 21 in June (19–21 June is the Dragon Boat Festival), 23 in July, 3–7, 10–11 August
        expect: { state: 'filed', due: 'investigation 2026-08-11' },
      },
      { on: '2026-05-19', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-06-01', by: 'inspector', act: 'ask-closure' },
        given: { code: 'NOT_WAGES', statement: '系工程款，非工资' },
        expect: { open: ['!approveClosure', '!order'] },
      },
      {
        ...{ on: '2026-06-02', by: 'head', act: 'approve-closure' },
        expect: { state: 'closed', closed: 'NOT_WAGES', due: null, seen: 0 },
      },
      {
        ...{ on: '2026-09-01', by: 'head', act: 'reopen', given: { reason: '发现工资欠条' } },
        // 2–4, 7–11, 14–18, 20 (made up), 21–24, 28–30 Sept; 8–9, 10 (made up), 12–30 Oct; 20 in November until the
        // 27th; the 30th
        expect: { state: 'investigating', due: 'investigation 2026-11-30' },
      },
      { on: '2026-09-01', look: true, expect: { complaint: 'refused' } },
    ],
  },
  {
    title: 'a complaint offered to another county, given back, offered again and recalled',
    lines: [
      {
        ...{ on: '2026-05-28', by: 'clerk', lodges: {} },
        expect: { complaintDue: 'acceptance 2026-06-04' },
      },
      {
        ...{ on: '2026-05-29', by: 'inspector', complaint: 'transfer' },
        given: { toAreaCode: '532622', reason: '用工地在砚山' },
        expect: {
          ...{ complaint: 'transferring', complaintDue: 'acceptance 2026-06-04' },
          complaintOpen: ['recallTransfer', '!accept'],
        },
      },
      {
        ...{ on: '2026-06-02', by: 'otherInspector', complaint: 'return-transfer' },
        given: { reason: '用工地在文山市' },
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-06-04' },
      },
      {
        ...{ on: '2026-06-02', by: 'inspector', complaint: 'transfer' },
        given: { toAreaCode: '532622', reason: '工人称在砚山' },
      },
      {
        ...{ on: '2026-06-03', by: 'inspector', complaint: 'recall-transfer' },
        given: { reason: '核实在本市' },
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-06-04', complaintOpen: ['accept'] },
      },
      { on: '2026-06-04', by: 'clerk', complaint: 'accept', expect: { complaint: 'accepted' } },
      {
        ...{ on: '2026-06-04', by: 'inspector', files: true },
        // 17 in June, 23 in July, 20 in August until the 28th
        expect: { due: 'investigation 2026-08-28' },
      },
      { on: '2026-06-08', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-06-15', by: 'inspector', act: 'ask-closure' },
        given: { code: 'NO_JURISDICTION', statement: '实际用工地在邻州，已书面告知' },
      },
      {
        ...{ on: '2026-06-16', by: 'head', act: 'approve-closure' },
        expect: { state: 'closed', closed: 'NO_JURISDICTION', complaint: 'answered' },
      },
    ],
  },
  {
    title: 'a complaint the other county takes over, with five working days of its own',
    lines: [
      // 16–18, 22–23 June
      { on: '2026-06-15', by: 'clerk', lodges: {}, expect: { complaintDue: 'acceptance 2026-06-23' } },
      {
        ...{ on: '2026-06-16', by: 'inspector', complaint: 'transfer' },
        given: { toAreaCode: '532622', reason: '用工地在砚山' },
      },
      {
        ...{ on: '2026-06-18', by: 'otherInspector', complaint: 'take-over' },
        // 22–26 June
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-06-26' },
      },
      {
        ...{ on: '2026-06-26', by: 'otherInspector', complaint: 'accept' },
        expect: { complaint: 'accepted', complaintDue: 'filing 2026-06-26' },
      },
    ],
  },
  {
    title: 'an anonymous report that nothing was found of',
    lines: [
      {
        ...{ on: '2026-04-27', by: 'nobody', lodges: { intakeKind: 'REPORT', headcount: 3 } },
        // 28–30 April; Labour Day is 1–5 May; 6–7 May
        expect: { complaint: 'received', complaintDue: 'acceptance 2026-05-07' },
      },
      { on: '2026-05-06', by: 'clerk', complaint: 'accept', expect: { complaintDue: 'filing 2026-05-06' } },
      {
        ...{ on: '2026-05-06', by: 'inspector', files: true },
        // 7–8, 9 (made up), 11–15, 18–22, 25–29 May; 21 in June; 1–3, 6–10, 13–17, 20–24, 27–29 July
        expect: {
          due: 'investigation 2026-07-29',
          // October 2025 could be paid until the end of November
          limitation: 'stopped 2027-11-30',
          claims: [],
        },
      },
      { on: '2026-05-07', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-05-11', by: 'inspector', drafts: 'siteInspectionRecord' },
        fields: {
          ...{ 检查日期: '2026-05-11', 检查起止时间: '上午九时至十时', 检查地点: '项目部' },
          ...{ 在场人员: '项目经理一人', 检查情况: '工资台账齐全，未见欠付。' },
        },
        expect: { prints: { 检查日期: '2026年5月11日' } },
      },
      {
        ...{ on: '2026-05-20', by: 'inspector', act: 'end-investigation' },
        // 21–22, 25–29 May, 1–5, 8–10 June
        expect: { state: 'deciding', due: 'decision 2026-06-10', open: ['order', 'askClosure'] },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '已付清' },
        expect: { refused: '409 notAllPaid' },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', act: 'ask-closure' },
        given: { code: 'NOT_FOUND', statement: '经查，反映的欠薪不存在。' },
        expect: { lacks: { closureApproval: '' }, open: ['!order'] },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', drafts: 'closureApproval' },
        expect: { papers: [], prints: { 办理过程及结果: '经查，反映的欠薪不存在。' } },
      },
      {
        ...{ on: '2026-05-22', by: 'head', act: 'approve-closure' },
        expect: { closed: 'NOT_FOUND', complaint: 'answered', due: null },
      },
    ],
  },
  {
    title: 'a withdrawal asked for under pressure: doubted, and the case goes on',
    lines: [
      // 23–24 Sept; Mid-Autumn is 25–27 Sept; 28–30 Sept
      { on: '2026-09-22', by: 'clerk', lodges: {}, expect: { complaintDue: 'acceptance 2026-09-30' } },
      { on: '2026-09-23', by: 'clerk', complaint: 'accept' },
      {
        ...{ on: '2026-09-23', by: 'inspector', files: true },
        // 24, 28–30 Sept; 8–9, 10 (made up), 12–30 Oct; 21 in November; 1–4, 7–11, 14–18, 21–23 December
        expect: { due: 'investigation 2026-12-23' },
      },
      {
        ...{
          on: '2026-09-24',
          by: 'clerk',
          complaint: 'ask-withdrawal',
          given: { reason: '老板说撤了就给钱' },
        },
        expect: { complaint: 'inCase', complaintOpen: ['doubtWithdrawal', '!confirmWithdrawal'] },
      },
      {
        // the next working day is the 28th
        ...{ on: '2026-09-26', by: 'clerk', complaint: 'confirm-withdrawal' },
        given: { confirmedBy: 'phone', pressed: false, note: '电话回访' },
        expect: { refused: '409 conflict' },
      },
      {
        ...{ on: '2026-09-28', by: 'clerk', complaint: 'confirm-withdrawal' },
        given: { confirmedBy: 'phone', pressed: true, note: '称受到威胁' },
        expect: { refused: '422 invalidInput pressed' },
      },
      {
        ...{ on: '2026-09-28', by: 'clerk', complaint: 'doubt-withdrawal' },
        given: { reason: '本人称受到包工头威胁' },
        expect: { complaint: 'inCase', state: 'filed', due: 'investigation 2026-12-23' },
      },
      { on: '2026-09-29', by: 'inspector', act: 'investigate', expect: { state: 'investigating' } },
      {
        ...{ on: '2026-10-20', by: 'inspector', act: 'ask-closure' },
        given: { code: 'WITHDRAWN', statement: '当事人撤回' },
        expect: { refused: '409 complaintsStand' },
      },
      {
        ...{ on: '2026-10-20', by: 'inspector', act: 'ask-closure' },
        given: { code: 'AGREED_NOT_PAID', statement: '双方约定年底前分期支付，尚未支付' },
      },
      {
        ...{ on: '2026-10-21', by: 'head', act: 'approve-closure' },
        expect: { closed: 'AGREED_NOT_PAID', seen: 0, unpaid: [1, 900_000] },
      },
    ],
  },
  {
    title: 'a withdrawal confirmed after the days the office waits',
    lines: [
      { on: '2026-04-28', parameter: 'withdrawalDays', value: 3 },
      { on: '2026-04-28', by: 'clerk', lodges: {} },
      { on: '2026-04-28', by: 'clerk', complaint: 'accept' },
      { on: '2026-04-28', by: 'inspector', files: true },
      {
        ...{ on: '2026-04-29', by: 'clerk', complaint: 'ask-withdrawal', given: { reason: '钱已收到' } },
        expect: { complaint: 'inCase', complaintOpen: ['!confirmWithdrawal', '!askWithdrawal'] },
      },
      {
        // 30 April, 6 May; the third working day is 7 May
        ...{ on: '2026-05-06', by: 'clerk', complaint: 'confirm-withdrawal' },
        given: { confirmedBy: 'visit', pressed: false, note: '当面核实' },
        expect: { refused: '409 conflict' },
      },
      {
        ...{ on: '2026-05-07', by: 'clerk', complaint: 'confirm-withdrawal' },
        given: { confirmedBy: 'visit', pressed: false, note: '当面核实，本人自愿' },
        expect: { complaint: 'withdrawn', state: 'filed' },
      },
      {
        ...{ on: '2026-05-08', by: 'inspector', act: 'ask-closure' },
        given: { code: 'WITHDRAWN', statement: '投诉人自愿撤回，已核实' },
      },
      {
        ...{ on: '2026-05-09', by: 'head', act: 'approve-closure' },
        // withdrawn is not paid: nothing counts as recovered
        expect: { closed: 'WITHDRAWN', complaint: 'withdrawn', seen: 0 },
      },
    ],
  },
  {
    title: 'a complaint after the two years, in time because somebody reported it on the last day',
    lines: [
      {
        ...{ on: '2025-12-31', by: 'nobody', named: 'report' },
        lodges: { intakeKind: 'REPORT', payMonths: ['2023-10', '2023-11'] },
        // 4 Jan (Sunday, made up), 5–8 Jan
        expect: { complaintDue: 'acceptance 2026-01-08' },
      },
      {
        ...{ on: '2026-01-05', by: 'clerk', lodges: { payMonths: ['2023-10', '2023-11'] } },
        expect: { complaintDue: 'acceptance 2026-01-12' },
      },
      { on: '2026-01-05', by: 'clerk', complaint: 'accept' },
      {
        ...{ on: '2026-01-05', by: 'inspector', files: true },
        // November 2023 could be paid until 31 December: two years later was New Year's Eve, five days before
        expect: { limitation: 'outOfTime 2025-12-31' },
      },
      { on: '2026-01-06', by: 'clerk', complaint: 'accept', named: 'report' },
      {
        ...{ on: '2026-01-06', by: 'inspector', joins: 'report', ...SAME_FIRM },
        expect: { limitation: 'stopped 2025-12-31' },
      },
      { on: '2026-01-07', by: 'inspector', pays: { 甲工: 900_000 }, means: 'BANK_CREDIT' },
      {
        ...{ on: '2026-01-07', by: 'inspector', act: 'ask-closure' },
        given: { code: 'PAID', statement: '全部付清' },
      },
      { on: '2026-01-08', by: 'head', act: 'approve-closure', expect: { closed: 'PAID', seen: 900_000 } },
    ],
  },
];
