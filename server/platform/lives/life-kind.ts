import type mongoose from 'mongoose';
import type { LifeSituation, LifeTable } from '../../core/lives/life-table.ts';
import type { Ctx } from '../context.ts';
import type { LifeRecord } from './life-record.ts';

/** Who looks on which day: all a view needs of the context. */
export type Reader = Pick<Ctx, 'actor' | 'grants' | 'today'>;

/** The part of a mongoose model that a life needs; a Model's own type differs with every schema. */
interface LifeModel {
  create(docs: object[]): PromiseLike<unknown>;
  find(
    filter: object,
    fields: object,
  ): { sort(order: { _id: 1 }): { limit(count: number): { lean(): PromiseLike<unknown> } } };
  findOne(filter: object): { lean(): PromiseLike<unknown> };
  findOneAndUpdate(filter: object, change: object, options: object): { lean(): PromiseLike<unknown> };
}

/** One kind of record that lives by a table: where it is stored, what its guards look at, and as what a reader may act on it. */
export interface LifeKind<Stored extends LifeRecord, Now extends LifeSituation = LifeSituation> {
  readonly table: LifeTable<Now>;
  readonly model: LifeModel;
  /** The first half of the name of its chain: 'listing' for `listing:<id>`, and of its events: 'listing.decide'. */
  readonly subject: string;
  /** What the table may look at beside the record itself: the calendar, numbers of the area, other records. */
  readonly ground: (
    record: Omit<Stored, keyof LifeRecord> & Pick<LifeRecord, 'areaCode'>,
    ctx: Reader,
  ) => Promise<Omit<Now, 'state' | 'facts' | 'deadlines'>>;
  /** As what this reader may act on it: names of the table's `by`; none for whom it is only to be read. */
  readonly roles: (
    record: Omit<Stored, keyof LifeRecord> & Pick<LifeRecord, 'areaCode'>,
    ctx: Reader,
  ) => readonly string[];
  /** Ties uploaded files named in a step to the record. */
  readonly hold?: (fileIds: readonly string[], holder: `${string}:${string}`, ctx: Ctx) => Promise<void>;
}

/** A document to be stored: what mongoose would give it is given here, so that nothing is read back. */
export type NewLife<Stored extends LifeRecord> = Omit<Stored, keyof LifeRecord> & {
  areaCode: string;
  /** Where the id must be known before: otherwise a new one. */
  _id?: mongoose.Types.ObjectId;
};
