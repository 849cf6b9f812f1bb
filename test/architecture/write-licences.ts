import { writeFileSync } from 'node:fs';
import { LICENCES_DOCUMENT, licencesDocument } from './dependencies-document.ts';

// `npm run licences`: writes what the product is delivered with from the lock.
writeFileSync(LICENCES_DOCUMENT, licencesDocument());
