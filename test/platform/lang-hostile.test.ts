import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePipeline } from '../../server/platform/embedded/lang/aggregate.ts';
import { ALLOW_LIST, type AllowKind } from '../../server/platform/embedded/lang/allow-list.ts';
import { StoreError } from '../../server/platform/embedded/lang/errors.ts';
import { compileExpression } from '../../server/platform/embedded/lang/expression.ts';
import { compileFilter } from '../../server/platform/embedded/lang/filter.ts';
import { compileProjection } from '../../server/platform/embedded/lang/project.ts';
import { compileSort } from '../../server/platform/embedded/lang/sort.ts';
import { compileUpdate } from '../../server/platform/embedded/lang/update.ts';
import { serialize, type Doc, type Value } from '../../server/platform/embedded/lang/values.ts';
import { queryDocs } from './store-cases/random-queries.ts';
import { values } from './store-cases/random-values.ts';

const names = (...kinds: AllowKind[]): string[] => kinds.flatMap((kind) => Object.keys(ALLOW_LIST[kind]));
const PATHS = [
  'a',
  'b',
  'a.x',
  'a.0',
  'a.$',
  'a.$[]',
  'a.$[e]',
  'a.$[e].x',
  '',
  '.',
  'a.',
  '$',
  'constructor',
  'toString',
];
const PARTS = [
  'input',
  'as',
  'in',
  'cond',
  'if',
  'then',
  'else',
  'branches',
  'case',
  'default',
  'path',
  'newRoot',
  '_id',
];
const TEXTS = ['$a', '$$ROOT', '$$this', '$$e', '$', '$$', '$a.b', 'e', '^a', '(', '[', 'array', 'number'];

/** Anything that may arrive: operators in the right and in the wrong place, around values of all types. */
function anything(operators: string[]): fc.Arbitrary<Value> {
  const key = fc.oneof(fc.constantFrom(...operators), fc.constantFrom(...PATHS, ...PARTS));
  return fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      { weight: 2, arbitrary: values },
      { weight: 2, arbitrary: fc.constantFrom<Value[]>(...TEXTS) },
      { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
      { weight: 5, arbitrary: docOf(key, tie('value')) },
    ),
  })).value;
}

function docOf(key: fc.Arbitrary<string>, value: fc.Arbitrary<Value>): fc.Arbitrary<Doc> {
  return fc
    .array(fc.tuple(key, value), { maxLength: 3 })
    .map((entries) => Object.fromEntries<Value>(entries));
}

/** One operator, or stage, with anything as its operand: deeper in than what is refused at the first look. */
const used = (operators: string[], inside: string[]): fc.Arbitrary<Doc> =>
  docOf(fc.constantFrom(...operators), anything(inside));

/** The only way to fail is a refusal in words. */
async function refusesAtMost(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    assert.ok(error instanceof StoreError, error instanceof Error ? error.stack : String(error));
    assert.ok(error.message.length > 0 && Number.isInteger(error.code));
    return true;
  }
}

describe('Whatever is asked, the store answers or refuses in words', function () {
  this.timeout(60_000);
  const hostile = <T>(
    what: fc.Arbitrary<T>,
    run: (what: T, doc: Doc) => unknown,
    numRuns = 4000,
  ): Promise<void> => {
    const seen = { refused: 0, answered: 0 };
    const property = fc.asyncProperty(what, queryDocs, async (given, doc) => {
      const refused = await refusesAtMost(() => run(given, doc));
      seen[refused ? 'refused' : 'answered']++;
    });
    return fc
      .assert(property, { numRuns })
      .then(() => assert.ok(seen.refused > 20 && seen.answered > 20, JSON.stringify(seen)));
  };
  const query = names('queryOperators');

  it('when filtering', () =>
    hostile(fc.oneof(used(PATHS, query), used(query, query)), (filter, doc) => {
      const compiled = compileFilter(filter);
      compiled.matches(serialize(doc));
      compiled.positional(doc);
      compiled.bounds('a');
      compiled.impliesPartial(filter);
      return compiled.equalities;
    }));

  it('when updating', () => {
    const operators = names('updateOperators');
    const operand = docOf(fc.constantFrom(...PATHS), anything([...operators, ...query]));
    const update = docOf(fc.constantFrom(...operators), operand);
    const filter = docOf(fc.constantFrom('e', 'e.x', '$or'), anything(query));
    return hostile(
      fc.tuple(update, fc.array(filter, { maxLength: 2 }), fc.nat({ max: 2 })),
      ([given, arrayFilters, positional], doc) => {
        const compiled = compileUpdate(given, { arrayFilters, now: new Date(0) });
        serialize(compiled.apply(doc, { positional, inserting: false }).doc);
        serialize(compiled.upsertDoc({ b: 'x' }));
      },
    );
  });

  it('when computing', () => {
    const expressions = names('expressions');
    return hostile(used(expressions, expressions), (given, doc) =>
      serialize({ v: compileExpression(given)(doc) ?? null }),
    );
  });

  it('when projecting and sorting', () => {
    const operators = names('projectionOperators', 'queryOperators');
    const spec = fc.oneof(
      used(PATHS, operators),
      docOf(fc.constantFrom(...PATHS), fc.constantFrom<Value[]>(true, false)),
    );
    return hostile(
      spec,
      (given, doc) => {
        serialize(compileProjection(given)(doc));
        compileSort(given);
      },
      2000,
    );
  });

  it('when aggregating', () => {
    const inside = names('accumulators', 'expressions', 'queryOperators', 'stages');
    const stage = fc
      .tuple(fc.constantFrom(...names('stages')), anything(inside))
      .map(([name, value]): Doc => ({ [name]: value }));
    const loose = fc.oneof(
      { weight: 8, arbitrary: stage },
      { weight: 1, arbitrary: used(names('stages'), inside) },
    );
    return hostile(fc.array(loose, { minLength: 1, maxLength: 2 }), async (stages, doc) => {
      const { run } = compilePipeline(stages);
      const source = (async function* () {
        yield [doc, doc];
      })();
      for await (const found of run(source)) serialize(found);
    });
  });
});
