import assert from 'node:assert/strict';
import type { CaseView } from '../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import type { DeadlineView, NextDue } from '../../server/core/contract/deadlines.ts';
import type { DocumentKindView, DocumentView } from '../../server/core/contract/documents.ts';
import { claimsOf, ok } from '../features/cases/cases-app.ts';
import type { Expected } from './replay.ts';
import type { As, Story } from './tell-line.ts';

const dayOf = ({ period, dueOn, provisional }: DeadlineView): string =>
  `${period} ${dueOn}${provisional ? ' ?' : ''}`;

/** What is due first, with a mark where that day is provisional. */
function firstDue(next: NextDue | undefined, deadlines: readonly DeadlineView[]): string | null {
  if (next === undefined) return null;
  const same = deadlines.find(
    ({ period, dueOn, metOn }) => metOn === undefined && period === next.period && dueOn === next.dueOn,
  );
  return same === undefined ? `${next.period} ${next.dueOn} is no clock of it` : dayOf(same);
}

const running = (deadlines: readonly DeadlineView[]): string[] =>
  deadlines.filter(({ metOn, suspendedOn }) => metOn === undefined && suspendedOn === undefined).map(dayOf);

function checkButtons(there: readonly string[], expected: readonly string[], where: string): void {
  for (const name of expected) {
    const isThere = there.includes(name.replace('!', ''));
    assert.equal(isThere, !name.startsWith('!'), `${where}: ${name}`);
  }
}

const clocksOf = ({ deadlines, proceedings }: CaseView): DeadlineView[] => [
  ...deadlines,
  ...proceedings.flatMap((one) => one.deadlines),
];

/** The case itself. */
export function checkCase(view: CaseView, expected: Expected, where: string): void {
  const newest = view.proceedings.at(-1);
  const { state, proceeding, due, clocks, open = [], figures = {} } = expected;
  if (state !== undefined) assert.equal(view.state, state, where);
  if (proceeding !== undefined) assert.equal(newest?.state, proceeding, where);
  if (due !== undefined) assert.equal(firstDue(view.nextDue, clocksOf(view)), due, where);
  const all = [...running(view.deadlines), ...running(newest?.deadlines ?? [])];
  if (clocks !== undefined) assert.deepEqual(all, clocks, where);
  checkButtons([...view.actions, ...(newest?.actions ?? []).map(({ action }) => action)], open, where);
  for (const [label, value] of Object.entries(figures)) {
    const figure = newest?.figures.find((one) => one.label.zh === label);
    assert.equal(figure?.fen ?? figure?.day ?? figure?.words?.zh, value, `${where}: ${label}`);
  }
  const { limitation, seen, unpaid, closed } = expected;
  const limit = `${view.limitation?.state ?? ''} ${view.limitation?.lastDay ?? ''}`;
  if (limitation !== undefined) assert.equal(limit, limitation, where);
  if (seen !== undefined) assert.equal(view.seenFen, seen, where);
  if (unpaid !== undefined) assert.deepEqual([view.unpaid.people, view.unpaid.fen], unpaid, where);
  if (closed !== undefined) assert.equal(view.closureCode, closed, where);
}

/** The complaint a line spoke of, or the first. */
export function checkComplaint(seen: ComplaintView, expected: Expected, where: string): void {
  const { complaint, complaintDue, complaintOpen = [] } = expected;
  if (complaint !== undefined) assert.equal(seen.state, complaint, where);
  if (complaintDue !== undefined) assert.equal(firstDue(seen.nextDue, seen.deadlines), complaintDue, where);
  checkButtons(seen.actions, complaintOpen, where);
}

/** People and their money, the sheet, the papers: asked for only where a line names them. */
export async function checkAround(as: As, story: Story, expected: Expected, where: string): Promise<void> {
  const { claims, papers, paper, prints = {}, lacks = {}, sheet } = expected;
  const inspector = as('inspector');
  const { view } = story;
  if (claims !== undefined && view !== undefined) {
    const standing = (await claimsOf(as, view)).map(
      ({ name, state, seenFen }) => `${name ?? '—'} ${state} ${seenFen}`,
    );
    assert.deepEqual(standing, claims, where);
  }
  if (papers !== undefined) {
    const kinds = story.papers.map(({ kind }) => kind);
    assert.deepEqual(kinds, papers, where);
    assert.deepEqual(await onRecord(as, story), [...kinds].sort(), `${where}: papers on record`);
  }
  const newest = story.papers.at(-1);
  if (paper !== undefined) assert.equal(standingOf(newest), paper, where);
  for (const [name, value] of Object.entries(prints))
    assert.equal(
      (story.draft ?? newest)?.fields.find((one) => one.name === name)?.value,
      value,
      `${where}: ${name}`,
    );
  if (Object.keys(lacks).length > 0) {
    const kinds = await ok<DocumentKindView[]>(inspector.get('/documents/kinds', { caseId: view?.id ?? '' }));
    for (const [kind, missing] of Object.entries(lacks)) {
      const row = kinds.find((one) => one.kind === kind);
      assert.equal(row?.missing.map(({ name }) => name).join(' '), missing, `${where}: ${kind}`);
    }
  }
  if (sheet !== undefined && story.sheet !== undefined) {
    const { state, totals } = story.sheet;
    const sums = { owed: totals.owedFen, agreed: totals.agreedFen };
    const all = { state, ...sums, disputed: totals.disputedFen, open: totals.openFen };
    for (const [name, value] of Object.entries(sheet))
      assert.equal(Reflect.get(all, name), value, `${where}: ${name}`);
  }
}

function standingOf(paper: DocumentView | undefined): string | undefined {
  if (paper?.servedOn !== undefined) return `served ${paper.servedOn}`;
  const [clock] = running(paper?.deadlines ?? []);
  return clock ?? paper?.state;
}

/** What the register lists as issued, of the case and of every complaint of the history. */
async function onRecord(as: As, { view, complaints }: Story): Promise<string[]> {
  const places = [
    ...(view === undefined ? [] : [{ caseId: view.id }]),
    ...[...complaints.values()].map(({ id }) => ({ complaintId: id })),
  ];
  const kinds: string[] = [];
  for (const place of places) {
    const { items } = await ok<{ items: DocumentView[] }>(
      as('inspector').get('/documents', { ...place, state: 'issued', limit: 100 }),
    );
    kinds.push(...items.map(({ kind }) => kind));
  }
  return kinds.sort();
}
