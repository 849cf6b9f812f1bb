import { isDeepStrictEqual } from 'node:util';
import mongoose from 'mongoose';
import type { Locale, UserState } from '../../core/contract/accounts.ts';
import { LOCALES, USER_STATES } from '../../core/contract/accounts.ts';
import type { Grant } from '../../core/contract/roles.ts';
import { COMPANY_POSITIONS, ROLES } from '../../core/contract/roles.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { remembered } from '../../platform/remembered.ts';

/** An account as it lies in the store. Sealed fields are opened through `userSecrets` only. */
export interface UserRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  login?: string;
  /** The login in lower case: one person per login, however it is written. */
  loginKey?: string;
  email?: string;
  phone?: Sealed;
  phoneIndex?: string;
  /** A worker signs in with the code sent to this phone; only then one phone is one account. */
  phoneSignIn?: true;
  state: UserState;
  /** A company closed it, so a company may open it again; what the office closed stays closed for companies. */
  closedByCompany?: true;
  grants: Grant[];
  locale: Locale;
  passwordHash?: string;
  mustChangePassword: boolean;
  /** A password that somebody else has known opens nothing any more from here on. */
  firstPasswordUntil?: Date;
  /** When the password was set; unknown where that was before it was noted. */
  passwordAt?: Date;
  /** When it was last opened again: from then on it is watched for not being used. */
  enabledAt?: Date;
  totpSecret?: Sealed;
  /** Set up but not confirmed yet. */
  totpPending?: Sealed;
  /** The time step of the last code that was used: no code serves twice. */
  totpLastStep?: number;
  recoveryCodes: string[];
  lastSignInAt?: Date;
  createdAt: Date;
  version: number;
}

const grantShape = new mongoose.Schema<Grant>(
  {
    role: { type: String, enum: ROLES, required: true },
    areaCode: { type: String, required: true },
    companyId: String,
    position: { type: String, enum: COMPANY_POSITIONS },
    departmentCode: String,
    bankBranchCode: String,
  },
  { _id: false, strict: 'throw' },
);

const schema = new mongoose.Schema(
  {
    name: { type: String, required: true },
    login: String,
    loginKey: String,
    email: String,
    phoneSignIn: Boolean,
    state: { type: String, enum: USER_STATES, required: true },
    closedByCompany: Boolean,
    grants: { type: [grantShape], required: true },
    locale: { type: String, enum: LOCALES, required: true },
    passwordHash: String,
    mustChangePassword: { type: Boolean, required: true },
    firstPasswordUntil: Date,
    passwordAt: Date,
    enabledAt: Date,
    totpLastStep: Number,
    recoveryCodes: { type: [String], required: true },
    lastSignInAt: Date,
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'users', strict: 'throw', versionKey: false },
);

export const userSecrets = encryptedFields(schema, {
  phone: { kind: 'phone', blindIndex: true },
  totpSecret: { kind: 'text' },
  totpPending: { kind: 'text' },
});

schema.index({ loginKey: 1 }, { unique: true, partialFilterExpression: { loginKey: { $exists: true } } });
schema.index(
  { phoneIndex: 1, phoneSignIn: 1 },
  { unique: true, partialFilterExpression: { phoneSignIn: true } },
);
schema.index({ 'grants.areaCode': 1, _id: 1 });
schema.index({ 'grants.companyId': 1, _id: 1 });
schema.index({ createdAt: -1, _id: -1 });

export const Users = mongoose.model('users', schema);

/** Opens the phone alone, never the secrets beside it. */
const phoneOnly = (user: UserRecord): Pick<UserRecord, '_id' | 'phone'> => ({
  _id: user._id,
  ...(user.phone === undefined ? {} : { phone: user.phone }),
});
export function phoneMasked(user: UserRecord): { phoneMasked?: string } {
  return userSecrets.maskFields(phoneOnly(user));
}
/** For sending to it, never for responses. */
export const phoneOf = (user: UserRecord): string | undefined =>
  userSecrets.openFields(phoneOnly(user)).phone;

export const loginKeyOf = (login: string): string => login.trim().toLowerCase();

/** Lean documents are what the schema wrote, so they are UserRecords. */
const asRecord = (doc: unknown): UserRecord | null => doc as UserRecord | null;

export type NewUser = Omit<
  UserRecord,
  '_id' | 'loginKey' | 'phone' | 'phoneIndex' | 'totpSecret' | 'totpPending' | 'version'
> & {
  phone?: string;
};

export async function insertUser(user: NewUser): Promise<UserRecord> {
  const _id = new mongoose.Types.ObjectId();
  const { phone, ...plain } = user;
  const loginKey = plain.login === undefined ? {} : { loginKey: loginKeyOf(plain.login) };
  const content = { _id, ...plain, ...loginKey, ...userSecrets.sealFields(_id, { phone }), version: 1 };
  const [made] = await Users.create([content]);
  return made?.toObject() as unknown as UserRecord; // what the schema has just written
}

const known = remembered<UserRecord | null>();

/** As it was within the last second, for what every request asks; a change by this process is seen at once. */
export const findKnownUser = (id: string): Promise<UserRecord | null> => known.get(id, () => findUser(id));

export async function findUser(id: string): Promise<UserRecord | null> {
  return asRecord(await Users.findById(id).lean());
}

/** The account, when it lies within what this reader may see. */
export async function findUserWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<UserRecord | null> {
  return asRecord(await Users.findOne({ _id: id, ...limits }).lean());
}

export async function findUserByLogin(login: string): Promise<UserRecord | null> {
  return asRecord(await Users.findOne({ loginKey: loginKeyOf(login) }).lean());
}

/** The worker who signs in with this phone. */
export async function findUserByPhone(phone: string): Promise<UserRecord | null> {
  return asRecord(await Users.findOne({ ...userSecrets.where('phone', phone), phoneSignIn: true }).lean());
}

export interface UserChange {
  set?: Record<string, unknown>;
  unset?: Record<string, 1>;
}

/** Changes the account if it still has this version, and is as `also` says; null when somebody was faster. */
export async function changeUserRecord(
  id: string,
  version: number,
  change: UserChange,
  also: Record<string, unknown> = {},
): Promise<UserRecord | null> {
  const update = {
    ...(change.set === undefined ? {} : { $set: change.set }),
    ...(change.unset === undefined ? {} : { $unset: change.unset }),
    $inc: { version: 1 },
  };
  known.forget(id);
  return asRecord(
    await Users.findOneAndUpdate({ ...also, _id: id, version }, update, {
      returnDocument: 'after',
    }).lean(),
  );
}

/** Not a change of the account, so its version stays. */
export async function markSignedIn(id: string, now: Date): Promise<void> {
  await Users.updateOne({ _id: id }, { $set: { lastSignInAt: now } });
}

/** True for the first caller of this time step only. */
export async function useTotpStep(id: string, step: number): Promise<boolean> {
  const unused = { _id: id, $or: [{ totpLastStep: { $exists: false } }, { totpLastStep: { $lt: step } }] };
  return (await Users.updateOne(unused, { $set: { totpLastStep: step } })).modifiedCount === 1;
}

/** True for the first caller only: a recovery code serves once. */
export async function useRecoveryCode(id: string, codeHash: string): Promise<boolean> {
  const has = { _id: id, recoveryCodes: codeHash };
  return (await Users.updateOne(has, { $pull: { recoveryCodes: codeHash } })).modifiedCount === 1;
}

export async function findActiveAdminIds(): Promise<string[]> {
  const found = await Users.find({ state: 'active', 'grants.role': 'admin' }, { _id: 1 }).limit(100).lean();
  return found.map((user) => String(user._id));
}

/** The active people of a company in one position (index grants.companyId). */
export async function findPeopleOfCompany(
  companyId: string,
  position: NonNullable<Grant['position']>,
): Promise<{ id: string; email?: string }[]> {
  const who = { 'grants.companyId': companyId, state: 'active' as const };
  const found = await Users.find(who, { grants: 1, email: 1 }).limit(200).lean();
  return found.flatMap(({ _id, grants, email }) =>
    grants.some((grant) => grant.companyId === companyId && grant.position === position)
      ? [{ id: String(_id), ...(email ? { email } : {}) }]
      : [],
  );
}

/** Rights given for the one company are rights for the other; one given twice is had once (index grants.companyId). */
export async function repointPeople(fromId: string, intoId: string): Promise<void> {
  const found = await Users.find({ 'grants.companyId': fromId }, { grants: 1 }).lean<
    Pick<UserRecord, '_id' | 'grants'>[]
  >();
  for (const { _id, grants } of found) {
    const moved = grants.map((grant) =>
      grant.companyId === fromId ? { ...grant, companyId: intoId } : grant,
    );
    const distinct = moved.filter(
      (one, at) => moved.findIndex((other) => isDeepStrictEqual(one, other)) === at,
    );
    known.forget(String(_id));
    await Users.updateOne({ _id }, { $set: { grants: distinct }, $inc: { version: 1 } });
  }
}
