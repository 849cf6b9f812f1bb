import type { Request, Response } from 'express';
import type Joi from 'joi';
import type { MachinePurpose } from '../../core/contract/machine-clients.ts';
import type { Audience, PermissionTable } from '../../core/contract/roles.ts';
import type { Ctx } from '../context.ts';

/** Rate classes; their figures are in limits.ts. `signIn`, `code` and `submit` are counted in the store, shared by instances. */
export type RateClass = 'read' | 'write' | 'signIn' | 'code' | 'submit' | 'upload' | 'export';
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface RouteSpec<Params, Query, Body> {
  rate: RateClass;
  /** One line per language for the API description. */
  says: readonly [zh: string, en: string];
  params?: Joi.ObjectSchema<Params>;
  query?: Joi.ObjectSchema<Query>;
  body?: Joi.ObjectSchema<Body>;
  /** A JSON body may be this large instead of the usual limit; it is read only after the door has opened to the sender. */
  bodyKb?: number;
  /** Success status; default 200, 204 when the use case returns undefined. */
  status?: number;
  /**
   * A creating POST: needs an Idempotency-Key, and a repeat returns the first answer. `inGroups`: small work that many ask
   * for at once; those that wait share a transaction.
   */
  idempotent?: true | 'inGroups';
  /** An edit: needs If-Match `"v<n>"`, handed on as `version`. Answers with a `version` always carry an ETag. */
  versioned?: boolean;
  /** A door of programs alone (audience `machine`): the client must be registered for this purpose. */
  machine?: MachinePurpose;
  /** Works although the reader still has to change the first password. */
  evenWithFirstPassword?: boolean;
}

export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  /** From If-Match, for `versioned` routes; otherwise -1. */
  version: number;
  ctx: Ctx;
}

type Run = (input: RouteInput<unknown, unknown, unknown>, req: Request, res: Response) => Promise<unknown>;

/** One endpoint, as app.ts mounts it, tests walk it and the API description prints it. */
export interface Route {
  method: Method;
  /** Express path below /api, e.g. `/users/:id`. */
  path: string;
  permission: string;
  audience: readonly Audience[];
  spec: RouteSpec<unknown, unknown, unknown>;
  /** `json` answers with what `run` returns; `raw` writes the response itself (downloads, uploads). */
  kind: 'json' | 'raw';
  run: Run;
}

/**
 * The feature's door maker: `const { route, raw } = routesFor(USERS_PERMISSIONS)`, then one line per endpoint:
 * `route('get /users', 'users.list', { rate: 'read', query: listUsersQuery, says: […] }, ({ query, ctx }) => listUsers(query, ctx))`.
 */
export function routesFor<Table extends PermissionTable>(permissions: Table) {
  type Key = keyof Table & string;
  type Door = `${Method} /${string}`;

  function make<P, Q, B>(
    kind: Route['kind'],
    door: Door,
    permission: Key,
    spec: RouteSpec<P, Q, B>,
    run: (input: RouteInput<P, Q, B>, req: Request, res: Response) => Promise<unknown>,
  ): Route {
    const [method, path] = door.split(' ') as [Method, string]; // the template type of `door` says so
    const audience = permissions[permission];
    if (audience === undefined) throw new Error(`No permission row for ${permission}`);
    // A Route forgets its shapes' types; the wrapper hands `run` exactly what its own schemas returned.
    return { method, path, permission, audience, kind, spec: spec, run: run as Run };
  }

  return {
    route: <P = unknown, Q = unknown, B = unknown>(
      door: Door,
      permission: Key,
      spec: RouteSpec<P, Q, B>,
      run: (input: RouteInput<P, Q, B>) => Promise<unknown>,
    ): Route => make('json', door, permission, spec, (input) => run(input)),
    /**
     * Reads the request or writes the response itself; the same doors and shapes guard it. It returns what it sent where
     * that is JSON: the description tells it.
     */
    raw: <P = unknown, Q = unknown, B = unknown>(
      door: Door,
      permission: Key,
      spec: RouteSpec<P, Q, B>,
      run: (input: RouteInput<P, Q, B>, req: Request, res: Response) => Promise<unknown>,
    ): Route => make('raw', door, permission, spec, run),
  };
}
