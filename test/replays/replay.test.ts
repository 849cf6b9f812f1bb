import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { ArrearsSheetView } from '../../server/core/contract/arrears.ts';
import type { CaseView } from '../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import { ARREARS_PERMISSIONS, arrearsRoutes } from '../../server/features/arrears/index.ts';
import { markCalendarChanged } from '../../server/features/calendar/calendar.model.ts';
import { CERTIFICATES_PERMISSIONS, certificatesRoutes } from '../../server/features/certificates/index.ts';
import { DOCUMENTS_PERMISSIONS, documentsRoutes } from '../../server/features/documents/index.ts';
import { LISTINGS_PERMISSIONS, listingsRoutes } from '../../server/features/listings/index.ts';
import { inTransaction } from '../../server/platform/db.ts';
import type { Visitor } from '../features/cases/cases-app.ts';
import { filedCase, ok, onDay, refusal, useCasesApp } from '../features/cases/cases-app.ts';
import { setOfficeWords } from '../features/documents/documents-app.ts';
import { checkLives } from './check-lives.ts';
import { checkAround, checkCase, checkComplaint } from './check-standing.ts';
import { HISTORIES } from './histories/index.ts';
import type { Line } from './replay.ts';
import { isLifeLine, readLives } from './tell-life.ts';
import type { Story } from './tell-line.ts';
import { FIRST, happen, requestOf, SAID_BY_HISTORY } from './tell-line.ts';

/** Months that had ended, whenever the case begins. */
const OWED = { payMonths: ['2025-09', '2025-10'] };

/** Lines whose door answers the case as it then is. */
const MOVES_CASE = ['files', 'joins', 'act', 'opens', 'step', 'pays'] as const;

/** What one history says of the world holds for it alone. */
async function asBefore(): Promise<void> {
  const { connection } = mongoose;
  for (const name of ['calendarYears', 'localHolidays']) await connection.collection(name).deleteMany({});
  await connection.collection('parameterValues').deleteMany({ source: SAID_BY_HISTORY });
  await inTransaction(() => markCalendarChanged());
}

const versionsOf = ({ view, listing, certificate }: Story): (number | undefined)[] => [
  ...[view?.version, listing?.version, certificate?.version],
];

/** A line that leaves the case as it is, unless it says how the case stands. */
const leavesCase = (line: Line): boolean =>
  (isLifeLine(line) || ['issues', 'drafts', 'lodges', 'complaint'].some((key) => key in line)) &&
  line.expect?.state === undefined;

describe('whole case histories', function () {
  this.timeout(60_000);
  const { as } = useCasesApp({
    routes: [...arrearsRoutes, ...documentsRoutes, ...listingsRoutes, ...certificatesRoutes],
    permissionTables: [
      ...[ARREARS_PERMISSIONS, DOCUMENTS_PERMISSIONS],
      ...[LISTINGS_PERMISSIONS, CERTIFICATES_PERMISSIONS],
    ],
  });
  before(async () => {
    onDay('2025-01-02');
    await setOfficeWords();
  });
  beforeEach(asBefore);

  const readerOf = (line: Line): Visitor => {
    const by = 'by' in line && line.by !== undefined ? line.by : 'inspector';
    return as(by === 'worker' || by === 'nobody' || by === 'clerk' ? 'inspector' : by);
  };

  /** Reads again what a line may have changed, as the one who did it. */
  async function readAgain(story: Story, line: Line, answer: unknown): Promise<void> {
    const reader = readerOf(line);
    if (MOVES_CASE.some((key) => key in line) && answer !== undefined)
      story.view = answer as CaseView; // those doors' answer
    else if (story.view !== undefined && !leavesCase(line))
      story.view = await ok(reader.get(`/cases/${story.view.id}`));
    if ('sheet' in line)
      story.sheet = await ok<ArrearsSheetView>(reader.get(`/cases/${story.view?.id ?? ''}/arrears-sheet`));
    if ('serves' in line || 'confirms' in line || 'night' in line)
      for (const [at, { id }] of story.papers.entries())
        story.papers[at] = await ok(as('inspector').get(`/documents/${id}`));
    await readLives(as, line, story, answer);
    await readComplaint(story, line, answer);
  }

  /** The complaint a line moves or looks at, or the first; a mover who may not see it any more has his answer. */
  async function readComplaint(story: Story, line: Line, answer: unknown): Promise<void> {
    if ('lodges' in line || 'issues' in line || 'drafts' in line) return;
    if ('files' in line) {
      for (const [name, { id }] of story.complaints)
        story.complaints.set(name, await ok(as('inspector').get(`/complaints/${id}`)));
      return;
    }
    const isMove = 'complaint' in line;
    const { complaint, complaintDue, complaintOpen } = line.expect ?? {};
    if (!isMove && [complaint, complaintDue, complaintOpen].every((one) => one === undefined)) return;
    const name = (isMove ? line.named : undefined) ?? FIRST;
    const known = story.complaints.get(name);
    if (known === undefined) return;
    const isAnswered = isMove && answer !== undefined;
    const seen = isAnswered ? answer : await ok(readerOf(line).get(`/complaints/${known.id}`));
    story.complaints.set(name, seen as ComplaintView); // what these doors answer
  }

  /** One line: what is done, then how things stand. */
  async function tell(line: Line, story: Story, where: string): Promise<void> {
    const { refused, ...expected } = line.expect ?? {};
    const request = (await requestOf(as, line, story))?.sent;
    const before = versionsOf(story);
    delete story.draft;
    let answer: unknown;
    if (refused !== undefined && request !== undefined) assert.equal(await refusal(request), refused, where);
    else if (request !== undefined) answer = await ok<unknown>(request).catch(rethrowAt(where));
    else await happen(as, line, story).catch(rethrowAt(where));
    await readAgain(story, line, answer).catch(rethrowAt(where));
    if (refused !== undefined) assert.deepEqual(versionsOf(story), before, `${where}: nothing changed`);
    if (story.view !== undefined) checkCase(story.view, expected, where);
    const told = 'named' in line ? line.named : undefined;
    const complaint = story.complaints.get(told ?? FIRST);
    if (complaint !== undefined) checkComplaint(complaint, expected, where);
    await checkLives(as, story, expected, where);
    await checkAround(as, story, expected, where);
  }

  for (const { title, filedOn, lines } of HISTORIES) {
    it(title, async () => {
      const story: Story = { complaints: new Map(), papers: [] };
      if (filedOn !== undefined) {
        onDay(filedOn);
        story.view = await filedCase(as, OWED);
      }
      for (const [at, line] of lines.entries()) {
        onDay(line.on);
        await tell(line, story, `${title}, line ${at + 1} on ${line.on}`);
      }
    });
  }
});

const rethrowAt =
  (where: string) =>
  (error: unknown): never => {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  };
