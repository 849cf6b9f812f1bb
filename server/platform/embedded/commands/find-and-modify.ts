import { compileFilter } from '../lang/filter.ts';
import { StoreError } from '../lang/errors.ts';
import { compileProjection } from '../lang/project.ts';
import { isDoc, parse, serialize } from '../lang/values.ts';
import * as args from '../arguments.ts';
import { insertDocument, removeDocument, withId } from '../documents.ts';
import { firstMatch, planQuery } from '../query.ts';
import { valueReply } from '../reply.ts';
import { readUpdate, updateDocument } from './write.ts';
import type { Collection } from '../catalog.ts';
import type { Target } from '../documents.ts';
import type { Call } from '../engine.ts';
import type { Doc, Value } from '../lang/values.ts';

interface Outcome {
  value: Doc | null;
  lastErrorObject: Doc;
}

/** Changes or removes one document and answers with it as it was, or as it is now. */
export async function findAndModify(call: Call): Promise<Buffer> {
  const { body, engine, session } = call;
  const name = args.text(body, 'findAndModify' in body ? 'findAndModify' : 'findandmodify');
  args.refuseCollation(body);
  const work = args.flag(body, 'remove') ? removal(call, name) : modification(call, name);
  if (args.flag(body, 'upsert')) await engine.ensureCollection(call.db, name);
  const txnNumber = call.transaction ? undefined : session?.txnNumber;
  const { value, lastErrorObject } = await engine.write(call, (target): Outcome => {
    if (session && txnNumber !== undefined) {
      const record = engine.sessions.recordFor(target, session.id, txnNumber);
      if (record) return fromDoc(record.progress);
    }
    const outcome = work(target, engine.catalog.find(`${call.db}.${name}`));
    if (session && txnNumber !== undefined) {
      // The document itself is the answer to a second sending, so it is kept with the session.
      const progress: Doc = { value: outcome.value, lastErrorObject: outcome.lastErrorObject };
      target.apply([engine.sessions.recordChange(session.id, { txnNumber, kind: 'write', progress })]);
    }
    return outcome;
  });
  return valueReply(value ? serialize(value) : null, { lastErrorObject });
}

const fromDoc = (progress: Doc): Outcome => ({
  value: isDoc(progress['value']) ? progress['value'] : null,
  lastErrorObject: isDoc(progress['lastErrorObject']) ? progress['lastErrorObject'] : {},
});

type Work = (target: Target, collection: Collection | undefined) => Outcome;

function wantedOf(body: Doc): { filter: Doc; sort: Doc | undefined; hint: Value } {
  return {
    filter: args.document(body, 'query'),
    sort: args.optionalDocument(body, 'sort'),
    hint: body['hint'],
  };
}

function projector(body: Doc): (doc: Doc) => Doc {
  const fields = args.optionalDocument(body, 'fields');
  return fields && Object.keys(fields).length > 0 ? compileProjection(fields) : (doc) => doc;
}

function removal(call: Call, _name: string): Work {
  const { body } = call;
  if (body['update'] !== undefined)
    throw new StoreError(9, "Cannot specify both an 'update' and 'remove'=true");
  const wanted = wantedOf(body);
  compileFilter(wanted.filter);
  const project = projector(body);
  return (target, collection) => {
    const match = collection && firstMatch(target, planQuery(call, collection, wanted));
    if (!match) return { value: null, lastErrorObject: { n: args.int(0) } };
    const doc = parse(match.bytes);
    target.claim(match.docKey);
    removeDocument(target, collection, match.docKey, doc);
    return { value: project(doc), lastErrorObject: { n: args.int(1) } };
  };
}

function modification(call: Call, name: string): Work {
  const { body } = call;
  const wanted = wantedOf(body);
  const filter = compileFilter(wanted.filter);
  const change = readUpdate(body['update'], args.optionalDocuments(body, 'arrayFilters'));
  const project = projector(body);
  const wantsNew = args.flag(body, 'new');
  const upserts = args.flag(body, 'upsert');
  return (target, collection) => {
    const match = collection && firstMatch(target, planQuery(call, collection, wanted));
    if (match) {
      const old = parse(match.bytes);
      const { doc } = updateDocument(target, collection, match.docKey, old, filter, change);
      return {
        value: project(wantsNew ? doc : old),
        lastErrorObject: { n: args.int(1), updatedExisting: true },
      };
    }
    if (!upserts) return { value: null, lastErrorObject: { n: args.int(0), updatedExisting: false } };
    if (!collection) throw new StoreError(26, `ns not found: ${call.db}.${name}`);
    const doc = withId(change.upsertDoc(filter.equalities));
    insertDocument(target, collection, doc, serialize(doc));
    return {
      value: wantsNew ? project(doc) : null,
      lastErrorObject: { n: args.int(1), updatedExisting: false, upserted: doc['_id'] },
    };
  };
}
