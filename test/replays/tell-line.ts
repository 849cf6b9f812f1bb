import type { ArrearsSheetView } from '../../server/core/contract/arrears.ts';
import type { CaseView } from '../../server/core/contract/cases.ts';
import type { CertificateView } from '../../server/core/contract/certificates.ts';
import type { ComplaintFiled, ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import type { DocumentKind, DocumentView } from '../../server/core/contract/documents.ts';
import type { ListingView } from '../../server/core/contract/listings.ts';
import { DOCUMENT_KIND_ROWS } from '../../server/core/documents/kinds.ts';
import { fen } from '../../server/core/kit/money.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { daysOf, off } from '../../server/core/law/calendar/calendar.ts';
import { addLocalHoliday } from '../../server/features/calendar/change-local-holidays.ts';
import { setCalendarYear } from '../../server/features/calendar/set-calendar-year.ts';
import { answerOwnPayment, listOwnPayments, recountCases } from '../../server/features/cases/index.ts';
import { expireCertificates } from '../../server/features/certificates/index.ts';
import { countServedPapers } from '../../server/features/documents/index.ts';
import { LISTING_KIND } from '../../server/features/listings/index.ts';
import { setParameter } from '../../server/features/parameters/index.ts';
import { recountLives } from '../../server/platform/lives/index.ts';
import type { Visitor, Who } from '../features/cases/cases-app.ts';
import {
  asPerson,
  asSystem,
  claimsOf,
  clock,
  fileOf,
  filing,
  move,
  ok,
  WORKER_PHONE,
} from '../features/cases/cases-app.ts';
import { linesOf } from '../features/arrears/arrears-site.ts';
import { opens } from '../features/cases/proceedings-app.ts';
import { act } from '../features/documents/documents-app.ts';
import { putOnRecord, requestOfLife } from './tell-life.ts';
import { FIRM, WORDS_OF_PAPERS } from './the-office.ts';
import type { Line, Lodged } from './replay.ts';

export type As = (who: Who) => Visitor;
/** A request that is not waited for yet: a promise would send it. */
interface Sent {
  sent: ReturnType<Visitor['get']>;
}
const one = (sent: Sent['sent']): Sent => ({ sent });

/** What a history has made so far, each as it was last read. */
export interface Story {
  complaints: Map<string, ComplaintView>;
  view?: CaseView;
  /** The newest of each kind, and of all. */
  papers: DocumentView[];
  /** What a line has drafted alone. */
  draft?: DocumentView;
  sheet?: ArrearsSheetView;
  /** The firm that answers, once it is on record. */
  companyId?: string;
  listing?: ListingView;
  certificate?: CertificateView;
}

/** The complaint a line speaks of where it names none. */
export const FIRST = 'first';
const OFFICE = '532601';
/** Where a value comes from that a history sets; the office’s own words come from elsewhere. */
export const SAID_BY_HISTORY = '本局规定';
let lodged = 0;
let dialled = 100;

/** The first person of a complaint has the phone of the worker who signs in. */
const peopleOf = (people: NonNullable<Lodged['people']>): object[] =>
  people.map(([name, owedFen, payMonth = '2025-10'], at) => ({
    name,
    phone: at === 0 ? WORKER_PHONE : `138000${(dialled += 1) + 10_000}`,
    months: [{ payMonth, owedFen }],
  }));

function intakeOf({ people, intakeKind = 'COMPLAINT', ...more }: Lodged): Record<string, unknown> {
  const persons = people === undefined ? {} : { people: peopleOf(people), headcount: people.length };
  const owedFen = (people ?? []).reduce((sum, [, owed]) => sum + owed, 0);
  return {
    intakeKind,
    ...{ projectName: '阳光花园二期', employerName: FIRM, areaCode: '532601001', headcount: 1 },
    ...{ payMonths: ['2025-09', '2025-10'], owedFen: people === undefined ? 900_000 : owedFen },
    ...{ story: '两个月的工资没有发。', ...persons, ...more },
  };
}

/** Registered at the desk, or, by nobody, left as an anonymous report on the public page. */
async function lodge(as: As, line: Extract<Line, { lodges: Lodged }>): Promise<string> {
  lodged += 1;
  const intake = intakeOf(line.lodges);
  if (line.by === 'nobody') {
    const { intakeKind: _, ...report } = intake;
    const { receiptNumber } = await ok<ComplaintFiled>(as('nobody').create('/public/reports', report));
    const { items } = await ok<{ items: ComplaintView[] }>(
      as('clerk').get('/complaints', { q: receiptNumber }),
    );
    return items[0]?.id ?? '';
  }
  const desk = { channel: 'WALK_IN', externalNumber: `R-${lodged}`, fileIds: [], receivedOn: clock.today() };
  const person = { name: '甲工', phone: WORKER_PHONE };
  const made = await ok<ComplaintRegistered>(
    as(line.by).create('/complaints', { ...intake, ...desk, ...person }),
  );
  return made.id;
}

const must = <Of>(one: Of | undefined, what: string): Of => {
  if (one === undefined) throw new Error(`the history has no ${what} yet`);
  return one;
};
const match = ({ version }: { version: number }): Record<string, string> => ({ 'if-match': `"v${version}"` });

/** What somebody sends with a line that is one request; undefined for every other line. */
export async function requestOf(as: As, line: Line, story: Story): Promise<Sent | undefined> {
  const view = (): CaseView => must(story.view, 'case');
  const ofLife = requestOfLife(as, line, story);
  if (ofLife !== undefined) return one(ofLife);
  if ('complaint' in line) {
    const seen = must(story.complaints.get(line.named ?? FIRST), 'complaint');
    const into = line.into === undefined ? {} : { intoId: story.complaints.get(line.into)?.id };
    const body = { ...line.given, ...into };
    return one(as(line.by).post(`/complaints/${seen.id}/${line.complaint}`, body, match(seen)));
  }
  if ('files' in line) {
    const accepted = [...story.complaints.values()].filter(({ state }) => state === 'accepted');
    return one(
      as(line.by).create(
        '/cases',
        filing(
          accepted.map(({ id }) => id),
          { respondent: { name: FIRM } },
        ),
      ),
    );
  }
  if ('joins' in line) {
    const complaintId = must(story.complaints.get(line.joins), 'complaint').id;
    return one(move(as(line.by), view(), 'join-complaint', { complaintId, reason: line.reason }));
  }
  if ('act' in line) return one(move(as(line.by), view(), line.act, line.given ?? {}));
  if ('opens' in line) return one(opens(as(line.by), view(), line.opens, line.given));
  if ('step' in line) {
    const all = view().proceedings.filter(({ kind }) => line.of === undefined || kind === line.of);
    const path = `/cases/${view().id}/proceedings/${must(all.at(-1), 'proceeding').id}/${line.step}`;
    return one(as(line.by).post(path, { given: line.given ?? {} }, match(view())));
  }
  if ('pays' in line) return paying(as, line, view());
  if ('serves' in line) {
    const usual = { addressee: FIRM, handedOverOn: line.on, servedBy: ['李明清', '王队员'], fileIds: [] };
    const paper = must(
      story.papers.findLast(({ kind }) => kind === line.serves),
      line.serves,
    );
    return one(act(as(line.by), paper, 'serve', { ...usual, ...line.given }));
  }
  if ('confirms' in line) {
    const paper = must(
      story.papers.findLast(({ kind }) => kind === line.confirms),
      line.confirms,
    );
    const serviceId = must(paper.services.at(-1), 'service').id;
    const came = { serviceId, outcome: line.outcome, on: line.on, fileIds: [] };
    return one(act(as(line.by), paper, 'confirm-service', came));
  }
  return 'sheet' in line ? ofSheet(as, line, story) : undefined;
}

async function paying(as: As, line: Extract<Line, { pays: object }>, view: CaseView): Promise<Sent> {
  const claims = await claimsOf(as, view);
  const rows = Object.entries(line.pays).map(([name, sum]) => ({
    claimId: claims.find((one) => one.name === name)?.id,
    fen: sum,
  }));
  const fileIds = line.means === 'REPORTED' ? [] : [await fileOf('inspector')];
  const payment = { rows, paidOn: line.paidOn ?? line.on, means: line.means, fileIds };
  return one(move(as(line.by), view, 'record-payment', payment));
}

type SheetLine = Extract<Line, { sheet: string }>;

async function ofSheet(as: As, line: SheetLine, story: Story): Promise<Sent> {
  if (line.sheet === 'build')
    return one(as(line.by).create(`/cases/${must(story.view, 'case').id}/arrears-sheet`, line.given ?? {}));
  const sheet = must(story.sheet, 'arrears sheet');
  const path = `/arrears-sheets/${sheet.id}/${line.sheet}`;
  if (line.sheet === 'settle') return one(as(line.by).post(path, { marks: sheet.marks }, match(sheet)));
  if (line.sheet === 'show') return one(as(line.by).post(path, line.given ?? {}, match(sheet)));
  if (line.sheet === 'find') {
    const lines = await linesOf(as, sheet);
    const found = must(
      lines.find(({ personName }) => personName === line.person),
      'line',
    );
    const { foundFen, reason } = line;
    return one(as(line.by).post(`/arrears-lines/${found.id}`, { foundFen, reason }, match(found)));
  }
  if (line.sheet !== 'mark') throw new Error(`nothing is done to a sheet by ${line.sheet}`);
  const { side, mark, reason, saysFen, people } = line;
  const lines = (await linesOf(as, sheet)).filter(
    ({ personName }) => people === undefined || people.includes(personName ?? ''),
  );
  const said = {
    ...{ side, mark, lineIds: lines.map(({ id }) => id) },
    ...(reason === undefined ? {} : { reason }),
    ...(saysFen === undefined ? {} : { saysFen }),
  };
  return one(as(line.by).post(path, said, match(sheet)));
}

/** Everything that takes more than one request, or is no request at all. */
export async function happen(as: As, line: Line, story: Story): Promise<void> {
  if ('lodges' in line) {
    const id = await lodge(as, line);
    const name = line.named ?? FIRST;
    story.complaints.set(name, await ok(as('inspector').get(`/complaints/${id}`)));
  } else if ('drafts' in line) story.draft = await drafted(as, line, line.drafts, story);
  else if ('issues' in line) story.papers.push(await issued(as, line, story));
  else if ('says' in line) {
    const [waiting] = await listOwnPayments(WORKER_PHONE, must(story.view, 'case').id);
    const { says: answer, receivedFen } = line;
    const less = receivedFen === undefined ? {} : { receivedFen: fen(receivedFen) };
    await answerOwnPayment(must(waiting, 'payment').id, { answer, ...less }, asPerson('worker'));
  } else if ('firm' in line) await putOnRecord(line.firm, story);
  else await worldChanges(line);
}

async function worldChanges(line: Line): Promise<void> {
  if ('parameter' in line) {
    const { parameter, value, on, area = OFFICE } = line;
    const input = { areaCode: area, value, from: plainDate(on), source: SAID_BY_HISTORY };
    return void (await setParameter(parameter, input, asSystem()));
  }
  const { signal } = new AbortController();
  if ('night' in line) {
    await countServedPapers(asSystem());
    return void (await expireCertificates(asSystem(), signal));
  }
  if ('holiday' in line) {
    const day = plainDate(line.holiday);
    await addLocalHoliday({ areaCode: '5326', day, name: '州庆', source: '州政府通知' }, asSystem());
  } else if ('notice' in line) {
    const days = line.off.flatMap(([from, to]) => daysOf(off('放假', from, to)));
    const list = {
      off: days.map((day) => ({ day, name: '放假' })),
      on: line.worked.map((day) => ({ day: plainDate(day), name: '调休' })),
    };
    const notice = { notice: '放假通知', issuedOn: plainDate(line.on), ...list };
    await setCalendarYear(line.notice, 0, notice, asSystem());
  } else return;
  await recountCases(asSystem(), signal);
  await recountLives(LISTING_KIND, asSystem(), signal);
}

type OnPaper = Extract<Line, { issues: DocumentKind } | { drafts: DocumentKind }>;

/** The paper of a case or a complaint, filled from the record and with what its writer types; nothing may lack. */
async function drafted(as: As, line: OnPaper, kind: DocumentKind, story: Story): Promise<DocumentView> {
  const { hangsOn } = DOCUMENT_KIND_ROWS[kind];
  const proceeding = story.view?.proceedings.findLast((one) => one.kind === line.of);
  const place =
    hangsOn === 'document'
      ? { documentId: must(story.papers.at(-1), 'paper').id }
      : hangsOn === 'complaint'
        ? { complaintId: must(story.complaints.get(line.named ?? FIRST), 'complaint').id }
        : { caseId: must(story.view, 'case').id };
  const hanging = proceeding === undefined ? {} : { proceedingId: proceeding.id };
  const begun = await ok<DocumentView>(as(line.by).create('/documents', { kind, ...place, ...hanging }));
  const typed = { ...WORDS_OF_PAPERS[kind], ...line.fields };
  const isTyped = Object.keys(typed).length > 0;
  const paper: DocumentView = isTyped ? await ok(act(as(line.by), begun, 'edit', { fields: typed })) : begun;
  const lacking = [...paper.fields, ...paper.tables].filter(({ isMissing }) => isMissing);
  if (lacking.length > 0) throw new Error(`${kind} lacks ${lacking.map(({ name }) => name).join(' ')}`);
  return paper;
}

/** From draft to issue by the people who have to do it. */
async function issued(as: As, line: Extract<Line, { issues: string }>, story: Story): Promise<DocumentView> {
  const who = as(line.by);
  let paper = await drafted(as, line, line.issues, story);
  if (DOCUMENT_KIND_ROWS[line.issues].needsApproval) {
    paper = await ok(act(who, paper, 'submit'));
    paper = await ok(act(as('head'), paper, 'approve'));
  }
  return ok(act(who, paper, 'issue'));
}
