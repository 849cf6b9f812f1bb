import type { Words } from '../alerts/rule.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import type { AfterAction } from './after-decision.ts';
import { demandServedDay, remediesEndOn, servedDay } from './after-decision.ts';
import { dayOf, dueOf, words, wrong } from '../lives/facts.ts';
import { anyDay, choice, files, line, note, pastDay, service, text } from '../lives/form.ts';
import type { ProceedingAction, Situation } from './proceeding-table.ts';
import type { Figure, WrongValue } from '../lives/life-table.ts';

/** Why the court cannot be asked on this day; the words name the first day on which it can. */
export function courtNotYet(now: Situation, on: PlainDate): Words | undefined {
  const demandEnds = dueOf(now, 'performanceDemand');
  if (demandEnds === undefined)
    return words(
      '申请法院强制执行前须先送达催告书',
      'A demand for performance is served before the court is asked',
    );
  const remediesEnd = remediesEndOn(now);
  const first = [demandEnds, remediesEnd].reduce<PlainDate>(
    (last, day) => (day !== undefined && day > last ? day : last),
    demandEnds,
  );
  if (on > first) return undefined;
  return first === demandEnds
    ? words(
        `催告期限至 ${first}，${addDays(first, 1)} 起可以申请`,
        `The demand runs to ${first}: from ${addDays(first, 1)}`,
      )
    : words(
        `复议、诉讼期限至 ${first} 届满，${addDays(first, 1)} 起可以申请`,
        `Remedies end on ${first}: from ${addDays(first, 1)}`,
      );
}

function courtCheck(now: Situation): WrongValue | undefined {
  const on = dayOf(now.facts, 'appliedOn');
  if (on === undefined) return undefined;
  const early = courtNotYet(now, on);
  if (early !== undefined) return { field: 'appliedOn', ...early };
  const last = dueOf(now, 'courtEnforcement');
  return last !== undefined && on > last
    ? wrong('appliedOn', `申请期限已于 ${last} 届满`, `The period for applying ended on ${last}`)
    : undefined;
}

/** The day by which a fine is paid or a decision performed; after it a demand may follow. */
const demandNotYet =
  (lastDay: (now: Situation) => PlainDate | undefined) =>
  (now: Situation): Words | undefined => {
    const last = lastDay(now);
    return last === undefined || now.today > last
      ? undefined
      : words(
          `履行期限至 ${last}，${addDays(last, 1)} 起可以催告`,
          `Due on ${last}: a demand may follow from ${addDays(last, 1)}`,
        );
  };

/** The forms of what follows a decision; `lastDay` is the last day for obeying it. */
export const afterActions = (
  lastDay: (now: Situation) => PlainDate | undefined,
): Readonly<Record<AfterAction, ProceedingAction>> => ({
  serve: {
    name: words('登记送达', 'Record service'),
    fields: [...service('serviceMode', 'deliveredOn', words('决定书', 'decision')), files],
    on: 'deliveredOn',
    startsOn: {
      reconsideration: servedDay,
      suit: servedDay,
      finePayment: servedDay,
      courtEnforcement: (now) => dueOf(now, 'suit'),
    },
  },
  demand: {
    name: words('催告', 'Demand performance'),
    fields: [...service('demandMode', 'demandedOn', words('催告书', 'demand')), files],
    notYet: demandNotYet(lastDay),
    on: 'demandedOn',
    startsOn: { performanceDemand: demandServedDay },
  },
  noteReconsideration: {
    name: words('登记复议', 'Note a reconsideration'),
    fields: [
      pastDay('reconsiderationOn', words('当事人申请复议日期', 'Day reconsideration was asked for')),
      line('reconsiderationBody', words('复议机关', 'Body of reconsideration')),
    ],
    on: 'reconsiderationOn',
    drops: ['courtEnforcement'],
  },
  reconsiderationUpheld: {
    name: words('复议维持', 'Upheld on reconsideration'),
    fields: [
      pastDay('reconsideredOn', words('复议决定日期', 'Day of the reconsideration decision')),
      anyDay('remediesEndOn', words('起诉期限届满日', 'Last day for a suit'), {
        hint: words('按复议决定书写明的期限填写', 'As the reconsideration decision states it'),
      }),
      files,
    ],
    check: ({ facts }) => {
      const [decided, last] = [dayOf(facts, 'reconsideredOn'), dayOf(facts, 'remediesEndOn')];
      return decided !== undefined && last !== undefined && last < decided
        ? wrong('remediesEndOn', '不能早于复议决定日期', 'Not before the reconsideration decision')
        : undefined;
    },
    on: 'reconsideredOn',
    startsOn: { courtEnforcement: remediesEndOn },
    drops: ['suit', 'courtEnforcement'],
  },
  noteSuit: {
    name: words('登记诉讼', 'Note a suit'),
    fields: [
      pastDay('suitOn', words('当事人起诉日期', 'Day the suit was filed')),
      line('court', words('受理法院', 'Court')),
    ],
    on: 'suitOn',
    drops: ['courtEnforcement'],
  },
  suitLost: {
    name: words('法院未支持起诉', 'The suit was refused or dismissed'),
    fields: [
      choice('suitOutcome', words('裁判结果', 'Outcome'), {
        REFUSED: words('不予立案或者驳回起诉', 'Not filed, or refused'),
        DISMISSED: words('驳回诉讼请求', 'Dismissed'),
        WITHDRAWN: words('准予撤诉', 'Withdrawn'),
      }),
      pastDay('remediesEndOn', words('裁判生效日期', 'Day the ruling took effect')),
      files,
    ],
    on: 'remediesEndOn',
    startsOn: { courtEnforcement: remediesEndOn },
    drops: ['courtEnforcement'],
  },
  decisionChanged: {
    name: words('决定被变更', 'The decision was changed'),
    fields: [
      pastDay('endedOn', words('变更日期', 'Day of the change')),
      text('changedTo', words('变更后的内容', 'What it says now')),
      files,
    ],
    on: 'endedOn',
    drops: ['courtEnforcement'],
  },
  decisionRevoked: {
    name: words('决定被撤销', 'The decision was revoked'),
    fields: [pastDay('endedOn', words('撤销日期', 'Day of the revocation')), note, files],
    on: 'endedOn',
    drops: ['courtEnforcement'],
  },
  applyToCourt: {
    name: words('申请法院强制执行', 'Ask the court to enforce'),
    fields: [
      pastDay('appliedOn', words('申请日期', 'Day of the application')),
      line('enforcementCourt', words('申请的法院', 'Court')),
      files,
    ],
    notYet: (now) => courtNotYet(now, now.today),
    check: courtCheck,
    on: 'appliedOn',
  },
  courtRefused: {
    name: words('法院不予执行', 'The court refuses'),
    fields: [pastDay('endedOn', words('裁定日期', 'Day of the ruling')), note, files],
    on: 'endedOn',
  },
});

/** Days a decision counts from, for the card. */
export function afterFigures(now: Situation): Figure[] {
  const served = servedDay(now);
  const isContested = now.state === 'contested' || now.state === 'inSuit';
  const over = served === undefined || isContested ? undefined : remediesEndOn(now);
  return [
    ...(served === undefined
      ? []
      : [{ label: words('视为送达日', 'Counts as served on'), day: served, cite: 'PRO-8b' as const }]),
    ...(over === undefined
      ? []
      : [{ label: words('救济期限届满日', 'Remedies end on'), day: over, cite: 'PRO-10' as const }]),
  ];
}
