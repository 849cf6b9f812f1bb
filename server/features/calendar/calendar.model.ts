import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { notedInTransaction } from '../../platform/db.ts';
import { remembered } from '../../platform/remembered.ts';

export interface NamedDay {
  day: PlainDate;
  name: string;
}

export interface StoredYear {
  year: number;
  notice: string;
  noticeUrl?: string;
  issuedOn: PlainDate;
  off: NamedDay[];
  on: NamedDay[];
  version: number;
  setBy: string;
  setAt: Date;
}

export interface LocalHoliday {
  id: string;
  areaCode: string;
  day: PlainDate;
  name: string;
  source: string;
  setBy: string;
  setAt: Date;
}

const text = { type: String, required: true } as const;
const days = { type: [{ _id: false, day: text, name: text }], required: true } as const;

const yearSchema = new mongoose.Schema(
  {
    year: { type: Number, required: true },
    notice: text,
    noticeUrl: { type: String },
    issuedOn: text,
    off: days,
    on: days,
    version: { type: Number, required: true },
    setBy: text,
    setAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
yearSchema.index({ year: 1 }, { unique: true });
const Years = mongoose.model('calendarYears', yearSchema, 'calendarYears');

const holidaySchema = new mongoose.Schema(
  { areaCode: text, day: text, name: text, source: text, setBy: text, setAt: { type: Date, required: true } },
  { strict: 'throw', versionKey: false },
);
holidaySchema.index({ areaCode: 1, day: 1 }, { unique: true });
const Holidays = mongoose.model('localHolidays', holidaySchema, 'localHolidays');

/** One mark that is new after every change, so that each process knows when what it remembers is old. */
const stateSchema = new mongoose.Schema(
  { _id: { type: String, required: true }, mark: { type: String, required: true } },
  { strict: 'throw', versionKey: false },
);
const States = mongoose.model('calendarState', stateSchema, 'calendarState');

const NO_ID = { _id: 0 } as const;

/** A transaction sees one moment: it asks once. */
const ownMark = notedInTransaction((): { mark?: string } => ({}));

export async function calendarMark(): Promise<string> {
  const noted = ownMark();
  const mark = noted?.mark ?? (await States.findById('calendar').lean())?.mark ?? 'as shipped';
  if (noted !== null) noted.mark = mark;
  return mark;
}

const known = remembered<string>();

/** As it was within the last second, for what only shows days; a change by this process is seen at once. */
export const knownCalendarMark = (): Promise<string> => known.get('calendar', calendarMark);

/** The mark that is committed, also inside a transaction that has changed it. */
export async function committedMark(): Promise<string> {
  const found = await States.collection.findOne({ _id: 'calendar' as never }); // the native typings know ObjectId keys only
  return typeof found?.['mark'] === 'string' ? found['mark'] : 'as shipped';
}

export async function markCalendarChanged(): Promise<void> {
  known.forget();
  const mark = new mongoose.Types.ObjectId().toHexString();
  const noted = ownMark();
  if (noted !== null) noted.mark = mark;
  // The very first two changes may come at the same moment.
  await States.updateOne({ _id: 'calendar' }, { $set: { mark } }, { upsert: true })
    .exec()
    .catch(retryWhenTaken);
}

/** With which calendar a keeper of running periods has counted all of them last; undefined before the first time. */
export async function countedMark(keeper: string): Promise<string | undefined> {
  return (await States.findById(`counted:${keeper}`).lean())?.mark;
}

export async function setCountedMark(keeper: string, mark: string): Promise<void> {
  await States.updateOne({ _id: `counted:${keeper}` }, { $set: { mark } }, { upsert: true })
    .exec()
    .catch(retryWhenTaken);
}

export async function findStoredYears(): Promise<StoredYear[]> {
  return Years.find({}, NO_ID).sort({ year: 1 }).lean<StoredYear[]>();
}

export async function findStoredYear(year: number): Promise<StoredYear | null> {
  return Years.findOne({ year }, NO_ID).lean<StoredYear | null>();
}

/** Writes a year over the one of `version` (0: there is none yet); false when another version is stored. */
export async function writeYear(stored: Omit<StoredYear, 'version'>, version: number): Promise<boolean> {
  if (version === 0) {
    if ((await Years.countDocuments({ year: stored.year })) > 0) return false;
    await Years.insertMany([{ ...stored, version: 1 }]);
    return true;
  }
  const { noticeUrl, ...rest } = stored;
  const url = noticeUrl === undefined ? { $unset: { noticeUrl: 1 } } : {};
  const set = noticeUrl === undefined ? rest : { ...rest, noticeUrl };
  const done = await Years.updateOne(
    { year: stored.year, version },
    { $set: set, $inc: { version: 1 }, ...url },
  );
  return done.modifiedCount === 1;
}

type StoredHoliday = Omit<LocalHoliday, 'id'> & { _id: mongoose.Types.ObjectId };
const toHoliday = ({ _id, ...rest }: StoredHoliday): LocalHoliday => ({ id: _id.toHexString(), ...rest });

/** Extra days off of these areas (index areaCode+day); of all areas without codes. */
export async function findLocalHolidays(areaCodes?: readonly string[]): Promise<LocalHoliday[]> {
  const filter = areaCodes === undefined ? {} : { areaCode: { $in: [...areaCodes] } };
  return (await Holidays.find(filter).sort({ day: 1 }).lean<StoredHoliday[]>()).map(toHoliday);
}

export async function findLocalHoliday(id: string): Promise<LocalHoliday | null> {
  const found = await Holidays.findById(id).lean<StoredHoliday | null>();
  return found === null ? null : toHoliday(found);
}

export async function insertLocalHoliday(holiday: Omit<LocalHoliday, 'id'>): Promise<void> {
  await Holidays.insertMany([holiday]);
}

export async function deleteLocalHoliday(id: string): Promise<boolean> {
  return (await Holidays.deleteOne({ _id: id })).deletedCount === 1;
}
