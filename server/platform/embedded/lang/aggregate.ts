import { Int32 } from 'bson';
import { StoreError } from './errors.ts';
import { newScope } from './expression.ts';
import { compileStage, sorting, type Stage } from './stages.ts';
import { Chain, type Step } from './step.ts';
import { isDoc } from './values.ts';
import { wholeNumber } from './numbers.ts';
import type { Scope } from './expression-operator.ts';
import type { Doc, Value } from './types.ts';

/** The leading stages that a planner can answer from an index, applied in this order. */
export interface Prefix {
  filter?: Doc;
  sort?: Doc;
  skip?: number;
  limit?: number;
}

export interface Pipeline {
  prefix: Prefix;
  /** The stages behind the prefix. Documents may come one by one or in batches. */
  run(docs: AsyncIterable<Doc | Doc[]>): AsyncGenerator<Doc>;
  /** The top-level fields `run` reads of each document; null when it needs them all. */
  fields: string[] | null;
}

/** A pipeline of allowed stages; everything wrong with it is found here, before a document is read. */
export function compilePipeline(stages: readonly Doc[]): Pipeline {
  const named = stages.map(readStage);
  const { prefix, count } = leadingPart(named);
  const scope = newScope();
  const rest = compileStages(named.slice(count), scope, false);
  // The prefix is compiled too, for its refusals; the planner compiles its own.
  compileStages(named.slice(0, count), newScope(), false);
  return { prefix, run: (docs) => run(rest.stages, docs), fields: rest.fields };
}

interface NamedStage {
  name: string;
  operand: Value;
}

function readStage(stage: Value): NamedStage {
  if (!isDoc(stage)) throw new StoreError(14, 'Each element of the pipeline array must be an object');
  const [name, ...others] = Object.keys(stage);
  if (name === undefined || others.length > 0) {
    throw new StoreError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  return { name, operand: stage[name] };
}

/** `$match`es, a `$sort`, a `$skip` and a `$limit`, as far as the pipeline begins with them in this order. */
function leadingPart(stages: NamedStage[]): { prefix: Prefix; count: number } {
  const prefix: Prefix = {};
  const filters: Doc[] = [];
  let count = 0;
  const next = (name: string): Value => (stages[count]?.name === name ? stages[count]?.operand : undefined);
  for (let filter = next('$match'); isDoc(filter); filter = next('$match')) {
    filters.push(filter);
    count++;
  }
  const [first] = filters;
  if (first) prefix.filter = filters.length === 1 ? first : { $and: filters };
  const sort = next('$sort');
  if (isDoc(sort)) {
    prefix.sort = sort;
    count++;
  }
  for (const name of ['skip', 'limit'] as const) {
    const number = wholeNumber(next(`$${name}`));
    if (number === null || number < 0) continue;
    prefix[name] = number;
    count++;
  }
  return { prefix, count };
}

function compileStages(
  named: NamedStage[],
  scope: Scope,
  insideFacet: boolean,
): { stages: Stage[]; fields: string[] | null } {
  const stages: Stage[] = [];
  let readsOn = true;
  const later = newScope();
  for (const { name, operand } of named) {
    const own = readsOn ? scope : later;
    if (name === '$facet') {
      if (insideFacet) throw new StoreError(40600, '$facet is not allowed to be used within a $facet stage');
      stages.push(facet(operand));
      own.reads.wholeDocument = true;
      readsOn = false;
      continue;
    }
    const stage = compileStage(name, operand, own);
    stages.push(stage);
    if (stage.replaces) readsOn = false;
    if (name === '$sortByCount') stages.push(compileStage('$sort', DESCENDING_COUNT, later));
  }
  const fields = readsOn || scope.reads.wholeDocument ? null : [...scope.fields];
  return { stages, fields };
}

const DESCENDING_COUNT: Doc = { count: new Int32(-1) };

/** Several pipelines over the same documents, their results side by side in one document. */
function facet(operand: Value): Stage {
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw new StoreError(40169, 'the $facet specification must be a non-empty object');
  }
  const branches = Object.keys(operand).map((name) => {
    const pipeline = operand[name];
    if (!Array.isArray(pipeline))
      throw new StoreError(40170, `arguments to $facet must be arrays, ${name} is not`);
    if (name.startsWith('$') || name.includes('.'))
      throw new StoreError(40169, `'${name}' is no name for a facet`);
    return { name, stages: compileStages(pipeline.map(readStage), newScope(), true).stages };
  });
  return {
    name: '$facet',
    operand,
    replaces: true,
    start: () => {
      const running = branches.map(({ name, stages }) => {
        const results: Doc[] = [];
        return { name, results, chain: new Chain(startAll(stages), (doc) => results.push(doc)) };
      });
      return {
        push: (doc) => running.forEach(({ chain }) => chain.push(doc)),
        end: (emit) => {
          running.forEach(({ chain }) => chain.end());
          emit(Object.fromEntries(running.map(({ name, results }) => [name, results])));
        },
      };
    },
  };
}

/** A sort that a limit follows, perhaps behind a skip, keeps only what can come out. */
function startAll(stages: Stage[]): Step[] {
  return stages.map((stage, i) => {
    if (stage.name !== '$sort' || !isDoc(stage.operand)) return stage.start();
    const next = stages[i + 1];
    const skip = next?.name === '$skip' ? (wholeNumber(next.operand) ?? 0) : 0;
    const limit = (next?.name === '$skip' ? stages[i + 2] : next)?.limit;
    return sorting(stage.operand, limit === undefined ? undefined : skip + limit);
  });
}

async function* run(stages: Stage[], docs: AsyncIterable<Doc | Doc[]>): AsyncGenerator<Doc> {
  let results: Doc[] = [];
  const chain = new Chain(startAll(stages), (doc) => results.push(doc));
  for await (const item of docs) {
    if (Array.isArray(item)) for (const doc of item) chain.push(doc);
    else chain.push(item);
    if (results.length > 0) {
      const ready = results;
      results = [];
      yield* ready;
    }
    if (chain.isDone()) break;
  }
  chain.end();
  yield* results;
}
