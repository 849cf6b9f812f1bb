import type { FieldProblem } from '../../core/contract/errors.ts';
import { AppError } from '../../platform/app-error.ts';

/** More are not read one by one by anybody. */
export const MOST_TOLD = 200;

/** What keeps a bundle out, collected so that everything is told at once; a fault names its place, never a number. */
export class BundleFaults {
  readonly #found: FieldProblem[] = [];

  add(path: string, rule: string, zh: string, en: string): void {
    this.#found.push({ in: 'body', path, rule, zh, en });
  }

  /** What a use case of another feature refused, at the place of the bundle it came from. */
  take(error: unknown, path: string): void {
    if (!(error instanceof AppError)) throw error;
    const [field] = error.fields ?? [];
    if (field !== undefined) this.add(path, field.rule, field.zh, field.en);
    else if (error.code === 'alreadyExists')
      this.add(path, 'company.elsewhere', '由其他机构登记，无法引用', 'Kept by another office');
    else throw error;
  }

  /** Throws when something was found: nothing of the bundle is taken in then. */
  stop(): void {
    const count = this.#found.length;
    if (count > 0) throw new AppError('invalidInput', { count }, this.#found.slice(0, MOST_TOLD));
  }
}

/** What the shape of the bundle, or an earlier step of this import, has made sure of. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new AppError('notFound');
  return value;
}
