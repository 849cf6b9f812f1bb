import mongoose from 'mongoose';
import { keyedHash, randomToken, sameMark } from '../../platform/auth/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';

export const CODE_SECONDS = 300;
export const CODE_TRIES = 5;

const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    codeHash: { type: String, required: true },
    tries: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
    /** Used, or replaced by a newer one. */
    closedAt: Date,
  },
  { collection: 'phoneChallenges', strict: 'throw', versionKey: false },
);
const secrets = encryptedFields(schema, { phone: { kind: 'phone', blindIndex: true } });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const Challenges = mongoose.model('phoneChallenges', schema);

/** The challenge is part of what is hashed: equal codes of two people do not look alike. */
const hashOf = (id: string, code: string): string => keyedHash('phoneCode', `${id}\n${code}`);

/** Keeps the code's hash for five minutes; earlier codes of the same phone stop working. */
export async function insertChallenge(phone: string, code: string, now: Date): Promise<string> {
  const _id = randomToken();
  const expiresAt = new Date(now.getTime() + CODE_SECONDS * 1000);
  const open = { ...secrets.where('phone', phone), closedAt: { $exists: false } };
  await Challenges.updateMany(open, { $set: { closedAt: now } });
  const sealed = secrets.sealFields(_id, { phone });
  await Challenges.create([{ _id, codeHash: hashOf(_id, code), tries: 0, expiresAt, ...sealed }]);
  return _id;
}

/** Takes one try; the phone when the code is right. The try is spent before the code is compared. */
export async function tryCode(id: string, code: string, now: Date): Promise<string | null> {
  const open = { _id: id, closedAt: { $exists: false }, expiresAt: { $gt: now }, tries: { $lt: CODE_TRIES } };
  const found = await Challenges.findOneAndUpdate(open, { $inc: { tries: 1 } }).lean();
  if (found === null || !sameMark(found.codeHash, hashOf(id, code))) return null;
  return secrets.openFields(found).phone ?? null;
}

/** True for the first caller only: a code serves once. */
export async function closeChallenge(id: string, now: Date): Promise<boolean> {
  const open = { _id: id, closedAt: { $exists: false } };
  return (await Challenges.updateOne(open, { $set: { closedAt: now } })).modifiedCount === 1;
}
