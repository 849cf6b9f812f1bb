import type {
  BlockerView,
  ObjectionView,
  ReleaseRow,
  ReleaseState,
  ReleaseView,
} from '../../core/contract/releases.ts';
import type { LifeView } from '../../core/contract/lives.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { dueOf } from '../../core/lives/facts.ts';
import { blockersForContractor, blockerWords } from '../../core/releases/release-blockers.ts';
import type { ReleaseBlocker } from '../../core/releases/release-blockers.ts';
import { answerObjection, OBJECTION_KINDS } from '../../core/releases/release-steps.ts';
import type { Ctx } from '../../platform/context.ts';
import { lifeView, situationOfLife } from '../../platform/lives/index.ts';
import { filesOfSteps } from '../files/index.ts';
import { RELEASE_TABLES, releaseKind } from './release-kind.ts';
import type { ObjectionRecord, ReleaseRecord } from './release.model.ts';
import type { ReleaseSide } from './release-files.ts';
import { sideOf, stepsFor, withPapersFor } from './release-files.ts';
import { releaseRoles } from './release-reach.ts';

/** One line of the list. */
export function releaseRow(record: ReleaseRecord): ReleaseRow {
  const { _id, version, kind, state, areaCode, projectId, projectName, companyName, bankName } = record;
  const { openedOn, nextDueOn, confirmationNumber, confirmedOn } = record;
  const noticeUntil = dueOf(record, 'accountNotice') ?? dueOf(record, 'bondNotice');
  const table = RELEASE_TABLES[kind];
  return {
    ...{ id: String(_id), version, kind, areaCode, projectId, projectName, companyName, bankName, openedOn },
    state: state as ReleaseState, // the tables know no other state
    stateName: table.states[state] ?? table.name,
    ...(noticeUntil === undefined ? {} : { noticeUntil }),
    ...(nextDueOn === NEVER_DUE ? {} : { nextDueOn }),
    ...(confirmationNumber === undefined ? {} : { confirmationNumber }),
    ...(confirmedOn === undefined ? {} : { confirmedOn }),
  };
}

const OFFICE_MATTER: BlockerView = {
  kind: 'officeMatter',
  zh: '人社部门还有与本项目工资有关的事项没有办结',
  en: 'The office has a matter about wages of this project that is not at an end',
  records: [],
};

/** What stands in the way, as this reader may know it. */
export function blockerViews(blockers: readonly ReleaseBlocker[], isOffice: boolean): BlockerView[] {
  const viewOf = (one: ReleaseBlocker): BlockerView => ({
    ...{ kind: one.kind, ...blockerWords(one), records: [...one.records] },
  });
  if (isOffice) return blockers.map(viewOf);
  const { own, hasOfficeMatters } = blockersForContractor(blockers);
  return [...own.map(viewOf), ...(hasOfficeMatters ? [OFFICE_MATTER] : [])];
}

const outcomes = answerObjection.fields.find(({ name }) => name === 'objectionOutcome')?.choices ?? [];

function objectionView(one: ObjectionRecord, isOffice: boolean): ObjectionView {
  const { number, kind, heardOn, text, told, answeredOn } = one;
  const outcome = outcomes.find(({ value }) => value === one.outcome)?.label;
  return {
    ...{ number, kind: OBJECTION_KINDS[kind], heardOn },
    ...(isOffice ? { text } : {}),
    ...(told === undefined ? {} : { told }),
    ...(answeredOn === undefined ? {} : { answeredOn }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

const BANK_FACTS = ['carriedOutOn', 'amountFen', 'bankRef'];
const OFFICE_FACTS = ['objection', 'objectionAnswer', 'settledCaseNumber', 'caseOutcome', 'objectionKind'];

/** Contractor and bank see what passes between them and the office; names of staff and what was found are its own. */
function narrowed(view: LifeView, side: ReleaseSide): LifeView {
  if (side === 'office') return view;
  return {
    ...view,
    facts: view.facts.filter(({ field: { name } }) =>
      side === 'bank' ? BANK_FACTS.includes(name) : !OFFICE_FACTS.includes(name),
    ),
    history: stepsFor(view.history, side),
    deadlines: side === 'bank' ? [] : view.deadlines,
  };
}

/** The release as this reader may see it: facts, what stands in its way now, and what he can do. */
export async function releaseView(record: ReleaseRecord, ctx: Ctx): Promise<ReleaseView> {
  const { state: _, ...row } = releaseRow(record);
  const { kind, projectCode, bondFen, isGuarantee, objections, history } = record;
  const life = releaseKind(kind);
  const now = await situationOfLife(life, record, ctx);
  const whole = lifeView(life.table, record, { now, roles: releaseRoles(record, ctx) }, ctx);
  const side = sideOf(record, ctx);
  const isAsked = record.isOpen && !CONFIRMED.includes(record.state) && side !== 'bank';
  const paper = paperKind(record);
  return {
    ...row,
    ...narrowed(whole, side),
    projectCode,
    ...(bondFen === undefined ? {} : { bondFen }),
    ...(isGuarantee === true ? { isGuarantee } : {}),
    blockers: isAsked ? blockerViews(now.blockers, side === 'office') : [],
    objections: side === 'bank' ? [] : objections.map((one) => objectionView(one, side === 'office')),
    files: await filesOfSteps(withPapersFor(history, side)),
    ...(paper === undefined ? {} : { paper }),
  };
}

const CONFIRMED = ['confirmed', 'done'];

/** The paper that can be printed of it as it stands. */
export function paperKind({
  state,
  confirmationNumber,
}: Pick<ReleaseRecord, 'state' | 'confirmationNumber'>): 'confirmation' | 'refusal' | undefined {
  if (state === 'refused') return 'refusal';
  return CONFIRMED.includes(state) && confirmationNumber !== undefined ? 'confirmation' : undefined;
}
