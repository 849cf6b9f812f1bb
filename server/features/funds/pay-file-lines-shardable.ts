import { dropIndex } from '../../platform/drop-index.ts';
import { registerMigration } from '../../platform/migrations/index.ts';
import { PayFileLines } from './pay-file-line.model.ts';

// Until 2026-11 a second unique index stood on the lines; beside the one of their place no cluster can be sharded.
registerMigration({
  number: 6,
  name: 'payFileLinesShardable',
  run: () => dropIndex(PayFileLines, 'reference_1'),
});
