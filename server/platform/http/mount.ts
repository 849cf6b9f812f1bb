import { Router } from 'express';
import type { Express, Request, Response } from 'express';
import type Joi from 'joi';
import type { FieldProblem } from '../../core/contract/errors.ts';
import type { MachinePurpose } from '../../core/contract/machine-clients.ts';
import type { Grant, PermissionTable } from '../../core/contract/roles.ts';
import { AppError } from '../app-error.ts';
import type { Clock } from '../clock.ts';
import type { Actor, Ctx, MachineActor } from '../context.ts';
import { actorRef } from '../context.ts';
import { readLargeJson } from './body-guard.ts';
import { fieldProblems } from './field-messages.ts';
import { runOnce } from './idempotency.ts';
import { isSigned } from './machine-signature.ts';
import { noteExport } from './note-export.ts';
import { isAnsweredEarly } from './problems.ts';
import type { RateClass, Route, RouteInput } from './route.ts';

export interface MountDeps {
  clock: Clock;
  resolveActor(req: Request): Actor;
  /** What the reader must do about his own account before anything else. */
  mustFirst(req: Request): 'passwordChangeRequired' | 'secondFactorSetupRequired' | null;
  limit(req: Request, rate: RateClass, who: string | null): Promise<void>;
  /** Who signed this request for a purpose; throws when the signature does not hold. */
  resolveMachine?(req: Request, purpose: MachinePurpose): Promise<MachineActor>;
}

/** The grants with which this actor may pass, or an AppError saying why not. */
export function openDoor(route: Pick<Route, 'audience'>, actor: Actor): readonly Grant[] {
  const { audience } = route;
  if (actor.kind === 'user') {
    const opening = actor.grants.filter((grant) => audience.includes(grant.role));
    if (opening.length > 0) return opening;
    if (audience.includes('signedIn') || audience.includes('public')) return actor.grants;
    throw new AppError('forbidden');
  }
  if (actor.kind === 'machine' && audience.includes('machine')) return machineGrants(actor);
  if (audience.includes('public')) return [];
  throw new AppError('signInRequired');
}

/** What a bank's program may touch is its branch's, as if a clerk of that branch did it. */
const machineGrants = ({ areaCode, bankBranchCode }: MachineActor): readonly Grant[] =>
  bankBranchCode === undefined ? [] : [{ role: 'bank', areaCode, bankBranchCode }];

/** All permission keys these grants open: what menus are drawn from. */
export function openPermissions(tables: readonly PermissionTable[], grants: readonly Grant[]): string[] {
  const roles = new Set<string>([
    ...grants.map((grant) => grant.role),
    'public',
    ...(grants.length > 0 ? ['signedIn'] : []),
  ]);
  return tables
    .flatMap((table) => Object.entries(table))
    .filter(([, audience]) => audience.some((one) => roles.has(one)))
    .map(([key]) => key)
    .sort();
}

/** A request is held against the doors of its own part of the address, `/api/complaints` say, not against hundreds. */
export function mountRoutes(app: Express, routes: readonly Route[], deps: MountDeps): void {
  const parts = new Map<string, Router>();
  for (const route of routes) {
    const part = partOf(`/api${route.path}`);
    if (/[:*{]/u.test(part)) throw new Error(`The first part of ${route.path} has to be a name`);
    const router = parts.get(part) ?? Router();
    parts.set(part, router);
    router[route.method](`/api${route.path}`, (req, res, next) => {
      answer(route, req, res, deps).catch(next);
    });
  }
  app.use((req, res, next) => {
    const router = parts.get(partOf(req.path));
    if (router === undefined) next();
    else router(req, res, next);
  });
}

/** As Express compares addresses: in whatever case. */
const partOf = (path: string): string => path.toLowerCase().split('/', 3)[2] ?? '';

/** Programs are known by the signature of the request, never by a session; guesses count against their address. */
async function resolve(route: Route, req: Request, deps: MountDeps): Promise<Actor> {
  const { machine, rate } = route.spec;
  if (machine === undefined || !isSigned(req) || deps.resolveMachine === undefined)
    return deps.resolveActor(req);
  await deps.limit(req, rate, null);
  return deps.resolveMachine(req, machine);
}

function countedAs(actor: Actor): string | null {
  if (actor.kind === 'machine') return actorRef(actor);
  return actor.kind === 'user' ? actor.userId : null;
}

async function answer(route: Route, req: Request, res: Response, deps: MountDeps): Promise<void> {
  if (isAnsweredEarly(res)) return; // what has not begun is not begun any more
  const actor = await resolve(route, req, deps);
  await deps.limit(req, route.spec.rate, countedAs(actor));
  const grants = openDoor(route, actor);
  const first = deps.mustFirst(req);
  if (first !== null && route.spec.evenWithFirstPassword !== true && !route.audience.includes('public')) {
    throw new AppError(first);
  }
  const ctx: Ctx = {
    actor,
    grants,
    now: deps.clock.now(),
    today: deps.clock.today(),
    requestId: String(req.id),
    ip: req.ip ?? '',
  };
  res.locals['actor'] = actorRef(actor);
  if (route.spec.bodyKb !== undefined) await readLargeJson(req, res, route.spec.bodyKb);
  const input = { ...checkShapes(route, req), version: ifMatch(route, req), ctx };
  await noteExport(route, input);
  if (route.kind === 'raw') {
    await route.run(input, req, res);
    return;
  }
  const done = await runRoute(route, req, res, input);
  if (!isAnsweredEarly(res)) send(res, done);
}

type Input = RouteInput<unknown, unknown, unknown>;

async function runRoute(
  route: Route,
  req: Request,
  res: Response,
  input: Input,
): Promise<{ status: number; value: unknown }> {
  const work = async (): Promise<{ status: number; value: unknown }> => {
    const value = await route.run(input, req, res);
    return { status: route.spec.status ?? (value === undefined ? 204 : 200), value };
  };
  const { idempotent } = route.spec;
  if (idempotent === undefined) return work();
  const key = req.get('idempotency-key');
  const content = { params: input.params, query: input.query, body: input.body };
  const door = `${route.method} ${route.path}`;
  const done = await runOnce(
    { key, door, content, ctx: input.ctx, inGroups: idempotent === 'inGroups' },
    work,
  );
  if (done.repeated) res.set('idempotent-replay', 'true');
  return done;
}

function send(res: Response, { status, value }: { status: number; value: unknown }): void {
  res.set('cache-control', 'no-store');
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number'
  ) {
    res.set('etag', `"v${value.version}"`);
  }
  if (value === undefined || status === 204) res.status(204).end();
  else res.status(status).json(value);
}

/** Validates params, query and body and hands on what joi returned; all problems of all parts at once. */
function checkShapes(route: Route, req: Request): { params: unknown; query: unknown; body: unknown } {
  const problems: FieldProblem[] = [];
  const check = (shape: Joi.ObjectSchema | undefined, value: unknown, part: FieldProblem['in']): unknown => {
    if (shape === undefined) {
      if (part === 'body' || Object.keys(value ?? {}).length === 0) return {};
      problems.push({
        in: part,
        path: Object.keys(value ?? {}).join('.'),
        rule: 'object.unknown',
        zh: '没有这一项',
        en: 'There is no such field',
      });
      return {};
    }
    const checked = shape.validate(value, { abortEarly: false, convert: true });
    if (checked.error) problems.push(...fieldProblems(checked.error, part));
    return checked.value as unknown;
  };
  const params = check(route.spec.params, { ...req.params }, 'params');
  const query = check(route.spec.query, { ...req.query }, 'query');
  const body = check(route.spec.body, req.body ?? {}, 'body');
  // An address that cannot name a record is answered like one that names none.
  if (problems.some((problem) => problem.in === 'params')) throw new AppError('notFound');
  if (problems.length > 0) throw new AppError('invalidInput', { count: problems.length }, problems);
  return { params, query, body };
}

function ifMatch(route: Route, req: Request): number {
  if (route.spec.versioned !== true) return -1;
  const given = /^"v(\d{1,9})"$/.exec(req.get('if-match') ?? '')?.[1];
  if (given === undefined) throw new AppError('preconditionRequired');
  return Number(given);
}
