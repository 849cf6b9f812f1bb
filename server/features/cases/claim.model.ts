import mongoose from 'mongoose';
import type { MonthOwed } from '../../core/contract/deadlines.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import { countedLater } from '../../platform/counted-later.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { blindIndex, derivedFromIndexes, encryptedFields } from '../../platform/crypto/index.ts';
import type { PersonMarks } from '../../core/claims/same-person.ts';

/** One person on the arrears sheet of a case. Who it is stands sealed. */
export interface ClaimRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  caseId: string;
  /** The complaint the person came with; rows the office added have none. */
  complaintId?: string;
  /** Somebody who made a report: known to the two inspectors of the case alone. */
  identityHidden: boolean;
  name?: Sealed;
  citizenId?: Sealed;
  citizenIdIndex?: string;
  phone?: Sealed;
  phoneIndex?: string;
  bankCard?: Sealed;
  /** The same person in several cases has one key as far as known: a worker is counted once in a report. */
  personKey: string;
  months: MonthOwed[];
  owedFen: Fen;
  seenFen: Fen;
  /** Said to be paid, not seen yet. */
  reportedFen: Fen;
  /** The member of a group complaint whose row it is: he joined by himself. */
  memberId?: string;
  /** Came by itself after the case was filed, or differs from what stood here: the inspector has to look. */
  toCheck?: boolean;
  /** He left the group: his row is kept, and is neither paid nor waited for. */
  leftOn?: PlainDate;
  /** A settled sheet found that nothing is owed to him; nothing entered yet is something else. */
  foundNothingOn?: PlainDate;
  /** Entered by mistake and taken off the sheet; kept, because nothing recorded is quietly changed. */
  removed: boolean;
}

const whole = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const day = { type: String, validate: isPlainDate } as const;
const schema = new mongoose.Schema(
  {
    version: { type: Number, required: true },
    caseId: { type: String, required: true },
    complaintId: String,
    identityHidden: { type: Boolean, required: true },
    personKey: { type: String, required: true },
    months: {
      type: [
        new mongoose.Schema<MonthOwed>(
          { payMonth: { type: String, required: true }, owedFen: whole },
          { _id: false, strict: 'throw' },
        ),
      ],
      required: true,
    },
    owedFen: whole,
    seenFen: whole,
    reportedFen: whole,
    memberId: String,
    toCheck: Boolean,
    leftOn: day,
    foundNothingOn: day,
    removed: { type: Boolean, required: true },
  },
  { collection: 'claims', strict: 'throw', versionKey: false },
);
const secrets = encryptedFields(schema, {
  name: { kind: 'name' },
  citizenId: { kind: 'citizenId', blindIndex: true },
  phone: { kind: 'phone', blindIndex: true },
  bankCard: { kind: 'bankCard' },
});
countedLater(schema);
schema.index({ caseId: 1, removed: 1, _id: 1 });

/** Rows of arrears sheets, for this feature's queries and the period report's count of workers. */
export const Claims = mongoose.model('claims', schema);

/** Lean documents are what the schema wrote, so they are ClaimRecords. */
const asRecord = (doc: unknown): ClaimRecord | null => doc as ClaimRecord | null;
const asRecords = (docs: unknown): ClaimRecord[] => docs as ClaimRecord[];

export interface Person {
  name?: string;
  citizenId?: string;
  phone?: string;
  bankCard?: string;
}

export type NewClaim = Person &
  Pick<
    ClaimRecord,
    'caseId' | 'complaintId' | 'identityHidden' | 'months' | 'memberId' | 'toCheck' | 'leftOn'
  >;

export const totalOf = (months: readonly MonthOwed[]): Fen =>
  months.reduce((sum, { owedFen }) => sum + owedFen, 0) as Fen; // whole fen added stay whole fen

const personKeyOf = (row: { citizenIdIndex?: string; phoneIndex?: string }, id: unknown): string =>
  row.citizenIdIndex ?? row.phoneIndex ?? String(id);

derivedFromIndexes('claims', (indexes, id) => ({ personKey: personKeyOf(indexes, id) }));

export async function insertClaims(claims: readonly NewClaim[]): Promise<void> {
  const rows = claims.map(({ name, citizenId, phone, bankCard, ...plain }) => {
    const _id = new mongoose.Types.ObjectId();
    const sealed = secrets.sealFields(_id, { name, citizenId, phone, bankCard });
    return {
      _id,
      version: 1,
      ...plain,
      ...sealed,
      personKey: personKeyOf(sealed, _id),
      owedFen: totalOf(plain.months),
      seenFen: 0,
      reportedFen: 0,
      removed: false,
    };
  });
  await Claims.insertMany(rows);
}

export async function findClaim(id: string): Promise<ClaimRecord | null> {
  return asRecord(await Claims.findOne({ _id: id, removed: false }).lean());
}

/** Those of these rows that stand on the sheet of the case. */
export async function findClaimsOfCase(caseId: string, ids: readonly string[]): Promise<ClaimRecord[]> {
  return asRecords(await Claims.find({ _id: { $in: [...ids] }, caseId, removed: false }).lean());
}

/** Every row of the persons with this phone; newest cases first. */
export async function findClaimsByPhoneIndex(phoneIndex: string): Promise<ClaimRecord[]> {
  return asRecords(await Claims.find({ phoneIndex, removed: false }).sort({ _id: -1 }).limit(200).lean());
}

/** Citizen number and phone as they are compared, for knowing who stands on the sheet already. */
export const marksOf = ({ name, citizenId, phone }: Person): PersonMarks => ({
  ...(name === undefined ? {} : { name }),
  ...(citizenId === undefined ? {} : { citizenIdIndex: blindIndex('citizenId', citizenId) }),
  ...(phone === undefined ? {} : { phoneIndex: blindIndex('phone', phone) }),
});

/** The same of a row as it stands. */
export function marksOnRecord(row: ClaimRecord): PersonMarks {
  const { citizenIdIndex, phoneIndex } = row;
  const { name } = openPerson(row);
  return {
    ...(name === undefined ? {} : { name }),
    ...(citizenIdIndex === undefined ? {} : { citizenIdIndex }),
    ...(phoneIndex === undefined ? {} : { phoneIndex }),
  };
}

/** The marks of everybody else on the sheet of a case (index caseId+removed). */
export async function findMarksOfCase(caseId: string, except?: ClaimRecord['_id']): Promise<PersonMarks[]> {
  const known = { name: 1, citizenIdIndex: 1, phoneIndex: 1 } as const;
  const rows = asRecords(await Claims.find({ caseId, removed: false }, known).lean());
  return rows.filter(({ _id }) => String(_id) !== String(except)).map(marksOnRecord);
}

export const phoneIndexOf = (phone: string): string => blindIndex('phone', phone);

/** The person in the clear: for tables the office prints and messages, never for logs or events. */
export const openPerson = (claim: ClaimRecord): Person => secrets.openFields(claim);
/** The person with masked numbers; the name is shown in full to whom the row is open. */
export function shownPerson(claim: ClaimRecord): {
  name?: string;
  phoneMasked?: string;
  citizenIdMasked?: string;
  bankCardMasked?: string;
} {
  const { nameMasked: _, ...masked } = secrets.maskFields(claim);
  const { name } = openPerson(claim);
  return { ...(name === undefined ? {} : { name }), ...masked };
}

export type ClaimChange = Partial<
  Pick<
    ClaimRecord,
    | 'months'
    | 'owedFen'
    | 'seenFen'
    | 'reportedFen'
    | 'removed'
    | 'memberId'
    | 'toCheck'
    | 'leftOn'
    | 'foundNothingOn'
  >
>;

/** Changes a row if it still has this version; null when somebody was faster. */
export async function changeClaim(
  claim: Pick<ClaimRecord, '_id' | 'version' | 'citizenIdIndex' | 'phoneIndex'>,
  set: ClaimChange,
  person: Person = {},
  unset: readonly ('leftOn' | 'foundNothingOn' | 'toCheck')[] = [],
): Promise<ClaimRecord | null> {
  const sealed = secrets.sealFields(claim._id, person);
  const personKey = personKeyOf({ ...claim, ...sealed }, claim._id);
  return asRecord(
    await Claims.findOneAndUpdate(
      { _id: claim._id, version: claim.version },
      {
        $set: { ...set, ...sealed, personKey },
        ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map((key) => [key, 1])) }),
        $inc: { version: 1 },
      },
      { returnDocument: 'after', runValidators: true },
    ).lean(),
  );
}
