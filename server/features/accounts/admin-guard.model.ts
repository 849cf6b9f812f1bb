import mongoose from 'mongoose';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { Users } from './user.model.ts';

interface AdminGuard {
  _id: string;
  changes: number;
}

const schema = new mongoose.Schema<AdminGuard>(
  { _id: { type: String, required: true }, changes: { type: Number, required: true } },
  { collection: 'adminGuards', strict: 'throw', versionKey: false },
);
const Guards = mongoose.model('adminGuards', schema);

/**
 * Is there another active administrator whose area holds this one? Every change that takes an administrator away
 * writes the same record first: two administrators who disable each other at the same moment then conflict, instead of
 * each seeing the other still in place.
 */
export async function hasOtherAdmin(areaCode: string, userId: string): Promise<boolean> {
  await Guards.updateOne({ _id: 'admins' }, { $inc: { changes: 1 } }, { upsert: true })
    .exec()
    .catch(retryWhenTaken);
  const holding = Array.from({ length: areaCode.length }, (_, index) => areaCode.slice(0, index + 1));
  const other = await Users.findOne(
    {
      _id: { $ne: userId },
      state: 'active',
      grants: { $elemMatch: { role: 'admin', areaCode: { $in: holding } } },
    },
    { _id: 1 },
  ).lean();
  return other !== null;
}
