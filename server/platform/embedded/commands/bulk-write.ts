import { Int32 } from 'bson';
import { StoreError } from '../lang/errors.ts';
import { longOf, wholeNumber } from '../lang/numbers.ts';
import { parse, rawDocument, rawField, serialize } from '../lang/values.ts';
import * as args from '../arguments.ts';
import { asInt, success } from '../reply.ts';
import { carryOut } from './statements.ts';
import { checkedCount, Insertion } from './write.ts';
import type { Call } from '../engine.ts';
import type { Doc } from '../lang/values.ts';
import type { Progress } from './statements.ts';

/** Inserts into several collections by one command; other operations are not carried out here. */
export async function bulkWrite(call: Call): Promise<Buffer> {
  const { engine, transaction } = call;
  if (call.db !== 'admin') throw new StoreError(13, 'bulkWrite may only be run against the admin database.');
  const namespaces = partsOf(call, 'nsInfo').map((bytes) => args.text(parse(bytes), 'ns'));
  const given = checkedCount(partsOf(call, 'ops')).map((bytes) => insertOf(bytes, namespaces));
  for (const ns of new Set(given.map((one) => one.ns))) {
    const dot = ns.indexOf('.');
    if (dot < 1 || dot === ns.length - 1) throw new StoreError(73, `Invalid namespace specified '${ns}'`);
    await engine.ensureCollection(ns.slice(0, dot), ns.slice(dot + 1));
    transaction?.touched.add(ns);
  }
  const progress = await carryOut(
    call,
    given.map(({ ns, document }) => new Insertion(engine, ns, document)),
  );
  return success(replyOf(progress, args.flag(call.body, 'errorsOnly')));
}

/** Documents of the body, or beside it. */
const partsOf = (call: Call, name: string): Buffer[] =>
  call.sequences.get(name) ?? args.documents(call.body, name).map((doc) => serialize(doc));

function insertOf(bytes: Buffer, namespaces: readonly string[]): { ns: string; document: Buffer } {
  const at = wholeNumber(rawField(bytes, 'insert'));
  if (at === null) throw new StoreError(115, 'bulkWrite carries out inserts only in this single-node store');
  const ns = namespaces[at];
  if (ns === undefined) throw new StoreError(2, `BulkWrite ops entry has an invalid nsInfo index ${at}`);
  const document = rawDocument(bytes, 'document');
  if (document === undefined) throw new StoreError(14, "BSON field 'document' has to be an object");
  return { ns, document };
}

function replyOf({ n, next, writeErrors }: Progress, errorsOnly: boolean): Doc {
  const failed = new Map(
    writeErrors.map(({ index, ...error }) => [wholeNumber(index), { ok: new Int32(0), ...error }]),
  );
  const results = Array.from({ length: next }, (_, idx): Doc => {
    const error = failed.get(idx);
    return error === undefined
      ? { ok: new Int32(1), idx: new Int32(idx), n: new Int32(1) }
      : { ...error, idx: new Int32(idx), n: new Int32(0) };
  });
  return {
    cursor: {
      id: longOf(0n),
      firstBatch: errorsOnly ? results.filter((_, idx) => failed.has(idx)) : results,
      ns: 'admin.$cmd.bulkWrite',
    },
    nErrors: asInt(writeErrors.length),
    nInserted: asInt(n),
    ...{ nMatched: asInt(0), nModified: asInt(0), nUpserted: asInt(0), nDeleted: asInt(0) },
  };
}
