// mongosh "mongodb://…@mongos1,mongos2/admin" docs/deploy/shard.js
// Once, on an empty database before the first start. Why these keys: docs/scale.md. A test holds them against the indexes.
sh.enableSharding('anxin');
sh.shardCollection('anxin.payrollLines', { projectId: 'hashed', payMonth: 1 });
sh.shardCollection('anxin.attendance', { enrolmentId: 1, month: 1 }, true);
sh.shardCollection('anxin.payrollSheets', { teamId: 1, payMonth: 1 });
sh.shardCollection('anxin.teamMonths', { teamId: 1, month: 1 }, true);
sh.shardCollection('anxin.payFileLines', { payFileId: 1, place: 1 }, true);
sh.shardCollection('anxin.punchBatches', { clientId: 1, batchId: 1 }, true);
sh.shardCollection('anxin.events', { subject: 1, seq: 1 }, true);
sh.shardCollection('anxin.eventSeals', { day: 1, areaCode: 1, seq: 1 }, true);
sh.shardCollection('anxin.outbox', { key: 1 }, true);
sh.shardCollection('anxin.payLinks', { _id: 'hashed' });
sh.shardCollection('anxin.alertFacts', { projectId: 1, day: 1 }, true);
