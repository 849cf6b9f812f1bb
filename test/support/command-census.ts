import type { Document } from 'mongodb';
import { isAllowed, type AllowKind } from '../../server/platform/embedded/lang/allow-list.ts';

/**
 * What the application asks of its database: every command, operator, stage and value type in the
 * commands the driver sends (its `commandStarted` events, with `monitorCommands: true`).
 */
export interface Asked {
  kind: AllowKind;
  name: string;
}

type Note = (kind: AllowKind, name: string) => void;

/** Everything in one command that the allow-list speaks of, each once. */
export function collectOperators(command: Document): Asked[] {
  const found = new Map<string, Asked>();
  const note: Note = (kind, name) => found.set(`${kind}.${name}`, { kind, name });
  const [name = ''] = Object.keys(command);
  note('commands', name);
  noteFilter(command['filter'] ?? command['query'], note);
  noteProjection(command['projection'] ?? command['fields'], note);
  if (command['update'] !== undefined) noteUpdate(command['update'], note);
  for (const filter of list(command['arrayFilters'])) noteFilter(filter, note);
  for (const one of list(command['updates'])) {
    noteFilter(one['q'], note);
    noteUpdate(one['u'], note);
    for (const filter of list(one['arrayFilters'])) noteFilter(filter, note);
  }
  for (const one of list(command['deletes'])) noteFilter(one['q'], note);
  for (const one of list(command['documents'])) noteTypes(one, note);
  for (const one of list(command['ops'])) noteTypes(one['document'], note);
  for (const index of list(command['indexes'])) noteIndex(index, note);
  if (Array.isArray(command['pipeline'])) notePipeline(command['pipeline'], note);
  return [...found.values()];
}

/** What a real MongoDB would answer, but the embedded store refuses. */
export function outsideAllowList(asked: readonly Asked[]): string[] {
  return asked.filter(({ kind, name }) => !isAllowed(kind, name)).map(({ kind, name }) => `${kind}.${name}`);
}

const list = (value: unknown): Document[] => (Array.isArray(value) ? (value as Document[]) : []);

function isPlain(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

const isOperator = (name: string | undefined): boolean => name?.startsWith('$') === true;
const startsWithOperator = (value: unknown): value is Document =>
  isPlain(value) && isOperator(Object.keys(value)[0]);

function noteFilter(filter: unknown, note: Note): void {
  if (!isPlain(filter)) return;
  for (const [key, value] of Object.entries(filter)) {
    if (!isOperator(key)) noteCondition(value, note);
    else {
      note('queryOperators', key);
      if (key === '$expr') noteExpression(value, note);
      else for (const branch of list(value)) noteFilter(branch, note);
    }
  }
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr']);

function noteCondition(value: unknown, note: Note): void {
  if (!startsWithOperator(value)) return noteTypes(value, note);
  for (const [operator, operand] of Object.entries(value)) {
    note('queryOperators', operator);
    if (operator === '$not') noteCondition(operand, note);
    else if (operator === '$elemMatch') noteElement(operand, note);
    else if (operator === '$all') for (const item of list(operand)) noteCondition(item, note);
    else if (!['$exists', '$type', '$size', '$mod', '$options'].includes(operator)) noteTypes(operand, note);
  }
}

function noteElement(operand: unknown, note: Note): void {
  const [first = ''] = isPlain(operand) ? Object.keys(operand) : [];
  if (isOperator(first) && !LOGICAL.has(first)) noteCondition(operand, note);
  else noteFilter(operand, note);
}

function noteProjection(projection: unknown, note: Note): void {
  if (!isPlain(projection)) return;
  for (const value of Object.values(projection)) {
    if (!startsWithOperator(value)) continue;
    for (const operator of Object.keys(value)) note('projectionOperators', operator);
    if (value['$elemMatch'] !== undefined) noteElement(value['$elemMatch'], note);
  }
}

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

function noteUpdate(update: unknown, note: Note): void {
  if (Array.isArray(update)) return note('updateOperators', 'pipeline');
  if (!startsWithOperator(update)) return noteTypes(update, note);
  for (const [operator, fields] of Object.entries(update)) {
    note('updateOperators', operator);
    for (const [path, operand] of Object.entries(isPlain(fields) ? fields : {})) {
      notePath(path, note);
      if (operator === '$pull') noteElement(operand, note);
      else if (operator !== '$currentDate') noteOperand(operand, note);
    }
  }
}

function notePath(path: string, note: Note): void {
  for (const part of path.split('.')) {
    if (part === '$' || part === '$[]') note('updateOperators', part);
    else if (part.startsWith('$[')) note('updateOperators', '$[id]');
  }
}

function noteOperand(operand: unknown, note: Note): void {
  if (!startsWithOperator(operand)) return noteTypes(operand, note);
  for (const [name, value] of Object.entries(operand)) {
    note('updateOperators', name);
    if (!MODIFIERS.has(name) || name === '$each') noteTypes(value, note);
  }
}

function noteIndex(index: Document, note: Note): void {
  for (const option of Object.keys(index)) note('indexOptions', option);
  noteFilter(index['partialFilterExpression'], note);
}

function notePipeline(pipeline: Document[], note: Note): void {
  for (const stage of pipeline) {
    const [name = ''] = Object.keys(stage);
    const operand: unknown = stage[name];
    note('stages', name);
    if (name === '$match') noteFilter(operand, note);
    else if (name === '$group') noteGroup(operand, note);
    else if (name === '$facet')
      for (const inner of Object.values(isPlain(operand) ? operand : {})) notePipeline(list(inner), note);
    else if (['$project', '$addFields', '$set'].includes(name)) {
      for (const value of Object.values(isPlain(operand) ? operand : {})) noteExpression(value, note);
    } else if (['$replaceRoot', '$replaceWith', '$sortByCount'].includes(name)) noteExpression(operand, note);
  }
}

function noteGroup(operand: unknown, note: Note): void {
  for (const [field, value] of Object.entries(isPlain(operand) ? operand : {})) {
    if (field === '_id' || !isPlain(value)) noteExpression(value, note);
    else {
      for (const [accumulator, input] of Object.entries(value)) {
        note('accumulators', accumulator);
        noteExpression(input, note);
      }
    }
  }
}

const SYSTEM_VARIABLE = /^\$\$(?:[A-Z]\w*|this)/;

function noteExpression(expression: unknown, note: Note): void {
  if (typeof expression === 'string') {
    const variable = SYSTEM_VARIABLE.exec(expression)?.[0];
    if (variable !== undefined) note('variables', variable);
  } else if (Array.isArray(expression)) {
    for (const item of expression) noteExpression(item, note);
  } else if (isPlain(expression)) {
    for (const [name, operand] of Object.entries(expression)) {
      if (isOperator(name)) note('expressions', name);
      if (name !== '$literal') noteExpression(operand, note);
    }
  } else noteTypes(expression, note);
}

/** The types of a value and of all it holds; operators stand for themselves and are noted elsewhere. */
function noteTypes(value: unknown, note: Note): void {
  const type = typeOf(value);
  if (type === null) return;
  note('valueTypes', type);
  if (Array.isArray(value)) for (const item of value) noteTypes(item, note);
  else if (value instanceof Map) for (const item of value.values()) noteTypes(item, note);
  else if (isPlain(value)) for (const item of Object.values(value)) noteTypes(item, note);
}

const BSON_NAMES: Readonly<Record<string, string>> = {
  ObjectId: 'objectId',
  Binary: 'binData',
  UUID: 'binData',
  Int32: 'int',
  Long: 'long',
  Double: 'double',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
  Decimal128: 'decimal',
  Code: 'javascript',
  BSONSymbol: 'symbol',
  DBRef: 'dbPointer',
};

function typeOf(value: unknown): string | null {
  if (value === undefined || typeof value === 'function') return null;
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'long';
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) <= 2 ** 31 ? 'int' : 'double';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (value instanceof Uint8Array) return 'binData';
  const kind = '_bsontype' in Object(value) ? String((value as Document)['_bsontype']) : '';
  return BSON_NAMES[kind] ?? 'object';
}
