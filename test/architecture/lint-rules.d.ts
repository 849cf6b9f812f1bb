import type { Linter } from 'eslint';

export const importTable: Linter.Config[];
export const oneClock: Linter.Config;
export const oneRoot: Linter.Config;
export const oneConfig: Linter.Config;
