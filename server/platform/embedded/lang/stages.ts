import { isAllowed } from './allow-list.ts';
import { StoreError } from './errors.ts';
import { compileExpression } from './expression.ts';
import { compileFilter } from './filter.ts';
import { compileGroup } from './group.ts';
import { Budget } from './memory.ts';
import { integer, wholeNumber } from './numbers.ts';
import { compileAddFields, compileProjectStage, compileUnset } from './project.ts';
import { compileSorter, readSort } from './sort.ts';
import { typeName } from './type-names.ts';
import { compileUnwind } from './unwind.ts';
import { isDoc } from './values.ts';
import type { Scope } from './expression-operator.ts';
import type { Step } from './step.ts';
import type { Doc, Value } from './types.ts';

export interface Stage {
  name: string;
  operand: Value;
  /** A new run of the stage, with nothing in it yet. */
  start(): Step;
  /** Set when later stages see only what this stage makes, so nothing more of the document is read. */
  replaces: boolean;
  /** How many documents can be of interest to later stages; a sort before it keeps no more. */
  limit?: number;
}

type Build = (operand: Value, scope: Scope) => Omit<Stage, 'name' | 'operand'>;

const each = (change: (doc: Doc) => Doc, replaces = false): Omit<Stage, 'name' | 'operand'> => ({
  replaces,
  start: () => ({ push: (doc, emit) => emit(change(doc)) }),
});

function document(stage: string, operand: Value, code: number): Doc {
  if (isDoc(operand)) return operand;
  throw new StoreError(code, `the ${stage} specification must be an object, not ${typeName(operand)}`);
}

const BUILDERS: Readonly<Record<string, Build>> = {
  $match: (operand, scope) => {
    const filter = compileFilter(document('$match', operand, 15959));
    if (!filter.fields) scope.reads.wholeDocument = true;
    for (const name of filter.fields ?? []) scope.fields.add(name);
    return {
      replaces: false,
      start: () => ({ push: (doc, emit) => filter.matchesDoc(doc) && emit(doc) }),
    };
  },
  $project: (operand, scope) => {
    const { project, inclusive } = compileProjectStage(document('$project', operand, 15969), scope);
    return each(project, inclusive);
  },
  $addFields: addFields,
  $set: addFields,
  $unset: (operand) => {
    const paths = Array.isArray(operand) ? operand : [operand];
    if (paths.length === 0 || !paths.every((path) => typeof path === 'string')) {
      throw new StoreError(31002, '$unset specification must be a string or a non-empty array of strings');
    }
    return each(compileUnset(paths));
  },
  $group: (operand, scope) => ({ start: compileGroup(operand, scope), replaces: true }),
  $sort: (operand, scope) => {
    const spec = document('$sort', operand, 15973);
    const parts = readSort(spec);
    if (parts.length === 0) throw new StoreError(15976, '$sort stage must have at least one sort key');
    for (const { path } of parts) scope.fields.add(path.split('.')[0] ?? path);
    return { replaces: false, start: () => sorting(spec, undefined) };
  },
  $limit: (operand) => {
    const limit = wholeNumber(operand);
    if (limit === null || limit < 0) {
      throw new StoreError(2107201, 'invalid argument to $limit stage: Expected a non-negative number');
    }
    if (limit === 0) throw new StoreError(15958, 'the limit must be positive');
    return { replaces: false, limit, start: () => limiting(limit) };
  },
  $skip: (operand) => {
    const skip = wholeNumber(operand);
    if (skip === null || skip < 0) {
      throw new StoreError(5107200, 'invalid argument to $skip stage: Expected a non-negative number');
    }
    return { replaces: false, start: () => skipping(skip) };
  },
  $unwind: (operand, scope) => ({ replaces: false, start: compileUnwind(operand, scope) }),
  $count: (operand) => {
    if (typeof operand !== 'string' || operand === '') {
      throw new StoreError(40156, 'the count field must be a non-empty string');
    }
    if (operand.startsWith('$')) throw new StoreError(40158, 'the count field cannot be a $-prefixed path');
    if (operand.includes('.')) throw new StoreError(40160, "the count field cannot contain '.'");
    return { replaces: true, start: () => counting(operand) };
  },
  $replaceRoot: (operand, scope) => {
    const spec = document('$replaceRoot', operand, 40229);
    if (Object.keys(spec).join() !== 'newRoot') {
      throw new StoreError(40231, 'the $replaceRoot specification needs newRoot, and nothing else');
    }
    return replaceRoot(spec['newRoot'], scope);
  },
  $replaceWith: replaceRoot,
  $sortByCount: (operand, scope) => {
    if (!isDoc(operand) && !(typeof operand === 'string' && operand.startsWith('$'))) {
      throw new StoreError(
        40149,
        'the sortByCount field must be defined as a $-prefixed path or an expression',
      );
    }
    return { replaces: true, start: compileGroup({ _id: operand, count: { $count: {} } }, scope) };
  },
};

function addFields(operand: Value, scope: Scope): Omit<Stage, 'name' | 'operand'> {
  return each(compileAddFields(document('$addFields', operand, 40272), scope));
}

function replaceRoot(expression: Value, scope: Scope): Omit<Stage, 'name' | 'operand'> {
  const evaluate = compileExpression(expression, scope);
  const change = (doc: Doc): Doc => {
    const root = evaluate(doc);
    if (isDoc(root)) return root;
    throw new StoreError(
      40228,
      `'newRoot' expression must evaluate to an object, but it was ${typeName(root)}`,
    );
  };
  return each(change, true);
}

/** A sort that keeps this few needs no account of its memory. */
const SMALL_SORT = 10_000;

/** Keeps all there is, or only the first `keep` once that many are known to suffice. */
export function sorting(spec: Doc, keep: number | undefined): Step {
  const sorter = compileSorter(spec);
  const budget = new Budget('$sort', 292);
  let rows: { doc: Doc; key: Value[] }[] = [];
  const trim = (): void => {
    rows.sort((a, b) => sorter.compareKeys(a.key, b.key));
    if (keep !== undefined) rows = rows.slice(0, keep);
  };
  return {
    push: (doc) => {
      if (keep === undefined || keep > SMALL_SORT) budget.take(doc);
      rows.push({ doc, key: sorter.key(doc) });
      if (keep !== undefined && rows.length >= keep * 2 + 1000) trim();
    },
    end: (emit) => {
      trim();
      for (const { doc } of rows) emit(doc);
    },
  };
}

function limiting(limit: number): Step {
  let left = limit;
  return {
    push: (doc, emit) => {
      if (left-- > 0) emit(doc);
    },
    isDone: () => left <= 0,
  };
}

function skipping(skip: number): Step {
  let left = skip;
  return {
    push: (doc, emit) => {
      if (left-- <= 0) emit(doc);
    },
  };
}

function counting(name: string): Step {
  let count = 0;
  return {
    push: () => {
      count++;
    },
    end: (emit) => {
      if (count > 0) emit({ [name]: integer(count) });
    },
  };
}

/** One stage of a pipeline by its name; `$facet` is put together by the pipeline itself. */
export function compileStage(name: string, operand: Value, scope: Scope): Stage {
  const build = isAllowed('stages', name) ? BUILDERS[name] : undefined;
  if (!build) throw new StoreError(40324, `Unrecognized pipeline stage name: '${name}'`);
  return { name, operand, ...build(operand, scope) };
}
