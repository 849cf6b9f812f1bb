import type { Doc } from './types.ts';

/** One stage at work: documents go in one by one, and come out of it then or at the end. */
export interface Step {
  push(doc: Doc, emit: (doc: Doc) => void): void;
  end?(emit: (doc: Doc) => void): void;
  /** True once no further document can change the result. */
  isDone?(): boolean;
}

/** Steps one behind the other. */
export class Chain {
  private readonly steps: Step[];
  private readonly first: (doc: Doc) => void;
  private readonly emitters: ((doc: Doc) => void)[];

  constructor(steps: Step[], emit: (doc: Doc) => void) {
    this.steps = steps;
    this.emitters = steps.map((_step, i) => {
      const next = steps[i + 1];
      if (!next) return emit;
      return (doc) => next.push(doc, this.emitters[i + 1] ?? emit);
    });
    this.first = steps[0] ? (doc) => steps[0]?.push(doc, this.emitters[0] ?? emit) : emit;
  }

  push(doc: Doc): void {
    this.first(doc);
  }

  end(): void {
    this.steps.forEach((step, i) => {
      const emit = this.emitters[i];
      if (emit) step.end?.(emit);
    });
  }

  /** A step that has all it needs stops the reading. */
  isDone(): boolean {
    return this.steps.some((step) => step.isDone?.() === true);
  }
}
