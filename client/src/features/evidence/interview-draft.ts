import type { InterviewView, WriteInterview } from '@core/contract/evidence.ts';
import { newSubmissionKey } from '@/api/http.ts';
import { dropNote, findNote, keepNote } from '@/offline/notes.ts';

/** What was written and has not arrived, with the version it was written on; kept in the phone's own database. */
export interface InterviewDraft {
  mine: WriteInterview;
  /** 0: the system does not know the interview yet. */
  baseVersion: number;
  /** As the system had it, so that the page opens without a network. */
  view?: InterviewView;
  /** One key for a beginning that may have to be sent twice. */
  key: string;
}

export const draftIdOf = (caseId: string, interviewId: string): string =>
  `interview:${interviewId === 'new' ? `new:${caseId}` : interviewId}`;

export async function findDraft(id: string): Promise<InterviewDraft | undefined> {
  const note = await findNote(id);
  if (!note) return undefined;
  try {
    return JSON.parse(note.text) as InterviewDraft; // written by keepDraft alone
  } catch {
    return undefined;
  }
}

export const keepDraft = (id: string, draft: Omit<InterviewDraft, 'key'> & { key?: string }): Promise<void> =>
  keepNote({ id, text: JSON.stringify({ ...draft, key: draft.key ?? newSubmissionKey() }) });

export const dropDraft = (id: string): Promise<void> => dropNote(id);
