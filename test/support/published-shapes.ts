import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { ROUTES } from '../../server/doors.ts';
import { openApi } from '../../server/platform/http/openapi.ts';
import type { Route } from '../../server/platform/http/route.ts';

type Json = Record<string, unknown>;

interface Published {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Json }> }>>;
  components: { schemas: Json };
}

const doorOf = ({ method, path }: Route): [address: string, method: string] => [
  `/api${path.replace(/:(\w+)/gu, '{$1}')}`,
  method,
];
const pointer = (...names: string[]): string =>
  names.map((name) => encodeURIComponent(name.replace(/~/gu, '~0').replace(/\//gu, '~1'))).join('/');

/**
 * A reader of the interface shrugs at a field he does not know; here it is a fault: a field that no type names is one
 * that nobody decided to hand out.
 */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const within = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObject = within['type'] === 'object' && !('additionalProperties' in within);
  return isObject ? { ...within, additionalProperties: false } : within;
}

/** Checks answers against the description that is published, not against what it was made from. */
export interface PublishedShapes {
  checkSuccess(route: Route, status: number, type: string, body: string): void;
  /** Whatever door stands behind an address, and every refusal; what is no door of this interface passes. */
  checkAddress(method: string, url: string, status: number, type: string, body: string): void;
  checkProblem(problem: unknown): void;
}

let known: PublishedShapes | undefined;

/** Put together once in a process; each door's shape is compiled when it first answers. */
export const publishedShapes = (): PublishedShapes => (known ??= readShapes());

function readShapes(): PublishedShapes {
  const { paths, components } = openApi(ROUTES, { version: '0', url: '' }) as unknown as Published; // its own form
  const ajv = new Ajv.default({
    strict: false,
    validateSchema: false,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/u, 'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u },
  });
  ajv.addSchema({ $id: 'anxin', paths: closed(paths) as Json, components: closed(components) as Json });
  const compiled = new Map<string, ValidateFunction>();
  const shapeAt = (...names: string[]): ValidateFunction => {
    const at = `anxin#/${pointer(...names)}`;
    const found = compiled.get(at) ?? ajv.getSchema(at);
    assert.ok(found !== undefined, at);
    compiled.set(at, found);
    return found;
  };
  const holds = (shape: ValidateFunction, value: unknown, what: string): void =>
    assert.ok(shape(value), `${what} is not the published shape: ${JSON.stringify(shape.errors?.slice(-4))}`);

  const checkSuccess: PublishedShapes['checkSuccess'] = (route, status, type, body) => {
    // Whoever names what he has already, or names anything, is told that nothing has changed.
    if (status === 304) return assert.equal(body, '');
    const [address, method] = doorOf(route);
    const told = paths[address]?.[method]?.responses[status];
    assert.ok(told !== undefined, `${method} ${address}: ${status} is not published`);
    if (told.content === undefined && route.kind === 'raw') return; // a file
    if (told.content === undefined) return assert.equal(body, '');
    assert.match(type, /^application\/json/u);
    const at = [
      'paths',
      address,
      method,
      'responses',
      String(status),
      'content',
      'application/json',
      'schema',
    ];
    holds(shapeAt(...at), JSON.parse(body), `the answer of ${method} ${address}`);
  };
  const checkProblem = (value: unknown): void =>
    holds(shapeAt('components', 'schemas', 'Problem'), value, 'the refusal');
  const doors = ROUTES.map((route) => ({
    route,
    address: new RegExp(`^/api${route.path.replace(/:\w+/gu, '[^/]+')}$`, 'u'),
  }));
  return {
    checkSuccess,
    checkAddress: (method, url, status, type, body) => {
      // Whoever reads an answer piece by piece himself leaves nothing of it to look at.
      if (type.startsWith('application/problem+json') && body !== '') checkProblem(JSON.parse(body));
      const [path = ''] = url.split('?');
      const asked = method === 'HEAD' ? '' : method.toLowerCase();
      const door = doors.find(({ route, address }) => route.method === asked && address.test(path));
      if (door !== undefined && status >= 200 && status < 300) checkSuccess(door.route, status, type, body);
    },
    checkProblem,
  };
}
