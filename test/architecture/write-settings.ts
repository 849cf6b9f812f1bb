import { readFileSync, writeFileSync } from 'node:fs';
import { SETTINGS_DOCUMENT, settingsDocument } from './settings-document.ts';

// `npm run settings`: writes the README's table of all settings from the schema that checks them.
writeFileSync(SETTINGS_DOCUMENT, settingsDocument(readFileSync(SETTINGS_DOCUMENT, 'utf8')));
