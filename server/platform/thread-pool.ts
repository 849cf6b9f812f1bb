import { Worker } from 'node:worker_threads';
import { AppError } from './app-error.ts';
import { PROJECT_ROOT, scriptOf } from './project-root.ts';

export interface ThreadPoolOptions {
  /** Threads at most; the next task waits in line. */
  threads: number;
  /** So many may wait; who comes then is told to come again. */
  mayWait?: number;
  /** A task that takes longer is given up together with its thread. */
  limitMs: number;
  /** A thread without work for so long is let go with its memory. */
  idleMs: number;
  /** Heap of one thread. */
  heapMb: number;
}

export interface RunOptions<News> {
  /** Where this throws the task is given up with what it threw. */
  onNews?: (news: News) => void;
  signal?: AbortSignal;
}

/** What a thread says of its task: news any number of times, then one answer or one fault. */
export type ThreadMessage<Answer, News> =
  { news: News } | { answer: Answer } | { fault: { code?: string; details?: unknown; message: string } };

/** A task's thread threw, ran out of heap or time, or was told to stop. */
export class ThreadFault extends Error {
  readonly code: string;
  readonly details: unknown;

  constructor(code: string, message: string, details?: unknown) {
    super(message);
    this.name = 'ThreadFault';
    this.code = code;
    this.details = details;
  }
}

const USUALLY_MAY_WAIT = 40;
const RETRY_AFTER_S = 10;

interface Waiting<Task, Answer, News> {
  task: Task;
  options: RunOptions<News>;
  resolve: (answer: Answer) => void;
  reject: (fault: Error) => void;
}

interface Held<Task, Answer, News> {
  worker: Worker;
  job?: Waiting<Task, Answer, News>;
  timer?: NodeJS.Timeout;
}

const FROM_SOURCE = new URL('server/platform/thread-start.js', PROJECT_ROOT);

/**
 * Threads that run one script and are kept for the next task. An idle thread neither holds the process open nor, after
 * a while, its memory. Work that blocks for long belongs here: the event loop stays free for others.
 */
export class ThreadPool<Task, Answer, News = never> {
  readonly #script: string;
  readonly #options: ThreadPoolOptions;
  readonly #held = new Set<Held<Task, Answer, News>>();
  readonly #line: Waiting<Task, Answer, News>[] = [];

  /** The script's path from the project's root. */
  constructor(script: string, options: ThreadPoolOptions) {
    this.#script = script;
    this.#options = options;
  }

  run(task: Task, options: RunOptions<News> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (options.signal?.aborted === true) {
        reject(new ThreadFault('stopped', 'told to stop'));
        return;
      }
      if (this.#line.length >= (this.#options.mayWait ?? USUALLY_MAY_WAIT)) {
        reject(new AppError('overloaded', { retryAfter: RETRY_AFTER_S }));
        return;
      }
      const waiting = { task, options, resolve, reject };
      options.signal?.addEventListener('abort', () => this.#stop(waiting), { once: true });
      this.#line.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    if (this.#line.length === 0) return;
    const free = [...this.#held].find(({ job }) => job === undefined);
    const held = free ?? (this.#held.size < this.#options.threads ? this.#open() : undefined);
    const job = held === undefined ? undefined : this.#line.shift();
    if (held === undefined || job === undefined) return;
    clearTimeout(held.timer);
    held.job = job;
    held.worker.ref();
    held.timer = setTimeout(
      () => this.#end(held, new ThreadFault('tooSlow', 'time is up')),
      this.#options.limitMs,
    );
    held.worker.postMessage(job.task);
  }

  #open(): Held<Task, Answer, News> {
    const { url, bundled } = scriptOf(this.#script);
    const worker = new Worker(bundled ? url : FROM_SOURCE, {
      execArgv: [], // neither a test runner's flags nor the product's
      workerData: { script: url.href },
      resourceLimits: { maxOldGenerationSizeMb: this.#options.heapMb },
    });
    const held: Held<Task, Answer, News> = { worker };
    this.#held.add(held);
    worker.on('message', (message: ThreadMessage<Answer, News>) => this.#hear(held, message));
    worker.on('error', (error: Error & { code?: string }) =>
      this.#end(held, new ThreadFault(error.code ?? 'thread', error.message)),
    );
    worker.on('exit', () => this.#end(held, new ThreadFault('thread', 'the thread ended')));
    return held;
  }

  #hear(held: Held<Task, Answer, News>, message: ThreadMessage<Answer, News>): void {
    const { job } = held;
    if (job === undefined) return;
    if ('news' in message) {
      try {
        job.options.onNews?.(message.news);
      } catch (error) {
        this.#end(held, error instanceof Error ? error : new ThreadFault('thread', 'nobody took the news'));
      }
      return;
    }
    clearTimeout(held.timer);
    delete held.job;
    held.worker.unref();
    held.timer = setTimeout(() => this.#end(held), this.#options.idleMs).unref();
    if ('answer' in message) job.resolve(message.answer);
    else
      job.reject(
        new ThreadFault(message.fault.code ?? 'thread', message.fault.message, message.fault.details),
      );
    this.#next();
  }

  #stop(waiting: Waiting<Task, Answer, News>): void {
    const fault = new ThreadFault('stopped', 'told to stop');
    const at = this.#line.indexOf(waiting);
    if (at >= 0) this.#line.splice(at, 1);
    const held = [...this.#held].find(({ job }) => job === waiting);
    if (held !== undefined) this.#end(held, fault);
    else if (at >= 0) waiting.reject(fault);
  }

  #end(held: Held<Task, Answer, News>, fault?: Error): void {
    if (!this.#held.delete(held)) return;
    clearTimeout(held.timer);
    void held.worker.terminate();
    if (held.job !== undefined) held.job.reject(fault ?? new ThreadFault('thread', 'the thread ended'));
    this.#next();
  }
}
