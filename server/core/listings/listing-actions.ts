import type { Words } from '../alerts/rule.ts';
import { dayOf, words, wrong } from '../lives/facts.ts';
import {
  choice,
  documentNumber,
  files,
  line,
  money,
  note,
  pastDay,
  people,
  reason,
  service,
  text,
} from '../lives/form.ts';
import type { LifeAction } from '../lives/life-table.ts';
import * as check from './listing-checks.ts';
import type { ListingNow } from './listing-now.ts';
import { listedTo, orderNotMissed, waitFrom } from './listing-now.ts';

type Action = LifeAction<ListingNow>;

/** The two grounds; with either the order must have been missed. @law BLK-5-1 */
export const LISTING_GROUNDS: Readonly<Record<'AMOUNT' | 'INCIDENT', Words>> = {
  AMOUNT: words(
    '克扣、无故拖欠农民工工资达到拒不支付劳动报酬罪数额标准',
    'Arrears reach the amount of the crime of refusing to pay',
  ),
  INCIDENT: words(
    '拖欠农民工工资引发群体性事件、极端事件，造成严重不良社会影响',
    'Arrears led to a group or extreme incident with serious consequences',
  ),
};

const optional = { isRequired: false } as const;
const orderRevokedOn = pastDay(
  'orderRevokedOn',
  words('责令支付决定被撤销日期', 'Day the order to pay was revoked'),
);

/** Up to the decision. */
export const BEFORE_DECISION = {
  open: {
    name: words('提出列入失信名单', 'Propose the listing'),
    fields: [
      choice('ground', words('列入情形', 'Ground'), LISTING_GROUNDS),
      money('owedFen', words('拖欠工资合计', 'Arrears in all')),
      people('headcount', words('涉及人数', 'People')),
      money('oneWorkerFen', words('其中单人拖欠最多', 'Most owed to one worker'), optional),
      people('oneWorkerMonths', words('该人拖欠月数', 'Months owed to that worker'), optional),
      text('amountReason', words('认定达到数额标准的依据', 'Why the amount counts as reached'), {
        ...optional,
        hint: words('本地区未设置数额标准时必填', 'Needed where the area has set no amounts'),
      }),
      text('mainFacts', words('主要事实和依据（公布用）', 'Main facts and basis (as published)')),
      files,
    ],
    notYet: orderNotMissed,
    check: check.groundWanting,
    startsOn: { listingDecision: ({ order }) => order?.payBy },
  },
  approveNotice: {
    name: words('批准列入前告知', 'Approve the prior notice'),
    fields: [documentNumber('noticeNumber', words('告知书文号', 'Number of the notice')), note],
    isApproval: true,
  },
  serveNotice: {
    name: words('登记告知书送达', 'Record service of the notice'),
    fields: [...service('noticeMode', 'noticeServedOn', words('列入告知书', 'notice')), files],
    on: 'noticeServedOn',
    startsOn: { listingObjection: check.noticeServed },
  },
  objection: {
    name: words('登记异议', 'Record an objection'),
    fields: [
      pastDay('objectedOn', words('收到异议日期', 'Day the objection came')),
      text('objection', words('异议内容', 'What it says')),
      files,
    ],
    check: check.objectionLate,
    on: 'objectedOn',
  },
  verify: {
    name: words('登记核实结果', 'Record what was found'),
    fields: [
      pastDay('objectionToldOn', words('告知核实结果日期', 'Day the result was told')),
      choice('objectionOutcome', words('核实结果', 'Result'), {
        REJECTED: words('异议不成立', 'Objection not right'),
        UPHELD: words('异议成立，不予列入', 'Objection right: not to be listed'),
      }),
      text('objectionFound', words('核实情况', 'What was found')),
      files,
    ],
    on: 'objectionToldOn',
  },
  extend: {
    name: words('批准延长决定期限', 'Extend the time for the decision'),
    fields: [text('extensionReason', words('情况复杂的理由', 'Why the case is complex'))],
    notYet: check.mayNotExtend,
    extends: { period: 'listingDecision', to: check.extendedTo },
  },
  spare: {
    name: words('决定不予列入（已改正并承诺）', 'Spare: corrected and pledged'),
    fields: [
      pastDay('correctedOn', words('改正日期', 'Day of correction')),
      pastDay('pledgedOn', words('书面信用承诺日期', 'Day of the written pledge')),
      reason,
      files,
    ],
  },
  drop: { name: words('不予列入', 'Do not list'), fields: [reason, files] },
  decide: {
    name: words('作出列入决定', 'Decide to list'),
    fields: [
      pastDay('decidedOn', words('决定日期', 'Day of the decision')),
      documentNumber('decisionNumber', words('列入决定书文号', 'Number of the decision')),
      files,
    ],
    notYet: check.decisionNotYet,
    check: check.decidedTooEarly,
    on: 'decidedOn',
    startsOn: { listingRemoval: listedTo },
  },
} satisfies Readonly<Record<string, Action>>;

/** From the decision to the end. */
export const AFTER_DECISION = {
  serveDecision: {
    name: words('登记决定书送达', 'Record service of the decision'),
    fields: [...service('decisionMode', 'decisionServedOn', words('列入决定书', 'decision')), files],
    on: 'decisionServedOn',
    startsOn: { reconsideration: check.decisionServed, suit: check.decisionServed },
  },
  publish: {
    name: words('登记公布', 'Record the publication'),
    fields: [
      pastDay('publishedOn', words('公布日期', 'Day of publication')),
      pastDay('sharedOn', words('推送信用信息共享平台日期', 'Day sent to the credit platform'), optional),
      line('publishedAt', words('公布渠道', 'Where it was published')),
    ],
    on: 'publishedOn',
  },
  correct: {
    name: words('登记改正', 'Record the correction'),
    fields: [
      pastDay('correctedOn', words('改正日期（全部付清）', 'Day of correction (all paid)')),
      text('correction', words('改正情况', 'How it was corrected')),
      files,
    ],
    startsOn: { earlyRemovalWait: waitFrom },
    drops: ['earlyRemovalWait'],
  },
  applyEarly: {
    name: words('登记提前移出申请', 'Record an application for early removal'),
    fields: [
      pastDay('earlyAppliedOn', words('申请日期', 'Day of the application')),
      pastDay('pledgedOn', words('书面信用承诺日期', 'Day of the written pledge')),
      choice('bar', words('有无不予提前移出的情形', 'Bar to early removal'), {
        NONE: words('无', 'None'),
        NEW_ARREARS: words('列入期间又发生拖欠农民工工资', 'New arrears while listed'),
        CRIMINAL: words('涉嫌犯罪正在追究或者已被追究刑事责任', 'Criminal proceedings or conviction'),
        OTHER: words('法律、法规规定的其他情形', 'Another bar by law'),
      }),
      note,
      files,
    ],
    notYet: check.earlyNotYet,
    check: check.appliedTooEarly,
    on: 'earlyAppliedOn',
  },
  grantEarly: {
    name: words('准予提前移出', 'Grant early removal'),
    fields: [
      pastDay('earlyDecidedOn', words('决定日期', 'Day of the decision')),
      documentNumber('earlyNumber', words('决定书文号', 'Number of the decision')),
      note,
      files,
    ],
    notYet: check.barred,
    isApproval: true,
    on: 'earlyDecidedOn',
    drops: ['listingRemoval'],
  },
  refuseEarly: {
    name: words('不予提前移出', 'Refuse early removal'),
    fields: [pastDay('earlyDecidedOn', words('决定日期', 'Day of the decision')), reason, files],
    isApproval: true,
    on: 'earlyDecidedOn',
  },
  orderRevoked: {
    name: words('责令支付决定被撤销', 'The order to pay was revoked'),
    fields: [orderRevokedOn, note, files],
    startsOn: { listingRemoval: ({ facts }) => dayOf(facts, 'orderRevokedOn') },
    drops: ['listingRemoval', 'earlyRemovalWait'],
  },
  remove: {
    name: words('移出名单', 'Remove from the list'),
    fields: [
      pastDay('removedOn', words('移出并停止公布日期', 'Day it was removed and no longer published')),
      pastDay(
        'removalSharedOn',
        words('推送信用信息共享平台日期', 'Day sent to the credit platform'),
        optional,
      ),
      note,
    ],
    notYet: (now) => (now.state.startsWith('leaving') ? undefined : check.termRuns(now)),
    check: (now) => {
      const [on, last] = [dayOf(now.facts, 'removedOn'), listedTo(now)];
      const isOver = now.state.startsWith('leaving') || on === undefined || last === undefined || on > last;
      return isOver ? undefined : wrong('removedOn', `列入期限至 ${last}`, `Listed until ${last}`);
    },
    on: 'removedOn',
  },
  restore: {
    name: words('撤销提前移出，恢复列入', 'Revoke the early removal: listed again'),
    fields: [
      pastDay('restoredOn', words('决定日期', 'Day of the decision')),
      documentNumber('restoreNumber', words('决定书文号', 'Number of the decision')),
      text('restoreReason', words('隐瞒情况、提供虚假材料的事实', 'What was concealed or false')),
      files,
    ],
    on: 'restoredOn',
    startsOn: { listingRemoval: listedTo, earlyRemovalWait: waitFrom },
    drops: ['listingRemoval', 'earlyRemovalWait'],
  },
} satisfies Readonly<Record<string, Action>>;
