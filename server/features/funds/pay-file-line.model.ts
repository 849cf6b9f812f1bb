import mongoose from 'mongoose';
import type { CreditTakenBack, PayResult } from '../../core/contract/funds.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';

/** One payment of a pay file. The card stands as it was on the day the file was issued, sealed. */
export interface PayFileLineRecord {
  _id: mongoose.Types.ObjectId;
  payFileId: string;
  projectId: string;
  /** Place in the file, from 1; `<number of the file>-<place>` is its reference. */
  place: number;
  reference: string;
  lineId: string;
  payMonth: PayMonth;
  workerName: string;
  bankName?: string;
  bankCard?: Sealed;
  amountFen: Fen;
  /** Absent until the bank has answered. */
  result?: 'credited' | 'bounced';
  resultFen?: Fen;
  resultOn?: PlainDate;
  reason?: string;
  /** Credits that proved wrong, oldest first. */
  takenBack?: CreditTakenBack[];
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true, min: 1, validate: Number.isSafeInteger } as const;
const schema = new mongoose.Schema(
  {
    payFileId: text,
    projectId: text,
    place: whole,
    reference: text,
    lineId: text,
    payMonth: text,
    workerName: text,
    bankName: String,
    amountFen: whole,
    result: { type: String, enum: ['credited', 'bounced'] },
    resultFen: Number,
    resultOn: String,
    reason: String,
    takenBack: {
      type: [
        new mongoose.Schema(
          { amountFen: whole, creditedOn: text, on: text, reason: text },
          { _id: false, strict: 'throw', versionKey: false },
        ),
      ],
      default: undefined,
    },
  },
  { collection: 'payFileLines', strict: 'throw', versionKey: false },
);
export const payFileSecrets = encryptedFields(schema, { bankCard: { kind: 'bankCard' } });
schema.index({ payFileId: 1, place: 1 }, { unique: true });
// One by itself: the number of a file is unique, and so is a place in it. A second unique index could not be sharded.
schema.index({ reference: 1, _id: 1 });
schema.index({ projectId: 1, _id: 1 });

export const PayFileLines = mongoose.model('payFileLines', schema);

/** Lean documents are what the schema wrote, so they are PayFileLineRecords. */
const asLines = (docs: unknown): PayFileLineRecord[] => docs as PayFileLineRecord[];

export interface NewPayFileLine extends Omit<
  PayFileLineRecord,
  '_id' | 'bankCard' | 'result' | 'resultFen' | 'resultOn' | 'reason' | 'takenBack'
> {
  card: string;
}

export async function insertPayFileLines(lines: readonly NewPayFileLine[]): Promise<void> {
  const documents = lines.map(({ card, ...line }) => {
    const _id = new mongoose.Types.ObjectId();
    return { _id, ...line, ...payFileSecrets.sealFields(_id, { bankCard: card }) };
  });
  await PayFileLines.insertMany(documents);
}

/** All lines of a pay file in its order (index payFileId+place). */
export async function findPayFileLines(payFileId: string): Promise<PayFileLineRecord[]> {
  return asLines(await PayFileLines.find({ payFileId }).sort({ place: 1 }).lean());
}

export async function findByReference(reference: string): Promise<PayFileLineRecord | null> {
  const found: unknown = await PayFileLines.findOne({ reference }).lean();
  return found as PayFileLineRecord | null; // as asLines
}

/** The lines under these references, by reference; those of no pay file are left out. */
export async function findByReferences(
  references: readonly string[],
): Promise<Map<string, PayFileLineRecord>> {
  if (references.length === 0) return new Map();
  const found = asLines(await PayFileLines.find({ reference: { $in: [...references] } }).lean());
  return new Map(found.map((line) => [line.reference, line]));
}

/** Writes what the bank said of these payments, in one command. */
export async function writeResults(
  said: readonly { line: Pick<PayFileLineRecord, '_id'>; result: PayResult }[],
): Promise<void> {
  await PayFileLines.bulkWrite(
    said.map(({ line, result: { result, amountFen, on, reason } }) => ({
      updateOne: {
        filter: { _id: line._id },
        update: {
          $set: {
            result,
            resultFen: amountFen,
            resultOn: on,
            ...(reason === undefined ? {} : { reason }),
          },
          ...(reason === undefined ? { $unset: { reason: 1 as const } } : {}),
        },
      },
    })),
  );
}

/** These credits did not arrive after all: each moves into the past of its line, in one command. */
export async function writeTakenBack(
  lines: readonly PayFileLineRecord[],
  { on, reason }: Pick<CreditTakenBack, 'on' | 'reason'>,
): Promise<void> {
  await PayFileLines.bulkWrite(
    lines.map(({ _id, amountFen, resultFen, resultOn = on }) => ({
      updateOne: {
        filter: { _id },
        update: {
          $set: { result: 'bounced' as const, resultOn: on, reason },
          $push: { takenBack: { amountFen: resultFen ?? amountFen, creditedOn: resultOn, on, reason } },
        },
      },
    })),
  );
}

export async function repointPayFileLines(fromId: string, intoId: string): Promise<void> {
  await PayFileLines.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
}
