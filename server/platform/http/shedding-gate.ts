import { AsyncResource } from 'node:async_hooks';

export interface GateRule {
  /** Requests at once: as few while the store is slow to answer, as many while it is not. */
  least: number;
  most: number;
  /** So many more wait for their turn … */
  mayWait: number;
  /** … and so long at most. */
  patienceMs: number;
}

export const TURNED_AWAY = ['full', 'late'] as const;
export type TurnedAway = (typeof TURNED_AWAY)[number];

interface Waiter {
  go: () => void;
  late: NodeJS.Timeout;
}

/** Lets so many in at once; the next wait in a line that has an end, each for a time that has one. */
export class Gate {
  readonly rule: GateRule;
  readonly #line = new Set<Waiter>();
  #limit: number;
  #running = 0;

  constructor(rule: GateRule) {
    this.rule = rule;
    this.#limit = rule.most;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#line.size;
  }

  get limit(): number {
    return this.#limit;
  }

  /**
   * Calls `go` when it is this one's turn, at once where there is room, or `away` when there will be none. What it
   * returns leaves the line: for somebody who has gone away meanwhile. Whoever was let in must call `leave` once.
   */
  enter(go: () => void, away: (why: TurnedAway) => void): () => void {
    if (this.#running < this.#limit && this.#line.size === 0) {
      this.#running += 1;
      go();
      return nothing;
    }
    if (this.#line.size >= this.rule.mayWait) {
      away('full');
      return nothing;
    }
    const waiter: Waiter = {
      // Called while another request leaves: what belongs to that one must not be taken for this one's.
      go: AsyncResource.bind(go),
      late: setTimeout(() => {
        this.#line.delete(waiter);
        away('late');
      }, this.rule.patienceMs),
    };
    this.#line.add(waiter);
    return () => {
      clearTimeout(waiter.late);
      this.#line.delete(waiter);
    };
  }

  leave(): void {
    this.#running -= 1;
    this.#next();
  }

  /** A third fewer at a time when the store is slow, two more when it is quick again. */
  adjust(isSlow: boolean): void {
    const { least, most } = this.rule;
    this.#limit = isSlow
      ? Math.max(least, Math.floor((this.#limit * 2) / 3))
      : Math.min(most, this.#limit + 2);
    this.#next();
  }

  #next(): void {
    for (const waiter of this.#line) {
      if (this.#running >= this.#limit) return;
      clearTimeout(waiter.late);
      this.#line.delete(waiter);
      this.#running += 1;
      waiter.go();
    }
  }
}

const nothing = (): void => undefined;
