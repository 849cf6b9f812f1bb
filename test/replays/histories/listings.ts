import type { Replay } from '../replay.ts';

const ORDER = { mode: 'DIRECT', demands: '付清工资', fileIds: [] } as const;
const INCIDENT = {
  ...{ ground: 'INCIDENT', owedFen: 900_001, headcount: 12 },
  mainFacts: '拖欠工资引发群体性事件，责令支付期满未付。',
} as const;
const NOTICE = { basis: '拖欠工资', intended: '责令支付', noticeMode: 'DIRECT' } as const;
const OF_A_DECISION = { decisionNumber: '文人社处〔2026〕1 号', content: '付清工资' } as const;

/** The dishonesty list, from the missed order to the day the name is gone. */
export const LISTINGS: readonly Replay[] = [
  {
    title: 'twenty working days around the Spring Festival, three years on the list, and not a day more',
    filedOn: '2026-01-19',
    lines: [
      { on: '2026-01-19', by: 'inspector', act: 'investigate' },
      { on: '2026-01-20', by: 'inspector', proposes: INCIDENT, expect: { refused: '409 notYet' } },
      {
        ...{ on: '2026-01-20', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2026-01-20', rectifyBy: '2026-01-30' },
      },
      // the last day of the order is not over
      { on: '2026-01-30', by: 'inspector', proposes: INCIDENT, expect: { refused: '409 notYet' } },
      {
        ...{ on: '2026-01-31', by: 'inspector', proposes: INCIDENT },
        // 2–6, 9–13, 14 (Saturday, made up), 24–28 February (the 28th made up), 2–5 March
        expect: {
          listing: {
            ...{ state: 'proposed', onList: null, isPublic: false },
            ...{ clocks: ['listingDecision 2026-03-05'], open: ['approveNotice', '!serveNotice', '!decide'] },
          },
        },
      },
      { on: '2026-02-10', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 1' } },
      {
        ...{ on: '2026-02-10', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'DIRECT', noticeServedOn: '2026-02-10' },
        // 11–13, 14, 24 February
        expect: {
          listing: {
            ...{ state: 'noticed', figures: { 异议期限届满日: '2026-02-24' } },
            clocks: ['listingObjection 2026-02-24'],
          },
        },
      },
      {
        ...{ on: '2026-02-24', by: 'head', listing: 'decide' },
        given: { decidedOn: '2026-02-24', decisionNumber: '文失列 1' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-02-25', by: 'head', listing: 'decide' },
        given: { decidedOn: '2026-02-25', decisionNumber: '文失列 1' },
        // three years later a Sunday, which the term does not mind; then ten weekdays of a year without a notice
        expect: {
          listing: {
            ...{ state: 'decided', onList: '2026-02-25 2029-02-25', isPublic: false },
            clocks: ['listingTerm 2029-02-25', 'listingRemoval 2029-03-09 ?', '!listingDecision'],
          },
        },
      },
      {
        ...{ on: '2026-02-25', by: 'inspector', listing: 'serveDecision' },
        given: { decisionMode: 'DIRECT', decisionServedOn: '2026-02-25' },
        // sixty days end on Sunday 26 April
        expect: { listing: { clocks: ['reconsideration 2026-04-27', 'suit 2026-08-25'], isPublic: false } },
      },
      {
        ...{ on: '2026-02-27', by: 'inspector', listing: 'publish' },
        given: { publishedOn: '2026-02-27', publishedAt: '本局网站' },
        expect: { listing: { state: 'listed', isPublic: true, open: ['correct', '!applyEarly', '!remove'] } },
      },
      {
        ...{ on: '2029-02-25', by: 'inspector', listing: 'remove', given: { removedOn: '2029-02-25' } },
        expect: { refused: '409 notYet', listing: { isPublic: true } },
      },
      { on: '2029-02-26', look: true, expect: { listing: { isPublic: false, open: ['remove'] } } },
      {
        ...{ on: '2029-03-09', by: 'inspector', listing: 'remove', given: { removedOn: '2029-03-09' } },
        expect: { listing: { state: 'removed', clocks: ['!listingRemoval'], open: ['!restore'] } },
      },
    ],
  },
  {
    title:
      'an extension over the turn of the year, an objection found wrong, and a term that ends with a year',
    filedOn: '2025-11-17',
    lines: [
      { on: '2025-11-17', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2025-11-18', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2025-11-18', rectifyBy: '2025-11-28' },
      },
      {
        ...{ on: '2025-12-01', by: 'inspector', proposes: INCIDENT },
        // counted from the last day of the order, not from the proposal: 1–5, 8–12, 15–19, 22–26 December
        expect: { listing: { clocks: ['listingDecision 2025-12-26'] } },
      },
      { on: '2025-12-19', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 2' } },
      {
        ...{ on: '2025-12-19', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'LEFT', noticeServedOn: '2025-12-19' },
        expect: { listing: { clocks: ['listingObjection 2025-12-26'] } },
      },
      {
        ...{ on: '2025-12-25', by: 'inspector', listing: 'extend', given: { extensionReason: '复杂' } },
        expect: { refused: '403 forbidden' },
      },
      {
        ...{ on: '2025-12-25', by: 'head', listing: 'extend', given: { extensionReason: '情况复杂' } },
        // 29–31 December, Sunday 4 January (made up), 5–9, 12–16, 19–23, 26 January
        expect: { listing: { state: 'noticed', clocks: ['listingDecision 2026-01-26'] } },
      },
      {
        ...{ on: '2025-12-25', by: 'head', listing: 'extend', given: { extensionReason: '仍然复杂' } },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2025-12-26', by: 'inspector', listing: 'objection' },
        given: { objectedOn: '2025-12-26', objection: '已付清一部分' },
        // 29–31 December, 4 and 5 January
        expect: {
          listing: { state: 'objected', clocks: ['objectionCheck 2026-01-05', '!listingObjection'] },
        },
      },
      {
        ...{ on: '2025-12-27', by: 'head', listing: 'decide' },
        given: { decidedOn: '2025-12-27', decisionNumber: '文失列 2' },
        expect: { refused: '409 conflict' },
      },
      {
        ...{ on: '2025-12-29', by: 'inspector', listing: 'verify' },
        given: { objectionToldOn: '2025-12-29', objectionOutcome: 'REJECTED', objectionFound: '仍有欠薪' },
        expect: { listing: { state: 'verified', clocks: ['!objectionCheck'] } },
      },
      {
        ...{ on: '2025-12-31', by: 'head', listing: 'decide' },
        given: { decidedOn: '2025-12-31', decisionNumber: '文失列 2' },
        // 1 January 2029 is off by law; 2–5, 8–12, 15 by the weekday alone: the notice is not there
        expect: {
          listing: {
            onList: '2025-12-31 2028-12-31',
            clocks: ['listingTerm 2028-12-31', 'listingRemoval 2029-01-15 ?'],
          },
        },
      },
      {
        ...{ on: '2025-12-31', by: 'inspector', listing: 'serveDecision' },
        given: { decisionMode: 'LEFT', decisionServedOn: '2025-12-31' },
      },
      {
        ...{ on: '2026-01-04', by: 'inspector', listing: 'publish' },
        given: { publishedOn: '2026-01-04', publishedAt: '本局网站' },
        expect: { listing: { isPublic: true } },
      },
      {
        ...{ on: '2028-11-20', notice: 2029, worked: [], off: [['2028-12-30', '2029-01-01']] },
        // 2–5, 8–12, 15 January
        expect: { listing: { clocks: ['listingTerm 2028-12-31', 'listingRemoval 2029-01-15'] } },
      },
      { on: '2028-12-31', look: true, expect: { listing: { isPublic: true, open: ['!remove'] } } },
      { on: '2029-01-01', look: true, expect: { listing: { isPublic: false, open: ['remove'] } } },
      {
        ...{ on: '2029-01-15', by: 'inspector', listing: 'remove', given: { removedOn: '2028-12-31' } },
        expect: { refused: '422 invalidInput given.removedOn' },
      },
      {
        ...{ on: '2029-01-15', by: 'inspector', listing: 'remove', given: { removedOn: '2029-01-15' } },
        expect: { listing: { state: 'removed', clocks: ['!listingRemoval'] } },
      },
    ],
  },
  {
    title: 'off the list early half a year after the correction, and back for what was concealed',
    filedOn: '2026-01-05',
    lines: [
      { on: '2026-01-05', firm: '文山早移建筑有限公司' },
      { on: '2026-01-05', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-01-06', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2026-01-06', rectifyBy: '2026-01-15' },
      },
      {
        ...{ on: '2026-01-16', by: 'inspector', proposes: INCIDENT },
        // 16, 19–23, 26–30 January, 2–6, 9–12 February
        expect: { listing: { clocks: ['listingDecision 2026-02-12'] } },
      },
      { on: '2026-01-19', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 3' } },
      {
        ...{ on: '2026-01-19', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'MAIL', noticeServedOn: '2026-01-19' },
        expect: { listing: { clocks: ['listingObjection 2026-01-26'] } },
      },
      {
        ...{ on: '2026-01-27', by: 'head', listing: 'decide' },
        given: { decidedOn: '2026-01-27', decisionNumber: '文失列 3' },
      },
      {
        ...{ on: '2026-01-28', by: 'inspector', listing: 'serveDecision' },
        given: { decisionMode: 'DIRECT', decisionServedOn: '2026-01-28' },
        // sixty days end on Sunday 29 March
        expect: { listing: { clocks: ['reconsideration 2026-03-30', 'suit 2026-07-28'] } },
      },
      {
        ...{ on: '2026-01-29', by: 'inspector', listing: 'publish' },
        given: { publishedOn: '2026-01-29', publishedAt: '本局网站' },
        expect: { listing: { onList: '2026-01-27 2029-01-27', isPublic: true } },
      },
      {
        ...{ on: '2026-03-31', by: 'inspector', listing: 'correct' },
        given: { correctedOn: '2026-03-31', correction: '全部付清' },
        // September has thirty days: the half year is over with the last of them
        expect: {
          listing: {
            clocks: ['earlyRemovalWait 2026-09-30'],
            figures: { 最早可申请提前移出: '2026-10-01' },
          },
        },
      },
      {
        ...{ on: '2026-09-30', by: 'inspector', listing: 'applyEarly' },
        given: { earlyAppliedOn: '2026-09-30', pledgedOn: '2026-09-30', bar: 'NONE' },
        expect: { refused: '409 notYet', listing: { isPublic: true } },
      },
      {
        ...{ on: '2026-10-08', by: 'inspector', listing: 'applyEarly' },
        given: { earlyAppliedOn: '2026-10-08', pledgedOn: '2026-10-08', bar: 'NONE' },
        // 9, 10 (Saturday, made up), 12–16, 19–23, 26–28 October
        expect: { listing: { state: 'applied', clocks: ['earlyRemovalDecision 2026-10-28'] } },
      },
      {
        ...{ on: '2026-10-20', by: 'head', listing: 'grantEarly' },
        given: { earlyDecidedOn: '2026-10-20', earlyNumber: '文失移 3' },
        // 21–23, 26–30 October, 2–3 November
        expect: {
          listing: {
            ...{ state: 'leavingEarly', onList: '2026-01-27 2026-10-19', isPublic: false },
            clocks: ['listingRemoval 2026-11-03', '!listingTerm', '!earlyRemovalDecision'],
            figures: { 须在此日前移出: '2026-11-03' },
          },
        },
      },
      {
        ...{ on: '2026-11-02', by: 'inspector', listing: 'remove', given: { removedOn: '2026-11-02' } },
        expect: { listing: { state: 'removedEarly', clocks: ['!listingRemoval'], open: ['restore'] } },
      },
      {
        ...{ on: '2026-12-01', by: 'head', listing: 'restore' },
        given: { restoredOn: '2026-12-01', restoreNumber: '文失复 3', restoreReason: '付款凭证虚假' },
        // the three years and the half year begin again on that day
        expect: {
          listing: {
            ...{ state: 'decided', onList: '2026-12-01 2029-12-01', isPublic: false },
            clocks: ['listingTerm 2029-12-01', 'earlyRemovalWait 2027-06-01'],
            figures: { 最早可申请提前移出: '2027-06-02' },
          },
        },
      },
      {
        ...{ on: '2026-12-01', by: 'inspector', listing: 'serveDecision' },
        given: { decisionMode: 'DIRECT', decisionServedOn: '2026-12-01' },
      },
      {
        ...{ on: '2026-12-02', by: 'inspector', listing: 'publish' },
        given: { publishedOn: '2026-12-02', publishedAt: '本局网站' },
        expect: { listing: { state: 'listed', isPublic: true } },
      },
    ],
  },
  {
    title: 'a decision to pay that was revoked on reconsideration takes the name off the list with it',
    filedOn: '2026-06-01',
    lines: [
      { on: '2026-06-01', by: 'inspector', act: 'investigate' },
      { on: '2026-06-01', by: 'inspector', act: 'end-investigation' },
      {
        ...{ on: '2026-06-01', by: 'inspector', opens: 'decision' },
        given: { ...NOTICE, noticedOn: '2026-06-01' },
      },
      {
        ...{ on: '2026-06-01', by: 'inspector', step: 'hearStatement' },
        given: { heardOn: '2026-06-01', statementKind: 'WAIVED' },
      },
      {
        ...{ on: '2026-06-02', by: 'head', step: 'make' },
        given: { ...OF_A_DECISION, madeOn: '2026-06-02', performBy: '2026-06-10' },
      },
      {
        ...{ on: '2026-06-02', by: 'inspector', step: 'serve' },
        given: { serviceMode: 'DIRECT', deliveredOn: '2026-06-02' },
      },
      {
        ...{ on: '2026-06-11', by: 'inspector', proposes: INCIDENT },
        // 11–12, 15–18, 22–26, 29–30 June, 1–3, 6–9 July; 19 June is the Dragon Boat Festival
        expect: { listing: { clocks: ['listingDecision 2026-07-09'] } },
      },
      { on: '2026-06-15', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 4' } },
      {
        ...{ on: '2026-06-15', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'ELECTRONIC', noticeServedOn: '2026-06-15' },
        // 16–18, 22–23 June
        expect: { listing: { clocks: ['listingObjection 2026-06-23'] } },
      },
      {
        ...{ on: '2026-06-24', by: 'head', listing: 'decide' },
        given: { decidedOn: '2026-06-24', decisionNumber: '文失列 4' },
      },
      {
        ...{ on: '2026-06-24', by: 'inspector', listing: 'serveDecision' },
        given: { decisionMode: 'DIRECT', decisionServedOn: '2026-06-24' },
      },
      {
        ...{ on: '2026-06-25', by: 'inspector', listing: 'publish' },
        given: { publishedOn: '2026-06-25', publishedAt: '本局网站' },
      },
      {
        ...{ on: '2026-07-20', by: 'inspector', step: 'noteReconsideration' },
        given: { reconsiderationOn: '2026-07-20', reconsiderationBody: '市政府' },
        // asking alone takes nobody off
        expect: { listing: { state: 'listed', isPublic: true } },
      },
      {
        ...{ on: '2026-09-22', by: 'inspector', step: 'decisionRevoked' },
        given: { endedOn: '2026-09-22' },
        // 23–24, 28–30 September, 8–9, 10 (Saturday, made up), 12–13 October
        expect: {
          listing: {
            ...{ state: 'leaving', onList: '2026-06-24 2026-09-21', isPublic: false },
            clocks: ['listingRemoval 2026-10-13', '!listingTerm', '!suit'],
            open: ['remove', '!correct'],
          },
        },
      },
      {
        ...{ on: '2026-10-13', by: 'inspector', listing: 'remove', given: { removedOn: '2026-10-13' } },
        expect: { listing: { state: 'removed', clocks: ['!listingRemoval'] } },
      },
    ],
  },
  {
    title: 'a decision to pay that was revoked while an objection was looked at leaves nobody to list',
    filedOn: '2026-06-01',
    lines: [
      { on: '2026-06-01', by: 'inspector', act: 'investigate' },
      { on: '2026-06-01', by: 'inspector', act: 'end-investigation' },
      {
        ...{ on: '2026-06-01', by: 'inspector', opens: 'decision' },
        given: { ...NOTICE, noticedOn: '2026-06-01' },
      },
      {
        ...{ on: '2026-06-01', by: 'inspector', step: 'hearStatement' },
        given: { heardOn: '2026-06-01', statementKind: 'WAIVED' },
      },
      {
        ...{ on: '2026-06-02', by: 'head', step: 'make' },
        given: { ...OF_A_DECISION, madeOn: '2026-06-02', performBy: '2026-06-10' },
      },
      {
        ...{ on: '2026-06-02', by: 'inspector', step: 'serve' },
        given: { serviceMode: 'DIRECT', deliveredOn: '2026-06-02' },
      },
      { on: '2026-06-11', by: 'inspector', proposes: INCIDENT },
      { on: '2026-06-15', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 5' } },
      {
        ...{ on: '2026-06-15', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'DIRECT', noticeServedOn: '2026-06-15' },
      },
      {
        ...{ on: '2026-06-18', by: 'inspector', listing: 'objection' },
        given: { objectedOn: '2026-06-18', objection: '已申请复议' },
        // 22–26 June
        expect: { listing: { clocks: ['objectionCheck 2026-06-26'] } },
      },
      {
        ...{ on: '2026-06-22', by: 'inspector', step: 'noteReconsideration' },
        given: { reconsiderationOn: '2026-06-22', reconsiderationBody: '市政府' },
      },
      {
        ...{ on: '2026-06-24', by: 'inspector', step: 'decisionRevoked', given: { endedOn: '2026-06-24' } },
        expect: {
          listing: {
            ...{ state: 'dropped', onList: null, isPublic: false },
            clocks: ['!listingDecision', '!objectionCheck', '!listingRemoval'],
          },
        },
      },
    ],
  },
  {
    title: 'who pays and pledges before the decision is spared, and who has paid cannot be proposed',
    filedOn: '2025-12-15',
    lines: [
      { on: '2025-12-15', by: 'inspector', act: 'investigate' },
      { on: '2025-12-16', parameter: 'crimeAmountOneWorker', value: 500_000 },
      {
        ...{ on: '2025-12-16', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2025-12-16', rectifyBy: '2025-12-24' },
      },
      {
        // one worker's sum is reached, and his three months are not
        ...{ on: '2025-12-25', by: 'inspector' },
        proposes: { ...INCIDENT, ground: 'AMOUNT', oneWorkerFen: 900_001, oneWorkerMonths: 2 },
        expect: { refused: '422 invalidInput given.owedFen' },
      },
      {
        ...{ on: '2025-12-25', by: 'inspector' },
        proposes: { ...INCIDENT, ground: 'AMOUNT', oneWorkerFen: 900_001, oneWorkerMonths: 3 },
        // 25–26, 29–31 December, Sunday 4 January (made up), 5–9, 12–16, 19–22 January
        expect: { listing: { clocks: ['listingDecision 2026-01-22'] } },
      },
      { on: '2025-12-26', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 6' } },
      {
        ...{ on: '2025-12-26', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'DIRECT', noticeServedOn: '2025-12-26' },
        // 29–31 December, 4 and 5 January
        expect: { listing: { clocks: ['listingObjection 2026-01-05'] } },
      },
      { on: '2026-01-04', by: 'inspector', pays: { 张大山: 900_001 }, means: 'BANK_CREDIT' },
      {
        ...{ on: '2026-01-05', by: 'head', listing: 'spare' },
        given: { correctedOn: '2026-01-04', pledgedOn: '2026-01-05', reason: '全部付清并承诺' },
        expect: {
          listing: {
            ...{ state: 'spared', onList: null, isPublic: false },
            clocks: ['!listingDecision', '!listingObjection'],
          },
        },
      },
      { on: '2026-01-06', by: 'inspector', proposes: INCIDENT, expect: { refused: '409 notYet' } },
    ],
  },
  {
    title:
      'a notice by public notice, a late objection, new arrears that bar early removal, and the whole term',
    filedOn: '2026-07-01',
    lines: [
      { on: '2026-07-01', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-07-02', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2026-07-02', rectifyBy: '2026-07-10' },
      },
      {
        ...{ on: '2026-07-13', by: 'inspector', proposes: INCIDENT },
        // four weeks without a holiday
        expect: { listing: { clocks: ['listingDecision 2026-08-07'] } },
      },
      { on: '2026-07-14', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 7' } },
      {
        ...{ on: '2026-07-14', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'PUBLIC_NOTICE', noticeServedOn: '2026-07-14' },
        // thirty days end on 13 August; 14, 17–20 August
        expect: {
          listing: { figures: { 告知书视为送达日: '2026-08-13' }, clocks: ['listingObjection 2026-08-20'] },
        },
      },
      {
        ...{ on: '2026-08-07', by: 'head', listing: 'extend', given: { extensionReason: '公告送达' } },
        // 10–14, 17–21, 24–28, 31 August, 1–4 September
        expect: { listing: { clocks: ['listingDecision 2026-09-04'] } },
      },
      {
        ...{ on: '2026-08-20', by: 'head', listing: 'decide' },
        given: { decidedOn: '2026-08-20', decisionNumber: '文失列 7' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-08-21', by: 'inspector', listing: 'objection' },
        given: { objectedOn: '2026-08-21', objection: '不服' },
        expect: { refused: '422 invalidInput given.objectedOn' },
      },
      {
        ...{ on: '2026-08-21', by: 'head', listing: 'decide' },
        given: { decidedOn: '2026-08-21', decisionNumber: '文失列 7' },
        expect: { listing: { onList: '2026-08-21 2029-08-21' } },
      },
      {
        ...{ on: '2026-08-21', by: 'inspector', listing: 'serveDecision' },
        given: { decisionMode: 'PUBLIC_NOTICE', decisionServedOn: '2026-08-21' },
        // thirty days end on 20 September; sixty days from then
        expect: { listing: { clocks: ['reconsideration 2026-11-19'] } },
      },
      {
        ...{ on: '2026-09-21', by: 'inspector', listing: 'publish' },
        given: { publishedOn: '2026-09-21', publishedAt: '本局网站' },
      },
      {
        ...{ on: '2026-09-22', by: 'inspector', listing: 'correct' },
        given: { correctedOn: '2026-08-31', correction: '全部付清' },
        // February has no 31st day
        expect: {
          listing: {
            clocks: ['earlyRemovalWait 2027-02-28'],
            figures: { 最早可申请提前移出: '2027-03-01' },
          },
        },
      },
      {
        ...{ on: '2027-02-28', by: 'inspector', listing: 'applyEarly' },
        given: { earlyAppliedOn: '2027-02-28', pledgedOn: '2027-02-28', bar: 'NEW_ARREARS' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2027-03-01', by: 'inspector', listing: 'applyEarly' },
        given: { earlyAppliedOn: '2027-03-01', pledgedOn: '2027-03-01', bar: 'NEW_ARREARS' },
        // 2–5, 8–12, 15–19, 22 March by the weekday
        expect: {
          listing: { clocks: ['earlyRemovalDecision 2027-03-22 ?'], open: ['!grantEarly', 'refuseEarly'] },
        },
      },
      {
        ...{ on: '2027-03-02', by: 'head', listing: 'grantEarly' },
        given: { earlyDecidedOn: '2027-03-02', earlyNumber: '文失移 7' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2027-03-02', by: 'head', listing: 'refuseEarly' },
        given: { earlyDecidedOn: '2027-03-02', reason: '列入期间又拖欠工资' },
        expect: { listing: { state: 'listed', isPublic: true, clocks: ['!earlyRemovalDecision'] } },
      },
      { on: '2029-08-21', look: true, expect: { listing: { isPublic: true, open: ['!remove'] } } },
      {
        ...{ on: '2029-08-22', by: 'inspector', listing: 'remove', given: { removedOn: '2029-08-22' } },
        expect: { listing: { state: 'removed', isPublic: false } },
      },
    ],
  },
  {
    title: 'a local holiday moves the day of the decision, and the notice of the new year settles it',
    filedOn: '2026-12-01',
    lines: [
      { on: '2026-12-01', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-12-02', by: 'inspector', act: 'order' },
        given: { ...ORDER, servedOn: '2026-12-02', rectifyBy: '2026-12-21' },
      },
      {
        ...{ on: '2026-12-22', by: 'inspector', proposes: INCIDENT },
        // 22–25, 28–31 December; 1 January is off by law, then by the weekday: 4–8, 11–15, 18, 19 January
        expect: { listing: { clocks: ['listingDecision 2027-01-19 ?'] } },
      },
      {
        ...{ on: '2026-12-23', holiday: '2026-12-25' },
        expect: { listing: { clocks: ['listingDecision 2027-01-20 ?'] } },
      },
      { on: '2026-12-28', by: 'head', listing: 'approveNotice', given: { noticeNumber: '文失告 8' } },
      {
        ...{ on: '2026-12-28', by: 'inspector', listing: 'serveNotice' },
        given: { noticeMode: 'DIRECT', noticeServedOn: '2026-12-28' },
        // 29–31 December; 1 January is off by law; 4 and 5 January by the weekday
        expect: { listing: { clocks: ['listingObjection 2027-01-05 ?'] } },
      },
      {
        ...{ on: '2026-12-29', notice: 2027, worked: ['2027-01-30', '2027-02-20'] },
        off: [
          ['2027-01-01', '2027-01-03'],
          ['2027-02-05', '2027-02-11'],
        ],
        // as foreseen, and no longer provisional: 4–8, 11–15, 18–20 January, and 4 and 5 January for an objection
        expect: { listing: { clocks: ['listingDecision 2027-01-20', 'listingObjection 2027-01-05'] } },
      },
      {
        ...{ on: '2027-01-05', by: 'head', listing: 'decide' },
        given: { decidedOn: '2027-01-05', decisionNumber: '文失列 8' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2027-01-06', by: 'head', listing: 'decide' },
        given: { decidedOn: '2027-01-06', decisionNumber: '文失列 8' },
        // ten weekdays after Sunday 6 January 2030
        expect: {
          listing: { onList: '2027-01-06 2030-01-06', clocks: ['listingRemoval 2030-01-18 ?'] },
        },
      },
    ],
  },
];
