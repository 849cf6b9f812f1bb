/** The part of JSON Schema our description uses. */
export interface Shape {
  $ref?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, Shape>;
  required?: readonly string[];
  items?: Shape;
  anyOf?: readonly Shape[];
  oneOf?: readonly Shape[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}
export interface ApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Shape;
}
type Content = Record<string, { schema: Shape }>;
export interface ApiOperation {
  summary: string;
  description: string;
  tags: readonly string[];
  parameters: readonly ApiParameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
export interface ApiDescription {
  info: { version: string };
  components: { schemas: Record<string, Shape> };
  paths: Record<string, Record<string, ApiOperation>>;
}

/** One endpoint, ready to be read. */
export interface ApiDoor {
  key: string;
  method: string;
  path: string;
  words: { zh: string; en: string };
  audience: string;
  rate: string;
  parameters: readonly ApiParameter[];
  body: Shape | null;
  status: string;
  answer: Shape | null;
  /** The shapes an answer refers to by name. */
  named: Record<string, Shape>;
  /** Signed by a program; a person's session does not open it. */
  isSigned: boolean;
}

const JSON_TYPE = 'application/json';

/** All endpoints by feature, in the order of their names. */
export function doorsByGroup({ paths, components }: ApiDescription): [group: string, doors: ApiDoor[]][] {
  const groups = new Map<string, ApiDoor[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const group = operation.tags[0] ?? '';
      groups.set(group, [
        ...(groups.get(group) ?? []),
        { ...doorOf(method, path, operation), named: components.schemas },
      ]);
    }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

function doorOf(method: string, path: string, operation: ApiOperation): Omit<ApiDoor, 'named'> {
  const [zh = '', en = zh] = operation.summary.split(' · ');
  const [, audience = ''] = /: (.*) · rate/.exec(operation.description) ?? [];
  const [, rate = ''] = /rate `(\w+)`/.exec(operation.description) ?? [];
  const [status, answer] = Object.entries(operation.responses).find(([code]) => code !== 'default') ?? [];
  return {
    ...{ key: `${method} ${path}`, method: method.toUpperCase(), path, words: { zh, en }, audience, rate },
    parameters: operation.parameters,
    body: operation.requestBody?.content[JSON_TYPE]?.schema ?? null,
    status: status ?? '200',
    answer: answer?.content?.[JSON_TYPE]?.schema ?? null,
    isSigned: operation.parameters.some(({ name }) => name === 'x-signature'),
  };
}

/** Every word of these somewhere in the address or the names. */
export function matches({ path, method, words }: ApiDoor, typed: string): boolean {
  const text = `${method} ${path} ${words.zh} ${words.en}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What a value of this shape may look like: required fields with the least that passes, never a real person's. */
export function exampleOf(shape: Shape): unknown {
  const [choice] = shape.anyOf ?? shape.oneOf ?? [];
  if (shape.const !== undefined) return shape.const;
  if (shape.default !== undefined) return shape.default;
  if (shape.enum !== undefined) return shape.enum[0];
  if (choice !== undefined) return exampleOf(choice);
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  switch (type) {
    case 'object':
      return exampleFields(shape);
    case 'array':
      return shape.items === undefined ? [] : [exampleOf(shape.items)];
    case 'integer':
    case 'number':
      return shape.minimum ?? 0;
    case 'boolean':
      return false;
    case 'string':
      return exampleText(shape);
    default:
      return {};
  }
}

function exampleFields({ properties = {}, required = [] }: Shape): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => required.length === 0 || required.includes(name));
  return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name] ?? {})]));
}

/** Texts whose form is fixed show that form. */
function exampleText({ pattern = '', minLength = 0 }: Shape): string {
  if (pattern.includes('\\d{4}-\\d{2}-\\d{2}')) return '2026-01-31';
  if (pattern.includes('{24}')) return '0123456789abcdef01234567';
  if (pattern.includes('\\d{12}')) return '532601';
  return '…'.repeat(Math.max(1, minLength));
}

/** A shape in a few words: type, choices and limits. */
export function shapeText(shape: Shape): string {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return choices.map(shapeText).join(' | ');
  if (shape.enum !== undefined) return shape.enum.map(String).join(' | ');
  const type = [shape.type ?? 'any'].flat().join(' | ');
  const limits = [
    [shape.minimum, shape.maximum],
    [shape.minLength, shape.maxLength],
    [shape.minItems, shape.maxItems],
  ].flatMap(([low, high]) => (low === undefined && high === undefined ? [] : [`${low ?? ''}–${high ?? ''}`]));
  const items = shape.items === undefined ? '' : ` of ${shapeText(shape.items)}`;
  return [type + items, ...limits, shape.format, shape.pattern].filter(Boolean).join(' ');
}

/** A shape with those it names in their places; one that holds itself ends there. */
export function inFull(shape: Shape, named: ApiDoor['named'], within: readonly string[] = []): Shape {
  const { $ref, properties, items, anyOf, ...rest } = shape;
  const name = $ref?.split('/').at(-1);
  if (name !== undefined) {
    return within.includes(name) ? { type: 'object' } : inFull(named[name] ?? {}, named, [...within, name]);
  }
  const full = (one: Shape): Shape => inFull(one, named, within);
  return {
    ...rest,
    ...(items === undefined ? {} : { items: full(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(full) }),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, full(one)])) }),
  };
}

interface ApiField {
  name: string;
  required: boolean;
  text: string;
}

/** The fields of a body or an answer, those inside others by their path; of several possible shapes each field once. */
export function fieldsOf(shape: Shape, path = ''): ApiField[] {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) {
    const fields = choices.flatMap((one) => fieldsOf(one, path));
    return [...new Map(fields.map((field) => [field.name, field])).values()];
  }
  if (shape.items !== undefined) return fieldsOf(shape.items, `${path}[]`);
  return Object.entries(shape.properties ?? {}).flatMap(([key, one]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [
      { name, required: shape.required?.includes(key) ?? false, text: shapeText(one) },
      ...fieldsOf(one, name),
    ];
  });
}
