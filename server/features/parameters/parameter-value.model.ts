import mongoose from 'mongoose';
import type { ParameterValue } from '../../core/contract/areas.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

export interface ParameterValueRecord {
  id: string;
  key: string;
  areaCode: string;
  from: PlainDate;
  value: ParameterValue['value'];
  source: string;
  setBy: string;
  setAt: Date;
}

const schema = new mongoose.Schema(
  {
    key: { type: String, required: true },
    areaCode: { type: String, required: true },
    from: { type: String, required: true },
    value: { type: mongoose.Schema.Types.Mixed, required: true },
    source: { type: String, required: true },
    setBy: { type: String, required: true },
    setAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ key: 1, areaCode: 1, from: -1 });
const Values = mongoose.model('parameterValues', schema, 'parameterValues');

type Stored = Omit<ParameterValueRecord, 'id'> & { _id: mongoose.Types.ObjectId };
const toRecord = ({ _id, ...rest }: Stored): ParameterValueRecord => ({ id: _id.toHexString(), ...rest });

/** Values of these keys in these areas, all dates (index key+areaCode+from). */
export async function findValues(
  keys: readonly string[],
  areaCodes: readonly string[],
): Promise<ParameterValueRecord[]> {
  const found = await Values.find({ key: { $in: [...keys] }, areaCode: { $in: [...areaCodes] } }).lean<
    Stored[]
  >();
  return found.map(toRecord);
}

/** Everything any area has set of these keys (index key+areaCode+from). */
export async function findValuesEverywhere(keys: readonly string[]): Promise<ParameterValueRecord[]> {
  return (await Values.find({ key: { $in: [...keys] } }).lean<Stored[]>()).map(toRecord);
}

/** Values are only ever added: a wrong one is corrected by a newer one for the same day. */
export async function insertValue(value: Omit<ParameterValueRecord, 'id'>): Promise<ParameterValueRecord> {
  const [stored] = await Values.insertMany([value]);
  if (stored === undefined) throw new Error('The store answered without the inserted value');
  return { id: stored._id.toHexString(), ...value };
}
