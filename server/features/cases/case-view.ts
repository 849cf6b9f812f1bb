import type { CaseRow, CaseView } from '../../core/contract/cases.ts';
import type { RecusalView } from '../../core/contract/office-work.ts';
import type { HistoryEntry } from '../../core/contract/deadlines.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { deadlineView, nextDueView } from '../../core/law/deadline-view.ts';
import type { Actor, Ctx } from '../../platform/context.ts';
import { fileViews } from '../files/index.ts';
import { caseActions, knowsReporters } from './case-reach.ts';
import { caseLimitation } from './case-limitation.ts';
import type { CaseHistory, CaseOrder, CaseRecord, RecusalRecord } from './case.record.ts';
import { groundOf } from './proceedings/proceeding-situation.ts';
import { queueDeadlines } from './proceedings/proceeding-clock.ts';
import { stepView, viewProceeding } from './proceedings/view-proceeding.ts';
import { peopleToPay } from './sheet-totals.ts';
import { findJoined } from './joined-complaints.ts';
import type { JoinedComplaint } from './joined-complaints.ts';

type Reader = Pick<Ctx, 'actor' | 'grants' | 'today'>;

/** One line of the queue; the calendar is that of the office. */
export function caseRow(
  record: CaseRecord,
  calendar: Calendar,
  { today, actor }: Pick<Ctx, 'today' | 'actor'>,
): CaseRow {
  const absent = forWhom(record, actor);
  const nextDue = nextDueView(queueDeadlines(record), today, calendar);
  const { projectId, projectName, pending, closureCode, closedOn } = record;
  return {
    id: String(record._id),
    version: record.version,
    caseNumber: record.caseNumber,
    title: record.title,
    state: record.state,
    areaCode: record.areaCode,
    officeCode: record.officeCode,
    filedOn: record.filedOn,
    filedAt: record.filedAt.toISOString(),
    respondentName: record.respondent.name,
    ...(projectId === undefined ? {} : { projectId }),
    ...(projectName === undefined ? {} : { projectName }),
    complaintCount: record.complaintIds.length,
    headcount: record.headcount,
    owedFen: record.owedFen,
    seenFen: record.seenFen,
    leadInspectorName: record.leadInspector.name,
    ...(absent === undefined ? {} : { standsInFor: absent }),
    ...(nextDue === undefined ? {} : { nextDue }),
    ...(pending === undefined ? {} : { pending }),
    ...(closureCode === undefined ? {} : { closureCode }),
    ...(closedOn === undefined ? {} : { closedOn }),
  };
}

/** The colleague for whose sake the case stands on this reader's list; none where it is his own. */
function forWhom({ inspectorIds }: Pick<CaseRecord, 'inspectorIds'>, actor: Actor): string | undefined {
  if (actor.kind !== 'user' || inspectorIds.includes(actor.userId)) return undefined;
  return actor.standsInFor?.find(({ userId }) => inspectorIds.includes(userId))?.name;
}

/** The case as this reader may see it, with what he can do. */
export async function caseView(record: CaseRecord, ctx: Reader): Promise<CaseView> {
  const ground = await groundOf(record, ctx.today);
  const { calendar } = ground;
  const history = record.history.map(historyView);
  const files = await fileViews(record.fileIds);
  const complaints = await findJoined(record.complaintIds);
  const limitation = caseLimitation(complaints, ctx.today, calendar);
  const { respondent, primaryPayer, firstPayer, recourseAgainst, liabilityRule } = record;
  return {
    ...caseRow(record, calendar, ctx),
    parties: {
      respondent,
      ...(primaryPayer === undefined ? {} : { primaryPayer }),
      ...(firstPayer === undefined ? {} : { firstPayer }),
      ...(recourseAgainst === undefined ? {} : { recourseAgainst }),
      ...(liabilityRule === undefined ? {} : { liabilityRule }),
    },
    leadInspector: record.leadInspector,
    coInspector: record.coInspector,
    complaints: complaints.map((one) => complaintLine(one, knowsReporters(record, ctx))),
    files,
    deadlines: record.deadlines.map((one) => deadlineView(one, ctx.today, calendar)),
    ...(limitation === undefined ? {} : { limitation }),
    history,
    proceedings: (record.proceedings ?? []).map((one) => viewProceeding(record, one, history, ground, ctx)),
    ...asked(record),
    ...(record.suspension === undefined ? {} : { suspension: record.suspension }),
    orders: record.orders.map(orderView),
    recusals: (record.recusals ?? []).map(recusalView),
    unpaid: unpaidOf(record),
    ...(record.archive === undefined ? {} : { archive: record.archive }),
    actions: caseActions(record, ctx),
  };
}

/** On which record it was served stays with the case: the parties tell who is who. */
function orderView({ companyId: _, ...shown }: CaseOrder): CaseView['orders'][number] {
  return shown;
}

function recusalView({ askedBy: _, before: __, ...shown }: RecusalRecord): RecusalView {
  return shown;
}

/** People whose money is not seen in full, those missing on the sheet included. */
export const unpaidOf = ({
  headcount,
  owedFen,
  seenFen,
  sheet,
}: Pick<CaseRecord, 'headcount' | 'owedFen' | 'seenFen' | 'sheet'>): CaseView['unpaid'] => ({
  people: peopleToPay({ headcount, sheet }) - sheet.paidPeople,
  fen: (owedFen - seenFen) as CaseView['unpaid']['fen'], // whole fen less whole fen
  ...(sheet.leftPeople ? { left: sheet.leftPeople } : {}),
  ...(sheet.nothingOwedPeople ? { nothingOwed: sheet.nothingOwedPeople } : {}),
});

function complaintLine(one: JoinedComplaint, knows: boolean): CaseView['complaints'][number] {
  const identityHidden = one.intakeKind === 'REPORT' && !knows;
  const { id, receiptNumber, intakeKind, state, complainantName } = one;
  const named = complainantName === undefined || identityHidden ? {} : { complainantName };
  return { id, receiptNumber, intakeKind, ...named, identityHidden, state };
}

function asked({ extension, closure }: CaseRecord): Pick<CaseView, 'extension' | 'closure'> {
  return {
    ...(extension === undefined
      ? {}
      : {
          extension: {
            reason: extension.reason,
            askedOn: extension.askedOn,
            ...(extension.outcome === undefined ? {} : { outcome: extension.outcome }),
            ...(extension.words === undefined ? {} : { words: extension.words }),
          },
        }),
    ...(closure === undefined
      ? {}
      : {
          closure: {
            code: closure.code,
            statement: closure.statement,
            askedOn: closure.askedOn,
            ...(closure.decidedOn === undefined ? {} : { decidedOn: closure.decidedOn }),
            ...(closure.words === undefined ? {} : { words: closure.words }),
          },
        }),
  };
}

function historyView({ at, by, cite, proceeding, ...entry }: CaseHistory): HistoryEntry {
  const rule = cite !== undefined && isCitable(cite) ? cite : undefined;
  return {
    ...entry,
    at: at.toISOString(),
    ...(proceeding === undefined ? {} : { proceeding: stepView(proceeding) }),
    by: { kind: by.kind, ...(by.name === undefined ? {} : { name: by.name }) },
    ...(rule === undefined ? {} : { cite: { zh: printCitation(rule, 'zh'), en: printCitation(rule, 'en') } }),
  };
}
