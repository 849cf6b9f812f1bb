import type { InterviewView, WriteInterview } from '../../../../server/core/contract/evidence.ts';

export type Line = WriteInterview['lines'][number];

export const textOf = (view: InterviewView): WriteInterview => ({
  personName: view.personName,
  personRole: view.personRole,
  place: view.place,
  inspectorIds: view.inspectors.map(({ id }) => id),
  begunAt: view.begunAt,
  lines: view.lines.map(({ question, answer }) => ({ question, answer })),
  isReporter: view.isReporter,
});

const sameMoment = (a: string, b: string): boolean => new Date(a).getTime() === new Date(b).getTime();

/** Is it the same text? Neither the order of the fields nor the way a moment is written matters. */
export function isSameText(a: WriteInterview, b: WriteInterview): boolean {
  const plain = ({
    personName,
    personRole,
    place,
    inspectorIds,
    isReporter,
    lines,
  }: WriteInterview): string =>
    JSON.stringify([
      ...[personName, personRole, place, inspectorIds, isReporter],
      lines.map(({ question, answer }) => [question, answer]),
    ]);
  return plain(a) === plain(b) && sameMoment(a.begunAt, b.begunAt);
}

/** One place where two texts differ; a line that only one of them has is nothing on the other side. */
export interface Difference {
  key: string;
  labelKey: string;
  number?: number;
  mine: string;
  theirs: string;
}

const HEAD = [
  ['personName', 'evidence.interview.person'],
  ['personRole', 'evidence.interview.role'],
  ['place', 'evidence.interview.place'],
] as const;

const lineText = (line: Line | undefined): string =>
  line === undefined ? '' : `${line.question}\n${line.answer}`.trim();

export function differencesOf(mine: WriteInterview, theirs: WriteInterview): Difference[] {
  const found: Difference[] = HEAD.map(([key, labelKey]) => ({
    key,
    labelKey,
    mine: mine[key],
    theirs: theirs[key],
  }));
  for (let at = 0; at < Math.max(mine.lines.length, theirs.lines.length); at += 1)
    found.push({
      key: `line.${at}`,
      labelKey: 'evidence.interview.question',
      number: at + 1,
      mine: lineText(mine.lines[at]),
      theirs: lineText(theirs.lines[at]),
    });
  return found.filter((one) => one.mine !== one.theirs);
}

/** The text somebody chose piece by piece; what was equal stays, and who, when and how secret is as the system has it. */
export function merged(
  mine: WriteInterview,
  theirs: WriteInterview,
  choice: Readonly<Record<string, 'mine' | 'theirs'>>,
): WriteInterview {
  const from = (key: string): WriteInterview => (choice[key] === 'mine' ? mine : theirs);
  const count = Math.max(mine.lines.length, theirs.lines.length);
  const lines = Array.from({ length: count }, (_none, at) => from(`line.${at}`).lines[at]);
  return {
    ...theirs,
    personName: from('personName').personName,
    personRole: from('personRole').personRole,
    place: from('place').place,
    lines: lines.flatMap((line) => (line === undefined ? [] : [{ ...line }])),
  };
}
