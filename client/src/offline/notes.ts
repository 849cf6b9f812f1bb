import { newSubmissionKey } from '@/api/http.ts';
import { find, forget, keep } from './phone-store.ts';

/** Words typed for an answer, kept until it has arrived; the key stays with the content it was made for. */
export interface Note {
  id: string;
  text: string;
  submission?: { content: string; key: string };
}

export const findNote = (id: string): Promise<Note | undefined> => find<Note>('notes', id);
export const keepNote = (note: Note): Promise<void> => keep('notes', { ...note });
export const dropNote = (id: string): Promise<void> => forget('notes', [id]);

/** One key per content: a repeat after a cut line is the same submission, an edited text is a new one. */
export async function keyFor(id: string, text: string, content: string): Promise<string> {
  const known = (await findNote(id))?.submission;
  if (known?.content === content) return known.key;
  const key = newSubmissionKey();
  await keepNote({ id, text, submission: { content, key } });
  return key;
}
