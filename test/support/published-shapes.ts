import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import { openApi } from '../../server/platform/http/openapi.ts';
import type { Route } from '../../server/platform/http/route.ts';

type Json = Record<string, unknown>;

/**
 * Checks answers against the description that is published, not against what it was made from. It gives the shape of a
 * refusal and the status of a success; of what a success holds it says nothing yet.
 */
export function publishedShapes(routes: readonly Route[]): {
  checkSuccess(route: Route, status: number, type: string, body: string): void;
  checkProblem(problem: unknown): void;
} {
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  const { paths, components } = openApi(routes, { version: '0', url: '' }) as {
    paths: Record<string, Record<string, { responses: Json }>>;
    components: { schemas: { Problem: Json } };
  }; // its own form
  const isProblem = ajv.compile(components.schemas.Problem);
  return {
    checkSuccess: ({ method, path, kind }, status, type, body) => {
      if (kind === 'raw') return;
      // Whoever names what he has already, or names anything, is told that nothing has changed.
      if (status === 304) return assert.equal(body, '');
      const said = paths[`/api${path.replace(/:(\w+)/gu, '{$1}')}`]?.[method]?.responses ?? {};
      assert.ok(status === 204 || String(status) in said, `${String(status)} is not published`);
      if (status === 204) return assert.equal(body, '');
      assert.match(type, /^application\/json/u);
      JSON.parse(body);
    },
    checkProblem: (value) =>
      assert.ok(isProblem(value), `not the published shape: ${ajv.errorsText(isProblem.errors)}`),
  };
}
