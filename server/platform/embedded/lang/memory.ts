import { Binary } from 'bson';
import { StoreError } from './errors.ts';
import { isDoc } from './values.ts';
import type { Value } from './types.ts';

const LIMIT_BYTES = 100 * 1024 * 1024;

/** MongoDB's 100 MB for a stage that has to hold what it read; beyond it the command fails. */
export class Budget {
  private left = LIMIT_BYTES;
  private readonly stage: string;
  private readonly code: number;

  constructor(stage: string, code: number) {
    this.stage = stage;
    this.code = code;
  }

  take(value: Value): void {
    this.left -= roughSize(value);
    if (this.left >= 0) return;
    throw new StoreError(this.code, `${this.stage} needs more than ${LIMIT_BYTES} bytes of memory`);
  }
}

/** About what the value takes in memory, counting every name and value. */
function roughSize(value: Value): number {
  if (typeof value === 'string') return 16 + value.length * 2;
  if (Array.isArray(value)) {
    let size = 32;
    for (const item of value) size += 8 + roughSize(item);
    return size;
  }
  if (isDoc(value)) {
    let size = 32;
    for (const key of Object.keys(value)) size += 16 + roughSize(value[key]);
    return size;
  }
  return value instanceof Binary ? 64 + value.position : 32;
}
