import { Double } from 'bson';
import { StoreError } from '../lang/errors.ts';
import * as args from '../arguments.ts';
import { planQuery, results, scanOf } from '../query.ts';
import { asInt, success } from '../reply.ts';
import { ticks } from '../time.ts';
import { planAggregation, runAggregation } from './aggregate.ts';
import type { Call } from '../engine.ts';
import type { Doc } from '../lang/values.ts';
import type { Query, Wanted } from '../query.ts';

/** How a command would be carried out; with executionStats it is, as far as it only reads. */
export async function explain(call: Call): Promise<Buffer> {
  const command = args.document(call.body, 'explain');
  const verbosity = call.body['verbosity'] ?? 'allPlansExecution';
  const [name] = Object.keys(command);
  if (name === 'aggregate') return explainAggregation(call, command, verbosity !== 'queryPlanner');
  const { ns, wanted, skip, limit } = wantedBy(call, name ?? '', command);
  const collection = call.engine.catalog.find(ns);
  if (!collection)
    return success({ queryPlanner: { namespace: ns, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } });
  const query = planQuery(call, collection, wanted);
  const reply: Doc = { queryPlanner: { namespace: ns, winningPlan: winningPlan(query), rejectedPlans: [] } };
  if (verbosity !== 'queryPlanner') {
    const scan = scanOf(call, query);
    reply['executionStats'] = await stats(scan, results(call, query, skip, limit, scan));
  }
  return success(reply);
}

async function explainAggregation(call: Call, command: Doc, run: boolean): Promise<Buffer> {
  const aggregation = planAggregation(call, command);
  const { ns, query } = aggregation;
  if (!query)
    return success({ queryPlanner: { namespace: ns, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } });
  const reply: Doc = { queryPlanner: { namespace: ns, winningPlan: winningPlan(query), rejectedPlans: [] } };
  if (run) {
    const scan = scanOf(call, query);
    reply['executionStats'] = await stats(scan, runAggregation(call, aggregation, scan));
  }
  return success(reply);
}

/** The reading half of each command that finds documents. */
function wantedBy(
  call: Call,
  name: string,
  command: Doc,
): { ns: string; wanted: Wanted; skip: number; limit: number } {
  const ns = `${call.db}.${args.text(command, name)}`;
  const skip = args.count(command, 'skip') ?? 0;
  const limit = args.count(command, 'limit') ?? 0;
  switch (name) {
    case 'find':
      return {
        ns,
        skip,
        limit,
        wanted: {
          filter: args.document(command, 'filter'),
          sort: args.optionalDocument(command, 'sort'),
          hint: command['hint'],
          limit: limit > 0 ? skip + limit : 0,
        },
      };
    case 'count':
    case 'distinct':
      return { ns, skip, limit, wanted: { filter: args.document(command, 'query'), hint: command['hint'] } };
    case 'findAndModify':
    case 'findandmodify':
      return {
        ns,
        skip: 0,
        limit: 1,
        wanted: {
          filter: args.document(command, 'query'),
          sort: args.optionalDocument(command, 'sort'),
          hint: command['hint'],
        },
      };
    case 'update':
    case 'delete': {
      const [statement] = args.documents(command, name === 'update' ? 'updates' : 'deletes');
      return {
        ns,
        skip: 0,
        limit: 0,
        wanted: { filter: args.document(statement ?? {}, 'q'), hint: statement?.['hint'] },
      };
    }
    default:
      throw new StoreError(59, `Explain failed due to unknown command: ${name}`);
  }
}

function winningPlan({ plan, test, sort }: Query): Doc {
  const direction = plan.reverse ? 'backward' : 'forward';
  let stage: Doc;
  if (plan.index) {
    const key = { keyPattern: plan.index.spec['key'], indexName: plan.index.name };
    stage = {
      stage: 'FETCH',
      inputStage: {
        stage: 'IXSCAN',
        ...key,
        isMultiKey: plan.index.multikey,
        isUnique: plan.index.unique,
        direction,
      },
    };
  } else if (plan.bounded || (sort && plan.sorted)) {
    stage = {
      stage: 'FETCH',
      inputStage: { stage: 'IXSCAN', keyPattern: { _id: args.int(1) }, indexName: '_id_', direction },
    };
  } else stage = { stage: 'COLLSCAN', filtered: test !== null, direction };
  return sort && !plan.sorted ? { stage: 'SORT', sortPattern: sort, inputStage: stage } : stage;
}

async function stats(
  scan: { docsExamined: number; keysExamined: number },
  found: AsyncIterable<Uint8Array[]>,
): Promise<Doc> {
  const start = ticks();
  let returned = 0;
  for await (const some of found) returned += some.length;
  return {
    executionSuccess: true,
    nReturned: asInt(returned),
    executionTimeMillis: new Double(Math.round(ticks() - start)),
    totalKeysExamined: asInt(scan.keysExamined),
    totalDocsExamined: asInt(scan.docsExamined),
  };
}
