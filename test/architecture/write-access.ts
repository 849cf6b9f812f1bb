import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ACCESS_DOCUMENT, accessDocument } from '../security/access-document.ts';

// `npm run access`: writes the table of who reaches what from the code.
mkdirSync(dirname(ACCESS_DOCUMENT), { recursive: true });
writeFileSync(ACCESS_DOCUMENT, accessDocument());
