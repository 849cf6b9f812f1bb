import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { dayOf, servedOn, words, wrong } from '../lives/facts.ts';
import { anyDay, choice, files, line, pastDay, reason, service, text } from '../lives/form.ts';
import type { CaseEffect, ProceedingAction, Situation } from './proceeding-table.ts';
import type { WrongValue } from '../lives/life-table.ts';

/** Before a decision: the notice that says what is intended, and the party's word. @law INS-19-1 */
export const NOTICE_FIELDS = [
  ...service('noticeMode', 'noticedOn', words('事先告知书', 'prior notice')),
  anyDay('statementBy', words('陈述申辩期限（最后一天）', 'Statement to be made by'), { isRequired: false }),
];
export const noticeServed = ({ facts }: Situation): PlainDate | undefined =>
  servedOn(facts, 'noticeMode', 'noticedOn');

/** A public notice has to have run before anybody can be said to have been silent. */
function notServedYet(now: Situation): Words | undefined {
  const on = noticeServed(now);
  return on === undefined || now.today >= on
    ? undefined
    : words(`公告送达的告知书 ${on} 才视为送达`, `The notice counts as served on ${on}: from then`);
}

/** Nobody was silent while the time he was given still runs. @law INS-19-1 */
function silentTooSoon({ facts }: Situation): WrongValue | undefined {
  const [heard, last] = [dayOf(facts, 'heardOn'), dayOf(facts, 'statementBy')];
  return facts['statementKind'] === 'SILENT' && heard !== undefined && last !== undefined && heard <= last
    ? wrong('statementKind', `陈述申辩期限至 ${last}，期满才能登记“未提出”`, `The time runs to ${last}`)
    : undefined;
}

const unsaid = ({ facts }: Situation): WrongValue | undefined =>
  facts['statementKind'] === 'MADE' && facts['statement'] === undefined
    ? wrong('statement', '请写明陈述申辩要点及采纳情况', 'Say what was said and what was followed')
    : undefined;

export const hearStatement: ProceedingAction = {
  name: words('登记陈述申辩', 'Record the statement'),
  fields: [
    pastDay('heardOn', words('日期', 'Day')),
    choice('statementKind', words('陈述、申辩情况', 'What the party did'), {
      MADE: words('提出陈述、申辩', 'Made a statement'),
      WAIVED: words('书面放弃', 'Waived it in writing'),
      SILENT: words('未提出', 'Said nothing'),
    }),
    text('statement', words('陈述申辩要点及采纳情况', 'What was said, and what was followed'), {
      isRequired: false,
    }),
    files,
  ],
  notYet: notServedYet,
  check: (now) => silentTooSoon(now) ?? unsaid(now),
  on: 'heardOn',
};

export const legalReview: ProceedingAction = {
  name: words('法制审核', 'Legal review'),
  fields: [
    pastDay('reviewedOn', words('审核日期', 'Day of the review')),
    line('reviewer', words('审核人', 'Reviewer')),
    text('reviewOpinion', words('审核意见', 'Opinion')),
    files,
  ],
  on: 'reviewedOn',
};

export const dropNotice: ProceedingAction = {
  name: words('不再作出决定', 'No decision after all'),
  fields: [pastDay('endedOn', words('日期', 'Day')), reason],
  on: 'endedOn',
};

/** After a hearing, or where the matter is grave or complex, nobody decides before it was reviewed. @law PRO-6 */
export const reviewMissing = ({ facts, state }: Situation): Words | undefined =>
  state === 'heard' && (facts['isGrave'] === true || facts['hearingHeldOn'] !== undefined)
    ? words(
        facts['hearingHeldOn'] === undefined
          ? '重大、疑难复杂的决定须先经法制审核'
          : '经过听证的须先经法制审核',
        'It has to pass the legal review first',
      )
    : undefined;

/** The case must have been looked into before it is decided. @law IMP-37-1 */
export const investigationOpen = ({ theCase }: Situation): Words | undefined =>
  theCase.state === 'deciding' || theCase.state === 'ordered'
    ? undefined
    : words('案件调查终结后方可作出决定', 'The investigation has to end before the decision');

/** Notices go out while the case is worked on. */
export const caseAtRest = ({ theCase }: Situation): Words | undefined => {
  if (theCase.state === 'filed') return words('案件开始调查后方可告知', 'Once the case is investigated');
  return theCase.state === 'suspended'
    ? words('案件中止调查期间不能告知', 'Not while the case is suspended')
    : undefined;
};

/** A decision ends the time for deciding; the case then waits for the party. */
export const DECIDED: CaseEffect = { from: ['deciding'], to: 'ordered', meets: ['decision'] };
