import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import ts from 'typescript';
import { ROUTES } from '../../server/doors.ts';
import { ANSWERS_FILE, publishedAnswers } from '../../server/platform/http/answers.ts';
import { ApiClient } from '../support/api-client.ts';
import { AnswerShapes } from './answer-shapes.ts';
import type { Shape } from './answer-shapes.ts';
import { answersDocument, answersFromTypes } from './answers-document.ts';

const TYPES = `
  declare const brand: unique symbol;
  type PlainDate = string & { readonly [brand]: true };
  type Id = string & { readonly [brand]: 'Id' };
  interface Row { id: Id; on?: PlainDate; at: Date | null; isOpen: boolean; says(): void; gone: undefined }
  interface List { items: readonly Row[]; state: 'b' | 'a' | undefined; counts: Record<string, number> }
  type Told = List & { next: null; top: Area };
  interface Area { within: Area[] }
  type Silent = void;
`;

/** What is published for a type of those above. */
function shapesOf(...names: string[]): { shapes: (Shape | null)[]; components: Record<string, Shape> } {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    lib: ['lib.es5.d.ts'],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const file = ts.createSourceFile('told.ts', TYPES, ts.ScriptTarget.ES2023);
  host.getSourceFile = (name, ...rest) => (name === 'told.ts' ? file : read(name, ...rest));
  const checker = ts.createProgram(['told.ts'], options, host).getTypeChecker();
  const answers = new AnswerShapes(checker);
  const shapes = names.map((name) => {
    const told = file.statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === name);
    assert.ok(told !== undefined && ts.isTypeAliasDeclaration(told));
    return answers.of(checker.getTypeAtLocation(told));
  });
  return { shapes, components: answers.components };
}

const AREAS = { items: [], nextCursor: null, total: 0 };

describe('the shapes of the answers', () => {
  it('are what the types say today; `npm run answers` writes them anew', function () {
    this.timeout(120_000);
    const written = answersDocument(answersFromTypes());
    assert.equal(
      readFileSync(ANSWERS_FILE, 'utf8'),
      written,
      'run `npm run answers` and look at what changed',
    );
  });

  it('are told for every door that answers in JSON, and for no door there is not', () => {
    const doorsOf = (routes: typeof ROUTES): string[] =>
      routes.map(({ method, path }) => `${method} ${path}`);
    const told = new Set(Object.keys(publishedAnswers().doors));
    assert.deepEqual(
      doorsOf(ROUTES.filter(({ kind }) => kind === 'json')).filter((door) => !told.has(door)),
      [],
    );
    const doors = new Set(doorsOf(ROUTES));
    assert.deepEqual(
      [...told].filter((door) => !doors.has(door)),
      [],
    );
  });

  it('are those of JSON: no undefined, no functions, no brands; moments are text, and a type may hold itself', () => {
    const { shapes, components } = shapesOf('Told', 'Silent');
    assert.deepEqual(shapes, [{ $ref: '#/components/schemas/Told' }, null]);
    assert.deepEqual(components, {
      Told: {
        type: 'object',
        properties: {
          items: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
          state: { type: 'string', enum: ['a', 'b'] },
          counts: { type: 'object', additionalProperties: { type: 'number' } },
          next: { type: 'null' },
          top: { $ref: '#/components/schemas/Area' },
        },
        required: ['counts', 'items', 'next', 'top'],
      },
      Row: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          on: { type: 'string', format: 'date' },
          at: { anyOf: [{ type: 'null' }, { type: 'string', format: 'date-time' }] },
          isOpen: { type: 'boolean' },
        },
        required: ['at', 'id', 'isOpen'],
      },
      Area: {
        type: 'object',
        properties: { within: { type: 'array', items: { $ref: '#/components/schemas/Area' } } },
        required: ['within'],
      },
    });
  });

  it('hold in every test: a field that no type names, a missing one and a wrong kind are seen', async () => {
    const answers: unknown[] = [
      AREAS,
      { ...AREAS, secret: 1 },
      { ...AREAS, nextCursor: 7 },
      { items: [], nextCursor: null },
    ];
    const server = createServer((_req, res) =>
      res.setHeader('content-type', 'application/json').end(JSON.stringify(answers.shift())),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server's address always is one
    const client = new ApiClient(`http://127.0.0.1:${port}`);
    try {
      assert.equal((await client.get('/areas?limit=5')).status, 200);
      for (const wrong of [/secret/u, /nextCursor/u, /total/u])
        await assert.rejects(client.get('/areas'), wrong);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
