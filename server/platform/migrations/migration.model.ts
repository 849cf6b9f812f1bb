import mongoose from 'mongoose';

/** What the store keeps of one migration; the highest number ever begun is the form its data have. */
export interface MigrationRecord {
  _id: number;
  name: string;
  state: 'running' | 'done';
  /** Where it stands: what comes before needs no second look. */
  mark?: string;
  filled: number;
  /** The process that is at it, and until when it may be silent. */
  owner: string;
  leaseUntil: Date;
  startedAt: Date;
  doneAt?: Date;
  /** The version of the product that began it. */
  version: string;
  /** Why the last try ended early. */
  fault?: string;
}

const required = true;
const schema = new mongoose.Schema<MigrationRecord>(
  {
    _id: { type: Number, required },
    name: { type: String, required },
    state: { type: String, required, enum: ['running', 'done'] },
    mark: String,
    filled: { type: Number, required },
    owner: { type: String, required },
    leaseUntil: { type: Date, required },
    startedAt: { type: Date, required },
    doneAt: Date,
    version: { type: String, required },
    fault: String,
  },
  { collection: 'migrations', strict: 'throw', versionKey: false },
);
export const Migrations = mongoose.model('migrations', schema);

/** Every migration ever begun on this store, by number. */
export const findMigrations = (): Promise<MigrationRecord[]> =>
  Migrations.find().sort({ _id: 1 }).lean<MigrationRecord[]>().exec();
