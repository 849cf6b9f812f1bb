import mongoose from 'mongoose';
import type { PersonMarks } from '../../core/claims/same-person.ts';
import type { MemberDoubt, MemberState, SaidByOthers } from '../../core/contract/group-claims.ts';
import { MEMBER_DOUBTS, MEMBER_STATES } from '../../core/contract/group-claims.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { blindIndex, encryptedFields } from '../../platform/crypto/index.ts';

export interface Leaving {
  reason: string;
  /** His own answer; the desk asks again before it confirms. */
  pressed?: boolean;
  askedOn: PlainDate;
  confirmableOn: PlainDate;
  outcome?: 'confirmed' | 'doubted';
  confirmedBy?: 'phone' | 'visit';
  note?: string;
}

/** What a member says and the office decides; who he is stands sealed. */
export interface MemberContent {
  state: MemberState;
  payMonths: PayMonth[];
  owedFen: Fen;
  consents: boolean;
  shownToRepresentative: boolean;
  represents: boolean;
  /** Others had named him, and what they had said. */
  wasNamed: boolean;
  said?: SaidByOthers;
  doubt?: MemberDoubt;
  leaving?: Leaving;
  leftOn?: PlainDate;
}

/** One person who joined a group complaint by himself. */
export interface MemberRecord extends MemberContent {
  _id: mongoose.Types.ObjectId;
  version: number;
  complaintId: string;
  joinedOn: PlainDate;
  /** Whom he leaves, for the head who hears of many: as it stood when he joined. */
  employerKey?: string;
  officeCode: string;
  name?: Sealed;
  nameIndex?: string;
  phone?: Sealed;
  phoneIndex?: string;
  citizenId?: Sealed;
  citizenIdIndex?: string;
}

const must = { required: true } as const;
const day = { type: String, validate: isPlainDate } as const;
const fen = { type: Number, ...must, min: 0, validate: Number.isSafeInteger } as const;
const inside = { _id: false, strict: 'throw' } as const;

const schema = new mongoose.Schema(
  {
    version: { type: Number, ...must },
    complaintId: { type: String, ...must },
    state: { type: String, enum: MEMBER_STATES, ...must },
    joinedOn: { ...day, ...must },
    employerKey: String,
    officeCode: { type: String, ...must },
    payMonths: { type: [String], ...must },
    owedFen: fen,
    consents: { type: Boolean, ...must },
    shownToRepresentative: { type: Boolean, ...must },
    represents: { type: Boolean, ...must },
    wasNamed: { type: Boolean, ...must },
    said: new mongoose.Schema({ payMonths: { type: [String], ...must }, owedFen: fen }, inside),
    doubt: { type: String, enum: MEMBER_DOUBTS },
    leaving: new mongoose.Schema(
      {
        reason: String,
        pressed: Boolean,
        askedOn: day,
        confirmableOn: day,
        outcome: { type: String, enum: ['confirmed', 'doubted'] },
        confirmedBy: { type: String, enum: ['phone', 'visit'] },
        note: String,
      },
      inside,
    ),
    leftOn: day,
  },
  { collection: 'groupMembers', strict: 'throw', versionKey: false },
);
const secrets = encryptedFields(schema, {
  name: { kind: 'name', blindIndex: 'compared' },
  phone: { kind: 'phone', blindIndex: true },
  citizenId: { kind: 'citizenId', blindIndex: true },
});
// However often and from wherever the same phone sends the same name: one member.
schema.index({ complaintId: 1, phoneIndex: 1, nameIndex: 1 }, { unique: true });
schema.index({ employerKey: 1 }, { partialFilterExpression: { employerKey: { $exists: true } } });

/** People of group complaints, for this feature's queries and the neighbours that ask it. */
export const GroupMembers = mongoose.model('groupMembers', schema);

/** Lean documents are what the schema wrote, so they are MemberRecords. */
const asRecord = (doc: unknown): MemberRecord | null => doc as MemberRecord | null;
const asRecords = (docs: unknown): MemberRecord[] => docs as MemberRecord[];

export interface MemberPerson {
  name?: string;
  phone?: string;
  citizenId?: string;
}

export type NewMember = Omit<MemberContent, 'state' | 'represents'> &
  Pick<MemberRecord, 'complaintId' | 'joinedOn' | 'employerKey' | 'officeCode'>;

export async function insertMember(content: NewMember, person: MemberPerson): Promise<MemberRecord> {
  const _id = new mongoose.Types.ObjectId();
  const kept = { ...content, version: 1, state: 'joined' as const, represents: false };
  const doc: MemberRecord = { _id, ...kept, ...secrets.sealFields(_id, person) };
  // MemberRecord is the type that was checked; the one mongoose reads off nested schemas knows less
  await GroupMembers.create([doc as never]).catch(retryWhenTaken);
  return doc;
}

export async function findMember(id: string): Promise<MemberRecord | null> {
  return asRecord(await GroupMembers.findById(id).lean());
}

/** Everybody who joined these complaints, in the order they came (index complaintId…). */
export async function findMembers(complaintIds: readonly string[]): Promise<MemberRecord[]> {
  if (complaintIds.length === 0) return [];
  const found = GroupMembers.find({ complaintId: { $in: [...complaintIds] } }).sort({ _id: 1 });
  return asRecords(await found.lean());
}

const MOST = 200;

/** The places of the persons with this phone, newest first. */
export async function findMembersByPhone(phone: string): Promise<MemberRecord[]> {
  const found = GroupMembers.find(secrets.where('phone', phone)).sort({ _id: -1 }).limit(MOST);
  return asRecords(await found.lean());
}

/** How many wish or wished to leave complaints against this employer since a day (index employerKey). */
export async function countLeaving(
  employerKey: string,
  officeCode: string,
  since: PlainDate,
): Promise<number> {
  return GroupMembers.countDocuments({ employerKey, officeCode, 'leaving.askedOn': { $gte: since } });
}

/** What is counted against a merged company counts against the one that stands for it (index employerKey). */
export async function repointEmployerKey(fromId: string, intoId: string): Promise<void> {
  const theirs = { employerKey: `id:${fromId}` };
  await GroupMembers.updateMany(theirs, { $set: { employerKey: `id:${intoId}` } });
}

/** Changes a member who still has this version; null when somebody was faster. */
export async function changeMember(
  { _id, version }: Pick<MemberRecord, '_id' | 'version'>,
  set: Partial<MemberContent>,
  { unset = [], person = {} }: { unset?: readonly ('leaving' | 'leftOn')[]; person?: MemberPerson } = {},
): Promise<MemberRecord | null> {
  const update = {
    $set: { ...set, ...secrets.sealFields(_id, person) },
    ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map((key) => [key, 1])) }),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after', runValidators: true } as const;
  return asRecord(await GroupMembers.findOneAndUpdate({ _id, version }, update, options).lean());
}

/** In the clear: for sheets, messages and the desk, never for logs or events. */
export const openMember = (member: MemberRecord): MemberPerson => secrets.openFields(member);

export const memberMasks = (member: MemberRecord): { phoneMasked?: string; citizenIdMasked?: string } => {
  const { nameMasked: _, ...masked } = secrets.maskFields(member);
  return masked;
};

/** Citizen number and phone as they are compared. */
export const marksOfPerson = ({ name, phone, citizenId }: MemberPerson): PersonMarks => ({
  ...(name === undefined ? {} : { name }),
  ...(phone === undefined ? {} : { phoneIndex: blindIndex('phone', phone) }),
  ...(citizenId === undefined ? {} : { citizenIdIndex: blindIndex('citizenId', citizenId) }),
});

/** The same of somebody who joined. */
export const marksOfMember = (member: MemberRecord): PersonMarks => marksOfPerson(openMember(member));

/** Does this member count? Who left does not, nor does a second phone with one citizen number. */
export const isStanding = ({ state, doubt }: Pick<MemberRecord, 'state' | 'doubt'>): boolean =>
  state !== 'left' && doubt !== 'sameCitizenId';
