import type { RequestHandler } from 'express';
import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { AppError } from '../app-error.ts';
import { elapsed } from '../clock.ts';
import type { Route } from './route.ts';
import { Gate, TURNED_AWAY } from './shedding-gate.ts';
import type { GateRule } from './shedding-gate.ts';
import { LOAD_CLASSES, loadFinder } from './shedding-routes.ts';
import type { LoadClass } from './shedding-routes.ts';
import { Unanswered } from './unanswered.ts';

/**
 * What is served at once and what may wait, by class. The store answers one after the other: every list it is asked for
 * stands before the next complaint, so it is asked for few at a time when it is slow. Whoever files, looks after his
 * complaint or signs in is limited by number alone and waits longest before he is refused.
 */
export const LOAD_RULES: Readonly<Record<LoadClass, GateRule>> = {
  heavy: { least: 1, most: 4, mayWait: 24, patienceMs: 10_000 },
  reads: { least: 4, most: 48, mayWait: 256, patienceMs: 6_000 },
  writes: { least: 8, most: 64, mayWait: 256, patienceMs: 8_000 },
  first: { least: 128, most: 128, mayWait: 1_000, patienceMs: 15_000 },
};

/** When to come back; the less urgent, the later. */
const RETRY_AFTER_S: Readonly<Record<LoadClass, number>> = { heavy: 20, reads: 5, writes: 5, first: 3 };

const STORE_AWAY_S = 5;
const AWAY_AFTER_MS = 5_000;

/** A line so slow that it takes longer is no work of ours: its place is given to the next. */
const HOLD_MS = 15_000;

const LOOK_MS = 250;
/** How long the simplest question may take from here to the store and back. */
const SLOW_MS = 120;

export interface SheddingDeps {
  routes: readonly Route[];
  classOf: (route: Route) => LoadClass;
  /** The simplest question there is: was it answered? Gives up in its own time. */
  askStore: () => Promise<boolean>;
  rules?: Readonly<Record<LoadClass, GateRule>>;
  /** A store that is started again answers before this; until then people wait for it. */
  awayAfterMs?: number;
}

export interface Shedding {
  /** Stands before bodies are read and sessions looked up; its figures go into the registry. */
  middleware(metrics: Registry): RequestHandler;
  stop(): void;
}

/** Serves what can be served, the urgent first, and refuses the rest in time and in words. */
export function startShedding(deps: SheddingDeps): Shedding {
  const { routes, classOf, askStore, rules = LOAD_RULES, awayAfterMs = AWAY_AFTER_MS } = deps;
  const gates: Readonly<Record<LoadClass, Gate>> = {
    heavy: new Gate(rules.heavy),
    reads: new Gate(rules.reads),
    writes: new Gate(rules.writes),
    first: new Gate(rules.first),
  };
  const find = loadFinder(routes, classOf);
  const unanswered = new Unanswered();
  const watch = watchStore(Object.values(gates), { askStore, awayAfterMs }, () =>
    unanswered.answerAll(storeAway()),
  );

  return {
    stop: watch.stop,
    middleware(metrics) {
      const shed = new Counter({
        name: 'anxin_requests_shed_total',
        help: 'Requests refused with 503 because there was too much to do, by class and reason',
        labelNames: ['load', 'why'] as const,
        registers: [metrics],
      });
      // From 0 on: a rate over a figure that appears with its first refusal misses that one.
      for (const load of LOAD_CLASSES) for (const why of TURNED_AWAY) shed.inc({ load, why }, 0);
      gauge(metrics, 'anxin_requests_running', 'Requests being served', (load) => gates[load].running);
      gauge(metrics, 'anxin_requests_waiting', 'Requests in line', (load) => gates[load].waiting);
      gauge(metrics, 'anxin_requests_limit', 'Requests served at once at most', (load) => gates[load].limit);
      const answer: Gauge = new Gauge({
        name: 'anxin_store_answer_seconds',
        help: 'How long the simplest question took from this process to the store and back, last time',
        registers: [metrics],
        collect: () => answer.set(watch.lastMs() / 1000),
      });

      return (req, res, next) => {
        if (watch.isAway()) {
          next(storeAway()); // nobody waits for what is not there
          return;
        }
        const load = find(req.method, req.path);
        const gate = gates[load];
        const go = (): void => {
          let isIn = true;
          const leave = (): void => {
            if (!isIn) return;
            isIn = false;
            clearTimeout(held);
            gate.leave();
          };
          const held = setTimeout(leave, HOLD_MS).unref();
          res.once('close', leave);
          next();
        };
        let leaveLine: () => void = nothing;
        unanswered.add(req, res, () => leaveLine());
        leaveLine = gate.enter(go, (why) => {
          shed.inc({ load, why });
          next(new AppError('overloaded', { retryAfter: RETRY_AFTER_S[load] }));
        });
      };
    },
  };
}

const nothing = (): void => undefined;
const storeAway = (): AppError => new AppError('storeUnavailable', { retryAfter: STORE_AWAY_S });

function gauge(metrics: Registry, name: string, help: string, valueOf: (load: LoadClass) => number): void {
  const made: Gauge<'load'> = new Gauge({
    name,
    help: `${help}, by class`,
    labelNames: ['load'] as const,
    registers: [metrics],
    collect: () => {
      for (const load of LOAD_CLASSES) made.set({ load }, valueOf(load));
    },
  });
}

interface Watch {
  stop(): void;
  lastMs(): number;
  /** It has not answered for so long that nobody need wait for it. */
  isAway(): boolean;
}

/**
 * Asks the store the simplest question again and again. How long the answer takes is how long everything waits: in this
 * process's own loop, on the way and in the store's.
 */
function watchStore(
  gates: readonly Gate[],
  { askStore, awayAfterMs }: { askStore: () => Promise<boolean>; awayAfterMs: number },
  tellAll: () => void,
): Watch {
  let lastMs = 0;
  let silentSince: number | null = null;
  let asked: number | null = null;
  const adjust = (isSlow: boolean): void => {
    for (const gate of gates) gate.adjust(isSlow);
  };
  const look = async (began: number): Promise<void> => {
    asked = began;
    const isThere = await askStore();
    asked = null;
    silentSince = isThere ? null : (silentSince ?? began);
    lastMs = elapsed() - began;
    adjust(!isThere || lastMs > SLOW_MS);
  };
  const isAway = (): boolean => silentSince !== null && elapsed() - silentSince >= awayAfterMs;
  // An answer that is long in coming is known to be slow before it is there.
  const timer = setInterval(() => {
    const now = elapsed();
    if (asked === null) void look(now);
    else if (now - asked > SLOW_MS) adjust(true);
    if (isAway()) tellAll(); // a store that stands still keeps its lines open and would keep them waiting with it
  }, LOOK_MS).unref();
  return {
    lastMs: () => lastMs,
    isAway,
    stop: () => clearInterval(timer),
  };
}
