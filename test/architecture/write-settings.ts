import { writeFileSync } from 'node:fs';
import { SETTINGS_DOCUMENT, settingsDocument } from './settings-document.ts';

// `npm run settings`: writes the list of all settings from the schema that checks them.
writeFileSync(SETTINGS_DOCUMENT, settingsDocument());
