import mongoose from 'mongoose';
import { askedTogether } from '../../platform/asked-together.ts';
import { duplicateKeyFields } from '../../platform/db.ts';
import { jobsToCome } from '../../platform/transaction-groups.ts';

interface Counter {
  _id: string;
  last: number;
}
const schema = new mongoose.Schema<Counter>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { strict: 'throw', versionKey: false },
);
const Counters = mongoose.model('receiptCounters', schema, 'receiptCounters');

interface Line {
  /** Draws so many numbers. */
  draw(count: number): Promise<number[]>;
  /** Drawn for submits of one transaction that are still to come. */
  left: number[];
}

/** One line for each office and year. */
const lines = new Map<string, Line>();
const MOST_LINES = 1_000;

/**
 * The next running number of an office and year. Drawn by the native driver, outside any transaction: submits that
 * arrive together do not wait for each other's commits but share a draw, and a crash between the draw and the commit
 * leaves a gap; a number is never given twice. What a group drew and did not use, another office's submit having been in
 * it, is for the next one.
 */
export async function drawRunningNumber(officeAndYear: string): Promise<number> {
  const line = lines.get(officeAndYear) ?? newLine(officeAndYear);
  const kept = line.left.shift();
  if (kept !== undefined) return kept;
  const [mine, ...others] = await line.draw(jobsToCome());
  if (mine === undefined) throw new Error('No number was drawn');
  line.left.push(...others);
  return mine;
}

function newLine(officeAndYear: string): Line {
  const line: Line = {
    draw: askedTogether(async (counts: number[]) => {
      const count = counts.reduce((sum, one) => sum + one, 0);
      let next = (await draw(officeAndYear, count)) - count + 1;
      return counts.map((one) => Array.from({ length: one }, () => next++));
    }),
    left: [],
  };
  if (lines.size >= MOST_LINES) lines.clear(); // who stands in one is served all the same
  lines.set(officeAndYear, line);
  return line;
}

/** The last one of so many numbers, which are all the caller's. */
async function draw(officeAndYear: string, count: number): Promise<number> {
  const once = () =>
    Counters.collection.findOneAndUpdate(
      { _id: officeAndYear as never }, // the native typings know ObjectId keys only
      { $inc: { last: count } },
      { upsert: true, returnDocument: 'after' },
    );
  // Two first draws of a year may both try to make the counter; the slower one finds it there.
  const drawn = await once().catch((error: unknown) => {
    if (duplicateKeyFields(error) === null) throw error;
    return once();
  });
  const last: unknown = drawn?.['last'];
  if (typeof last !== 'number') throw new Error('The receipt counter gave no number');
  return last;
}
