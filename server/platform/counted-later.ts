import type { Query, Schema } from 'mongoose';

/** The writes of a query; each marks what it touches. */
const WRITES = ['updateOne', 'updateMany', 'findOneAndUpdate'] as const;

/** What a record bears that is written past its model. */
export const NOT_YET_COUNTED = { uncounted: true } as const;

/**
 * For records that kept counts are made of: every write leaves the mark `uncounted` on the record, in the same
 * transaction, so that whoever keeps the counts finds what changed since, whatever day the change is about and
 * whatever the clocks of the instances say. Only taking the mark off (`$unset`) leaves none.
 */
export function countedLater(schema: Schema): void {
  schema.add({ uncounted: { type: Boolean, default: true } });
  schema.index({ uncounted: 1 }, { sparse: true });
  schema.pre([...WRITES], function (this: Query<unknown, unknown>) {
    const update = this.getUpdate();
    if (update === null || Array.isArray(update))
      throw new TypeError('a counted record is changed by operators');
    if (update['$unset']?.['uncounted'] === undefined) this.set('uncounted', true);
  });
  schema.pre('save', function () {
    this.set('uncounted', true);
  });
  schema.pre('bulkWrite', () => {
    throw new TypeError('a bulk write would leave no mark on counted records');
  });
}
