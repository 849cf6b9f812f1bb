import type Joi from 'joi';
import { ERRORS } from '../../core/contract/errors.ts';
import { boundsOf } from '../../core/contract/reach.ts';
import { publishedAnswers } from './answers.ts';
import type { Route } from './route.ts';

/** A program signs method, address, time, nonce and the body's SHA-256 with its secret (HMAC-SHA256, hex). */
const MACHINE_HEADERS = ['x-client', 'x-time', 'x-nonce', 'x-signature'];

type Json = Record<string, unknown>;

/** joi's own JSON Schema output (draft 2020-12), which is what OpenAPI 3.1 speaks. */
export function jsonSchemaOf(shape: Joi.Schema): Json {
  const standard = (
    shape as unknown as { '~standard': { jsonSchema: { input(o: { target: string }): Json } } }
  )['~standard'];
  return standard.jsonSchema.input({ target: 'draft-2020-12' }); // Standard JSON Schema, not yet in joi's typings
}

function parameters(shape: Joi.ObjectSchema | undefined, place: 'path' | 'query'): Json[] {
  if (shape === undefined) return [];
  const schema = jsonSchemaOf(shape);
  const required = (schema['required'] as string[] | undefined) ?? []; // JSON Schema says so
  return Object.entries((schema['properties'] as Json | undefined) ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

const problemAnswer = {
  description: 'problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Of a door that sends a file only the status is told. */
function success({ method, path, spec }: Route): Json {
  const shape = publishedAnswers().doors[`${method} ${path}`];
  const description = 'done';
  if (shape === undefined) return { [spec.status ?? 200]: { description } };
  if (shape === null) return { 204: { description } };
  return { [spec.status ?? 200]: { description, content: { 'application/json': { schema: shape } } } };
}

function operation(route: Route): Json {
  const { spec } = route;
  const headers = [
    ...(spec.idempotent !== undefined ? ['Idempotency-Key'] : []),
    ...(spec.versioned === true ? ['If-Match'] : []),
    ...(spec.machine === undefined ? [] : MACHINE_HEADERS),
    ...(route.method === 'get' || spec.machine !== undefined ? [] : ['x-csrf-token']),
  ].map((name) => ({ name, in: 'header', required: name !== 'x-csrf-token', schema: { type: 'string' } }));
  const reach = route.audience.map((one) => `${one} ${boundsOf(route, one)}`).join(', ');
  return {
    operationId: `${route.method} ${route.path}`,
    summary: `${spec.says[0]} · ${spec.says[1]}`,
    tags: [route.permission.split('.')[0]],
    description: `permission \`${route.permission}\`: ${route.audience.join(', ')} · rate \`${spec.rate}\` · reach \`${reach}\``,
    parameters: [...parameters(spec.params, 'path'), ...parameters(spec.query, 'query'), ...headers],
    ...(spec.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchemaOf(spec.body) } },
          },
        }),
    responses: { ...success(route), default: problemAnswer },
  };
}

/** The API description, from the very schemas that guard the doors and the types of what their use cases return. */
export function openApi(routes: readonly Route[], about: { version: string; url: string }): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.method] = operation(route);
  }
  const codes = Object.entries(ERRORS).map(
    ([code, one]) => `- \`${code}\` ${one.status}: ${one.zh} / ${one.en}`,
  );
  return {
    openapi: '3.1.0',
    info: {
      title: '安薪 Anxin API',
      version: about.version,
      description: `错误代码 / error codes\n\n${codes.join('\n')}`,
    },
    servers: [{ url: about.url }],
    paths,
    components: { schemas: publishedAnswers().components },
  };
}
