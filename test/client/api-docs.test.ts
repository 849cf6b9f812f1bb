import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Joi from 'joi';
import type { ApiDescription } from '../../client/src/features/api-docs/api-description.ts';
import {
  doorsByGroup,
  exampleOf,
  fieldsOf,
  inFull,
  matches,
} from '../../client/src/features/api-docs/api-description.ts';
import { NODE_EXAMPLE } from '../../client/src/features/api-docs/sign-examples.ts';
import { ROUTES } from '../../server/doors.ts';
import { jsonSchemaOf, openApi } from '../../server/platform/http/openapi.ts';
import { routesFor } from '../../server/platform/http/route.ts';
import { areaCode, id, idParams, plainDate } from '../../server/platform/http/shapes.ts';

const body = Joi.object({
  kind: Joi.string().valid('COMPLAINT', 'REPORT').required(),
  areaCode: areaCode().required(),
  on: plainDate().required(),
  people: Joi.array()
    .items(Joi.object({ clientId: id().required(), note: Joi.string() }))
    .min(1)
    .required(),
  isUrgent: Joi.boolean().required(),
  count: Joi.number().integer().min(2).max(9).required(),
  further: Joi.string(),
});
const { route } = routesFor({ 'things.write': ['clerk'], 'things.send': ['machine'] } as const);
const run = (): Promise<unknown> => Promise.resolve({});
const DOORS = [
  route(
    'post /things/:id',
    'things.write',
    { rate: 'write', params: idParams, body, versioned: true, says: ['登记', 'Register'] },
    run,
  ),
  route(
    'get /machine/things',
    'things.send',
    { rate: 'read', machine: 'punches', says: ['一览', 'List'] },
    run,
  ),
];

describe('the page that describes the doors', () => {
  const description = openApi(DOORS, { version: '1', url: '' }) as unknown as ApiDescription; // what the page is sent
  const [[group = '', doors = []] = []] = doorsByGroup(description);

  it('names each door as it is: who may pass, what it takes, and which are for programs that sign', () => {
    const told = doors.map((door) => [door.method, door.path, door.audience, door.rate, door.isSigned]);
    assert.equal(group, 'things');
    assert.deepEqual(told, [
      ['POST', '/api/things/{id}', 'clerk', 'write', false],
      ['GET', '/api/machine/things', 'machine', 'read', true],
    ]);
    assert.deepEqual(
      doors[0]?.parameters.map(({ name }) => name),
      ['id', 'If-Match', 'x-csrf-token'],
    );
    assert.deepEqual(doors[0]?.words, { zh: '登记', en: 'Register' });
  });

  it('its example of a body passes the very shape it was made from', () => {
    const example = exampleOf(doors[0]?.body ?? {});
    assert.equal(body.validate(example, { convert: false }).error, undefined, JSON.stringify(example));
    assert.deepEqual(exampleOf(jsonSchemaOf(Joi.array().items(Joi.boolean()))), [false]);
  });

  it('lists the fields, those inside others by their path', () => {
    const fields = fieldsOf(doors[0]?.body ?? {}).map(({ name, required }) => [name, required]);
    assert.ok(fields.some(([name, required]) => name === 'people[].clientId' && required === true));
    assert.ok(fields.some(([name, required]) => name === 'further' && required === false));
  });

  it('lists what an answer holds, with the shapes it names, and comes to an end where one holds itself', () => {
    const area = { type: 'object', properties: { code: { type: 'string' }, within: { $ref: '#/…/Area' } } };
    const page = {
      type: 'array',
      items: { anyOf: [{ type: 'null' }, { $ref: '#/…/Area' }, { type: 'object', properties: { on: {} } }] },
    };
    const names = fieldsOf(inFull(page, { Area: area })).map(({ name }) => name);
    assert.deepEqual(names, ['[].code', '[].within', '[].on']);
    const [[, listed = []] = []] = doorsByGroup(
      openApi(
        ROUTES.filter(({ path }) => path === '/areas'),
        { version: '1', url: '' },
      ) as unknown as ApiDescription, // as above
    );
    const told = listed.find(({ method }) => method === 'GET');
    const fields = fieldsOf(inFull(told?.answer ?? {}, told?.named ?? {})).map(({ name }) => name);
    assert.ok(fields.includes('items[].code') && fields.includes('total'), fields.join());
  });

  it('is searched by address, verb and words of either language', () => {
    const found = (typed: string) => doors.filter((door) => matches(door, typed)).length;
    assert.deepEqual(
      [found('登记'), found('get things'), found('REGISTER'), found('nothing'), found('')],
      [1, 1, 1, 0, 2],
    );
  });

  it('shows how to sign with the headers that are read, and its example signs as the doors check', async () => {
    const read = doors[1]?.parameters.map(({ name }) => name) ?? [];
    for (const name of read) assert.ok(NODE_EXAMPLE.includes(`'${name}'`), name);
    const server = createServer((req, res) => res.end(JSON.stringify(req.headers)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server's address always is one
    const copied = (await import(`data:text/javascript,${encodeURIComponent(NODE_EXAMPLE)}`)) as {
      send(...asked: unknown[]): Promise<Response>;
    }; // the example as it is copied
    const client = { client: 'c', secret: 's' };
    const answer = await copied.send(
      `http://127.0.0.1:${port}`,
      client,
      'POST',
      '/api/machine/things?a=1',
      '{}',
    );
    const headers = (await answer.json()) as Record<string, string>; // what arrived
    server.closeAllConnections();
    server.close();
    const hash = createHash('sha256').update('{}').digest('hex');
    const text = ['POST', '/api/machine/things?a=1', headers['x-time'], headers['x-nonce'], hash].join('\n');
    assert.equal(headers['x-signature'], createHmac('sha256', 's').update(text).digest('hex'));
  });
});
