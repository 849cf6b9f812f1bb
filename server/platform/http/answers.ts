import { readFileSync } from 'node:fs';
import { PROJECT_ROOT } from '../project-root.ts';

export const ANSWERS_FILE = new URL('server/platform/http/answers.json', PROJECT_ROOT);

type Schema = Record<string, unknown>;

export interface PublishedAnswers {
  /** By door, `get /things/:id`; null when it answers nothing (204). */
  doors: Record<string, Schema | null>;
  /** Those that have a name in the code, referred to from the doors and from each other. */
  components: Record<string, Schema>;
}

let read: PublishedAnswers | undefined;

/** What `npm run answers` wrote from the types of the use cases; read when somebody first asks for the description. */
export const publishedAnswers = (): PublishedAnswers =>
  (read ??= JSON.parse(readFileSync(ANSWERS_FILE, 'utf8')) as PublishedAnswers); // our own file
