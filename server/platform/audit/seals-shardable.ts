import { dropIndex } from '../drop-index.ts';
import { registerMigration } from '../migrations/migration.ts';
import { EventSeals } from './event.models.ts';

// Until 2026-11 a second unique index stood on the seals; beside the one of their place no cluster can be sharded.
registerMigration({ number: 5, name: 'sealsShardable', run: () => dropIndex(EventSeals, 'eventId_1') });
