import type {
  CaseArchiveView,
  CaseFileRow,
  CaseFileView,
  CaseFileVolumeView,
} from '../../core/contract/archive.ts';
import { addYears } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { getCaseRecord } from '../cases/index.ts';
import { findCaseComplaints } from '../complaints/index.ts';
import { obstaclesOf } from './before-archiving.ts';
import type { CaseFileRecord, StoredVolume } from './case-file.model.ts';
import { findFilesOfCase } from './case-file.model.ts';
import { asMaker, getFileRecord, mayReadInner } from './case-file-reach.ts';
import { makingNow, runFile } from './run-file.ts';
import { yearsKept } from './years-kept.ts';

/** One line of the list. */
export function caseFileRow(file: CaseFileRecord, years: number | undefined): CaseFileRow {
  const { state, fileNumber, caseId, caseNumber, title, respondentName } = file;
  const { closedOn, archivedOn, archivedBy, pages, isSplit } = file;
  return {
    ...{ id: String(file._id), state, fileNumber, caseId, caseNumber, title, respondentName },
    ...{ closedOn, archivedOn, archivedBy: archivedBy.name, pages, isSplit },
    ...(years === undefined ? {} : { keptUntil: addYears(archivedOn, years) }),
  };
}

/** The file as this reader may see it: without the inner volume where that names who made a report. */
export async function caseFileView(file: CaseFileRecord, ctx: Ctx): Promise<CaseFileView> {
  const years = await yearsKept(file.officeCode, ctx);
  const now = makingNow(String(file._id)) ?? file;
  const record = await getCaseRecord(file.caseId, ctx);
  const { main, inner, problem, destroyedOn, state } = file;
  const isOpen = mayReadInner(file, record, ctx);
  return {
    ...caseFileRow(file, years),
    ...{ done: now.done, total: now.total },
    ...(problem === undefined || state !== 'failed' ? {} : { problem }),
    ...(years === undefined ? {} : { keptYears: years }),
    ...(main === undefined ? {} : { main: volumeView(main) }),
    ...(inner === undefined || !isOpen ? {} : { inner: volumeView(inner) }),
    innerIsClosed: inner !== undefined && !isOpen,
    ...(destroyedOn === undefined ? {} : { destroyedOn }),
    actions: state === 'failed' ? ['retry'] : [],
  };
}

const volumeView = ({ pages, bytes, sha256, lines }: StoredVolume): CaseFileVolumeView => ({
  ...{ pages, bytes, sha256 },
  lines: lines.map((line, at) => ({ number: at + 1, ...line })),
});

/** Whoever looks at a file that a killed process left behind sets it going again. */
export async function getCaseFile(id: string, ctx: Ctx): Promise<CaseFileView> {
  const file = await getFileRecord(id, asMaker(ctx));
  if (file.state === 'waiting' || file.state === 'making') void runFile(id, ctx);
  return caseFileView(file, ctx);
}

/** What the case's own page shows of the archive. */
export async function caseArchive(caseId: string, ctx: Ctx): Promise<CaseArchiveView> {
  const record = await getCaseRecord(caseId, asMaker(ctx));
  const files = await findFilesOfCase(caseId);
  for (const { _id, state } of files)
    if (state === 'waiting' || state === 'making') void runFile(String(_id), ctx);
  const views: CaseFileView[] = [];
  for (const file of files) views.push(await caseFileView(file, ctx));
  const isClosed = record.state === 'closed' && record.archive === undefined;
  const obstacles = isClosed ? await obstaclesOf(record, ctx) : [];
  const complaints = await findCaseComplaints(record.complaintIds);
  return {
    files: views,
    mayArchive: isClosed && obstacles.length === 0,
    obstacles,
    hasReports: complaints.some(({ intakeKind }) => intakeKind === 'REPORT'),
  };
}
