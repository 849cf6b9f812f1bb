import { AppError } from './app-error.ts';

/** One field that is well-formed but cannot be right, told like a shape problem. */
export function wrongField(path: string, zh: string, en: string): AppError {
  return new AppError('invalidInput', { count: 1 }, [{ in: 'body', path, rule: 'any.invalid', zh, en }]);
}
