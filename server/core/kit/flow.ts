import type { PlainDate } from './plain-date.ts';

/** One move a record can make: where to, who may do it, what it needs, which periods it starts or meets. */
export type Edge<State extends string, Role extends string, Period extends string, Cite extends string> = {
  readonly to: State;
  readonly by: readonly Role[];
  /** Names of what must be given with the action: 'reason', 'outcome', 'rectifyBy'. */
  readonly needs?: readonly string[];
  readonly starts?: readonly Period[];
  readonly meets?: readonly Period[];
  /** The rule behind an edge that would surprise a reader, or one line saying why. */
  readonly cite?: Cite;
  readonly why?: string;
  /** First and last day on which the edge exists: when the law changes the old edge keeps its dates. */
  readonly inForceFrom?: PlainDate;
  readonly inForceUntil?: PlainDate;
};

/** The whole life of one kind of record: every state, and in each state the actions open in it. */
export type Flow<
  State extends string,
  Action extends string,
  Role extends string = string,
  Period extends string = string,
  Cite extends string = string,
> = { readonly [S in State]: { readonly [A in Action]?: Edge<State, Role, Period, Cite> } };

/** The move that was decided: the new state and what it does to periods. */
export type Move<State extends string, Period extends string = string, Cite extends string = string> = {
  readonly ok: true;
  readonly to: State;
  readonly on: PlainDate;
  readonly starts: readonly Period[];
  readonly meets: readonly Period[];
  readonly cite?: Cite;
};

/** Why an action was refused: not open in this state, not this actor's to do, or something is missing. */
export type FlowRefusal =
  | { readonly ok: false; readonly code: 'notOpen'; readonly state: string }
  | { readonly ok: false; readonly code: 'notYours'; readonly by: readonly string[] }
  | { readonly ok: false; readonly code: 'needs'; readonly missing: readonly string[] };

/** Who acts: a person may hold several roles. */
export type FlowActor<Role extends string = string> = { readonly roles: readonly Role[] };

/** Any flow table: what `decide` and `openActions` read. */
export type AnyFlow = Flow<string, string>;

/** The states of a flow table. */
export type StateOf<F extends AnyFlow> = keyof F & string;

/** Every action that occurs in a flow table. */
export type ActionOf<F extends AnyFlow> = { [S in keyof F]: keyof F[S] }[keyof F] & string;

type EdgesOf<F extends AnyFlow> = { [S in keyof F]: F[S][keyof F[S]] }[keyof F];
type Named<E, Key extends string> = E extends { readonly [K in Key]: readonly (infer P)[] }
  ? P & string
  : never;
type Cited<E> = E extends { readonly cite: infer C } ? C & string : never;

/** The periods a flow table names; any text for a table whose type is not known. */
export type PeriodOf<F extends AnyFlow> =
  string extends StateOf<F> ? string : Named<EdgesOf<F>, 'starts' | 'meets'>;

/** The rules a flow table cites. */
export type CiteOf<F extends AnyFlow> = string extends StateOf<F> ? string : Cited<EdgesOf<F>>;

/**
 * Decides whether an action is open to this actor today and what it does; the only reader of a flow table.
 * Saving is the caller's: one conditional write on id, old state and version.
 * @example decide(COMPLAINT_FLOW, complaint, 'decline', actor, today, { reason: '…' })
 */
export function decide<const F extends AnyFlow>(
  flow: F,
  record: { readonly state: StateOf<F> },
  action: ActionOf<F>,
  actor: FlowActor,
  today: PlainDate,
  given: Readonly<Record<string, unknown>> = {},
): Move<StateOf<F>, PeriodOf<F>, CiteOf<F>> | FlowRefusal {
  const edge = edgeOf(flow, record.state, action);
  if (edge === undefined || !isInForce(edge, today))
    return { ok: false, code: 'notOpen', state: record.state };
  if (!isOpenTo(edge, actor.roles)) return { ok: false, code: 'notYours', by: edge.by };
  const missing = (edge.needs ?? []).filter((name) => !isGiven(given, name));
  if (missing.length > 0) return { ok: false, code: 'needs', missing };
  const cite = edge.cite === undefined ? {} : { cite: edge.cite };
  return { ok: true, to: edge.to, on: today, starts: edge.starts ?? [], meets: edge.meets ?? [], ...cite };
}

/** The actions open in a state to someone with these roles today: what the client draws as buttons. */
export function openActions<const F extends AnyFlow>(
  flow: F,
  state: StateOf<F>,
  roles: string | readonly string[],
  today?: PlainDate,
): ActionOf<F>[] {
  const held = typeof roles === 'string' ? [roles] : roles;
  if (!Object.hasOwn(flow, state)) return [];
  // Object.keys forgets its key type; the table's own keys are exactly its actions
  const actions = Object.keys(flow[state] ?? {}) as ActionOf<F>[];
  return actions.filter((action) => {
    const edge = edgeOf(flow, state, action);
    if (edge === undefined || !isOpenTo(edge, held)) return false;
    return today === undefined || isInForce(edge, today);
  });
}

/** States no action leaves: the record's life ends there. */
export function finalStates<const F extends AnyFlow>(flow: F): StateOf<F>[] {
  // Object.keys forgets its key type; the table's own keys are exactly its states
  return (Object.keys(flow) as StateOf<F>[]).filter((state) => Object.keys(flow[state] ?? {}).length === 0);
}

type EdgeIn<F extends AnyFlow> = Edge<StateOf<F>, string, PeriodOf<F>, CiteOf<F>>;

/** Looks up by own keys only: an action named 'constructor' or '__proto__' is simply not open. */
function edgeOf<F extends AnyFlow>(flow: F, state: string, action: string): EdgeIn<F> | undefined {
  if (!Object.hasOwn(flow, state)) return undefined;
  const edges = flow[state];
  if (edges === undefined || !Object.hasOwn(edges, action)) return undefined;
  // the names in EdgeIn are read off this very table, which the compiler cannot follow through the index
  return edges[action] as EdgeIn<F> | undefined;
}

function isOpenTo(edge: { readonly by: readonly string[] }, roles: readonly string[]): boolean {
  return edge.by.some((role) => roles.includes(role));
}

function isInForce(edge: { inForceFrom?: PlainDate; inForceUntil?: PlainDate }, today: PlainDate): boolean {
  if (edge.inForceFrom !== undefined && today < edge.inForceFrom) return false;
  return edge.inForceUntil === undefined || today <= edge.inForceUntil;
}

function isGiven(given: Readonly<Record<string, unknown>>, name: string): boolean {
  if (!Object.hasOwn(given, name)) return false;
  const value = given[name];
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null;
}
