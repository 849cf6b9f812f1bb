import { writeFileSync } from 'node:fs';
import { ANSWERS_FILE } from '../../server/platform/http/answers.ts';
import { answersDocument, answersFromTypes } from './answers-document.ts';

// `npm run answers`: writes the shape of what every door answers, from the types of its use cases.
writeFileSync(ANSWERS_FILE, answersDocument(answersFromTypes()));
