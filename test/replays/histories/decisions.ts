import type { Replay } from '../replay.ts';

const NOTICE = { basis: '事实和依据', intended: '拟责令支付', noticeMode: 'DIRECT' } as const;
const FINE = { basis: '事实和依据', punished: 'UNIT', measure: 'FINE', noticeMode: 'DIRECT' } as const;
const ORDER = { mode: 'DIRECT', demands: '付清工资', fileIds: [] } as const;
const SILENT = { statementKind: 'SILENT' } as const;

/** Decisions and penalties, from the notice to the court. */
export const DECISIONS: readonly Replay[] = [
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
        given: { ...NOTICE, noticedOn: '2025-12-30', statementBy: '2025-12-31' },
        expect: {
          ...{ proceeding: 'noticed', open: ['hearStatement', 'drop', '!make'] },
          lacks: { priorNotice: '当事人地址 违反规定 拟作出的决定 陈述申辩期限' },
        },
      },
      {
        ...{ on: '2025-12-30', by: 'inspector', drafts: 'priorNotice', of: 'decision' },
        expect: { prints: { 陈述申辩期限: '2025年12月31日', 拟作出的决定: '拟责令支付' } },
      },
      {
        ...{ on: '2025-12-31', by: 'inspector', step: 'hearStatement' },
        given: { ...SILENT, heardOn: '2025-12-31' },
        // the day he was given is not over
        expect: { refused: '422 invalidInput given.statementKind' },
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
    title:
      'a penalty after a hearing, served by public notice over the Spring Festival, paid in parts and late',
    filedOn: '2025-12-01',
    lines: [
      { on: '2025-12-01', parameter: 'hearingFineUnit', value: 1_000_000 },
      { on: '2025-12-01', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2025-12-02', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2025-12-02', rectifyBy: '2025-12-09' },
        expect: { state: 'ordered', due: 'rectification 2025-12-09' },
      },
      {
        ...{ on: '2025-12-10', by: 'inspector', opens: 'penalty' },
        given: { ...FINE, intendedFen: 2_000_000, noticedOn: '2025-12-10' },
        expect: { refused: '422 invalidInput given.isHearingTold' },
      },
      {
        ...{ on: '2025-12-10', by: 'inspector', opens: 'penalty' },
        given: { ...FINE, intendedFen: 2_000_000, noticedOn: '2025-12-10', isHearingTold: true },
        // the 90th day is Sunday 1 March: Monday; 11–12, 15–17 December for asking
        expect: {
          proceeding: 'noticed',
          clocks: ['rectification 2025-12-09', 'penaltyDecision 2026-03-02', 'hearingRequest 2025-12-17'],
          lacks: { hearingNotice: '违反规定 拟作出的决定' },
        },
      },
      {
        ...{ on: '2025-12-10', by: 'inspector', drafts: 'hearingNotice', of: 'penalty' },
        expect: { papers: [], prints: { 拟作出的决定: '处以罚款人民币20000.00元' } },
      },
      {
        ...{ on: '2025-12-17', by: 'inspector', step: 'askHearing', given: { hearingAskedOn: '2025-12-17' } },
        expect: { proceeding: 'hearingAsked', open: ['setHearing', '!make'] },
      },
      {
        ...{ on: '2025-12-18', by: 'inspector', step: 'setHearing' },
        given: { hearingToldOn: '2025-12-18', hearingOn: '2025-12-26', hearingPlace: '本局' },
        // 26, 25, 24, 23, 22, 19 and 18 December: the hearing is on the 29th at the earliest
        expect: { refused: '422 invalidInput given.hearingOn' },
      },
      {
        ...{ on: '2025-12-18', by: 'inspector', step: 'setHearing' },
        given: { hearingToldOn: '2025-12-18', hearingOn: '2025-12-29', hearingPlace: '本局' },
        expect: { proceeding: 'hearingSet' },
      },
      {
        ...{ on: '2025-12-29', by: 'inspector', step: 'holdHearing' },
        given: { hearingHeldOn: '2025-12-29', hearingChair: '法制股' },
        expect: { proceeding: 'heard' },
      },
      {
        ...{ on: '2025-12-29', by: 'head', step: 'make' },
        given: { madeOn: '2025-12-29', decisionNumber: '1', content: '罚款', fineFen: 2_000_000 },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2025-12-30', by: 'head', step: 'review' },
        given: { reviewedOn: '2025-12-30', reviewer: '法制股', reviewOpinion: '同意' },
        expect: { proceeding: 'reviewed' },
      },
      {
        ...{ on: '2026-01-15', by: 'head', step: 'make' },
        given: { madeOn: '2026-01-15', decisionNumber: '1', content: '罚款', fineFen: 2_000_000 },
        // 16, 19–23, 26 January
        expect: { proceeding: 'made', clocks: ['rectification 2025-12-09', 'service 2026-01-26'] },
      },
      {
        ...{ on: '2026-01-16', by: 'inspector', step: 'serve' },
        given: { serviceMode: 'PUBLIC_NOTICE', deliveredOn: '2026-01-16' },
        // thirty days end on 15 February, in the festival, and do not move; fifteen days more: 2 March; sixty: 16 April;
        // six months: Saturday 15 August; three months after that Monday
        expect: {
          figures: { 视为送达日: '2026-02-15', 救济期限届满日: '2026-08-17' },
          clocks: [
            ...['rectification 2025-12-09', 'reconsideration 2026-04-16', 'suit 2026-08-17'],
            ...['courtEnforcement 2026-11-17', 'finePayment 2026-03-02'],
          ],
        },
      },
      {
        ...{ on: '2026-03-02', by: 'inspector', step: 'askInstalments' },
        given: { instalmentsTo: '2026-03-31', instalments: '两期，各半', reason: '资金困难' },
        expect: { proceeding: 'instalmentsAsked', open: ['!approveInstalments'] },
      },
      {
        ...{ on: '2026-03-02', by: 'head', step: 'approveInstalments' },
        expect: { proceeding: 'served', figures: { 尚未缴纳: 2_000_000 } },
      },
      {
        ...{ on: '2026-03-16', by: 'inspector', step: 'payPart' },
        given: { partPaidOn: '2026-03-16', paidFen: 1_000_000 },
        expect: { figures: { 尚未缴纳: 1_000_000 } },
      },
      {
        ...{ on: '2026-04-01', by: 'inspector', look: true },
        // one day after the last instalment, 3 % of what is left
        expect: { figures: { 逾期天数: '1 天', 加处罚款: 30_000 } },
      },
      // thirty-three days are 99 %, thirty-four are more than the fine itself
      { on: '2026-05-03', look: true, expect: { figures: { 逾期天数: '33 天', 加处罚款: 990_000 } } },
      { on: '2026-05-04', look: true, expect: { figures: { 逾期天数: '34 天', 加处罚款: 1_000_000 } } },
      {
        ...{ on: '2026-05-18', by: 'inspector', step: 'payFine' },
        given: { paidOn: '2026-05-18', surchargePaidFen: 1_000_000 },
        expect: { proceeding: 'performed', figures: { 加处罚款: 1_000_000 } },
      },
      {
        ...{ on: '2026-05-19', by: 'inspector', act: 'ask-closure' },
        given: { code: 'OTHER', statement: '罚款已缴清，工资由工人另行起诉' },
      },
      { on: '2026-05-19', by: 'head', act: 'approve-closure', expect: { closed: 'OTHER', seen: 0 } },
    ],
  },
  {
    title: 'a penalty heard in writing, a suit refused as late, and the court asked on the last day',
    filedOn: '2026-01-05',
    lines: [
      { on: '2026-01-05', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-01-06', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2026-01-06', rectifyBy: '2026-01-13' },
      },
      {
        ...{ on: '2026-01-14', by: 'inspector', opens: 'penalty' },
        given: { ...FINE, intendedFen: 500_000, noticedOn: '2026-01-14' },
        // no hearing was told of; the 90th day is 5 April, Qingming: the 7th
        expect: { clocks: ['rectification 2026-01-13', 'penaltyDecision 2026-04-07'] },
      },
      {
        ...{ on: '2026-01-20', by: 'inspector', step: 'hearStatement' },
        given: { heardOn: '2026-01-20', statementKind: 'MADE' },
        expect: { refused: '422 invalidInput given.statement' },
      },
      {
        ...{ on: '2026-01-20', by: 'inspector', step: 'hearStatement' },
        given: { heardOn: '2026-01-20', statementKind: 'MADE', statement: '称资金紧张，不予采纳' },
        expect: { proceeding: 'heard' },
      },
      {
        ...{ on: '2026-01-21', by: 'head', step: 'make' },
        given: { madeOn: '2026-01-21', decisionNumber: '2', content: '罚款', fineFen: 500_000 },
        // 22–23, 26–30 January
        expect: { clocks: ['rectification 2026-01-13', 'service 2026-01-30'] },
      },
      {
        ...{ on: '2026-01-21', by: 'inspector', issues: 'penaltyDecision', of: 'penalty' },
        expect: {
          papers: ['penaltyDecision'],
          prints: { 罚款大写: '伍仟元整' },
          paper: 'service 2026-01-30',
        },
      },
      {
        ...{ on: '2026-01-23', by: 'inspector', serves: 'penaltyDecision' },
        given: { mode: 'DIRECT', receivedBy: '刘收发' },
        expect: { paper: 'served 2026-01-23' },
      },
      {
        ...{ on: '2026-01-23', by: 'inspector', step: 'serve' },
        given: { serviceMode: 'DIRECT', deliveredOn: '2026-01-23' },
        // the fifteenth day is Saturday 7 February: Monday
        expect: {
          clocks: [
            ...['rectification 2026-01-13', 'reconsideration 2026-03-24', 'suit 2026-07-23'],
            ...['courtEnforcement 2026-10-23', 'finePayment 2026-02-09'],
          ],
        },
      },
      { on: '2026-03-14', look: true, expect: { figures: { 逾期天数: '33 天', 加处罚款: 495_000 } } },
      { on: '2026-03-15', look: true, expect: { figures: { 逾期天数: '34 天', 加处罚款: 500_000 } } },
      {
        ...{ on: '2026-07-24', by: 'inspector', step: 'noteSuit' },
        given: { suitOn: '2026-07-24', court: '文山市人民法院' },
        expect: { proceeding: 'inSuit', open: ['suitLost', '!applyToCourt'] },
      },
      {
        ...{ on: '2026-08-10', by: 'inspector', step: 'suitLost' },
        given: { suitOutcome: 'REFUSED', remediesEndOn: '2026-08-10' },
        // a suit brought a day late makes the three months no longer: they run from 23 July
        expect: {
          ...{ proceeding: 'served', figures: { 救济期限届满日: '2026-07-23' } },
          clocks: [
            ...['rectification 2026-01-13', 'reconsideration 2026-03-24'],
            ...['finePayment 2026-02-09', 'courtEnforcement 2026-10-23'],
          ],
          lacks: { performanceDemand: '未履行内容 履行方式和期限' },
        },
      },
      {
        ...{ on: '2026-08-11', by: 'inspector', issues: 'performanceDemand' },
        fields: { 未履行内容: '缴纳罚款5000.00元和加处罚款5000.00元' },
        expect: { papers: ['penaltyDecision', 'performanceDemand'] },
      },
      {
        ...{ on: '2026-08-11', by: 'inspector', serves: 'performanceDemand' },
        given: { mode: 'DIRECT', receivedBy: '刘收发' },
        expect: { lacks: { courtEnforcementApplication: '当事人地址 申请事项' } },
      },
      {
        ...{ on: '2026-08-11', by: 'inspector', step: 'demand' },
        given: { demandMode: 'DIRECT', demandedOn: '2026-08-11' },
        // 12–14, 17–21, 24–25 August
        expect: { proceeding: 'demanded', due: 'rectification 2026-01-13' },
      },
      {
        ...{ on: '2026-08-25', by: 'inspector', step: 'applyToCourt' },
        given: { appliedOn: '2026-08-25', enforcementCourt: '文山市人民法院' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-10-23', by: 'inspector', drafts: 'courtEnforcementApplication' },
        fields: { 申请事项: '罚款5000.00元，加处罚款5000.00元' },
        expect: { prints: { 决定书送达日期: '2026年1月23日' } },
      },
      {
        ...{ on: '2026-10-23', by: 'inspector', step: 'applyToCourt' },
        given: { appliedOn: '2026-10-23', enforcementCourt: '文山市人民法院' },
        expect: {
          proceeding: 'enforcing',
          clocks: ['rectification 2026-01-13', 'reconsideration 2026-03-24', 'finePayment 2026-02-09'],
        },
      },
      {
        ...{ on: '2026-10-26', by: 'inspector', act: 'ask-closure' },
        given: { code: 'COURT', statement: '已申请法院强制执行' },
      },
      { on: '2026-10-26', by: 'head', act: 'approve-closure', expect: { closed: 'COURT', due: null } },
    ],
  },
  {
    title: 'papers by post that came back, left with a witness, and by a notice that ended on a holiday',
    filedOn: '2026-04-24',
    lines: [
      { on: '2026-04-24', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-04-24', by: 'inspector', issues: 'inquiryNotice', fields: { 询问日期: '2026-05-11' } },
        // 27–30 April, 6–8 May
        expect: { paper: 'service 2026-05-08' },
      },
      {
        ...{ on: '2026-04-27', by: 'inspector', serves: 'inquiryNotice', given: { mode: 'MAIL' } },
        // posted is not served
        expect: { paper: 'service 2026-05-08' },
      },
      {
        ...{ on: '2026-05-07', by: 'inspector', confirms: 'inquiryNotice', outcome: 'refused' },
        expect: { paper: 'service 2026-05-08' },
      },
      {
        ...{ on: '2026-05-08', by: 'inspector', serves: 'inquiryNotice', given: { mode: 'LEFT' } },
        expect: { refused: '422 invalidInput witness' },
      },
      {
        ...{ on: '2026-05-08', by: 'inspector', serves: 'inquiryNotice' },
        given: { mode: 'LEFT', witness: '社区陈主任' },
        expect: { paper: 'served 2026-05-08', state: 'investigating' },
      },
      {
        ...{ on: '2026-05-09', by: 'inspector', issues: 'rectificationOrder' },
        fields: { 改正期限: '2026-05-20' },
        // 9 May is a made-up Saturday and the day of issue; 11–15, 18–19 May
        expect: { paper: 'service 2026-05-19' },
      },
      { on: '2026-05-09', by: 'inspector', serves: 'rectificationOrder', given: { mode: 'MAIL' } },
      {
        ...{ on: '2026-05-12', by: 'inspector', confirms: 'rectificationOrder', outcome: 'received' },
        expect: { paper: 'served 2026-05-12', state: 'ordered', due: 'rectification 2026-05-20' },
      },
      {
        ...{ on: '2026-05-12', by: 'inspector', issues: 'serviceReceipt' },
        expect: {
          papers: ['inquiryNotice', 'rectificationOrder', 'serviceReceipt'],
          prints: { 送达方式: '邮寄送达', 送达日期: '2026年5月12日', 送达文书: '限期改正指令书' },
        },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', issues: 'rectificationOrder' },
        fields: { 改正期限: '2026-06-30' },
      },
      {
        ...{ on: '2026-05-21', by: 'inspector', serves: 'rectificationOrder' },
        given: { mode: 'PUBLIC_NOTICE', note: '本局公告栏和网站' },
        // ten days in May, twenty in June: the Dragon Boat Festival does not move it
        expect: { paper: 'served 2026-06-20', due: 'rectification 2026-05-20' },
      },
      { on: '2026-06-19', night: true, expect: { due: 'rectification 2026-05-20' } },
      { on: '2026-06-20', night: true, expect: { state: 'ordered', due: 'rectification 2026-06-30' } },
    ],
  },
];
