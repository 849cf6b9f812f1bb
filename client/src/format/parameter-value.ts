import type { ParameterKind } from '../../../server/core/contract/areas.ts';
import { parseYuanText } from '../../../server/core/kit/money.ts';
import { yuanText } from './money.ts';

/** What a person typed, read as a value of its kind; null when it cannot be read. */
export function readParameterValue(
  kind: ParameterKind,
  typed: string,
): number | string | Record<string, unknown> | unknown[] | null {
  const text = typed.trim();
  if (text === '') return null;
  if (kind === 'text') return text;
  if (kind === 'fen') return parseYuanText(text);
  if (kind === 'basisPoints') return readBasisPoints(text);
  if (kind === 'json') return readJson(text);
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** '2.5' → 250, by digits; a per cent is a hundred basis points. */
function readBasisPoints(text: string): number | null {
  const parts = /^(\d{1,5})(?:\.(\d{1,2}))?\s*%?$/.exec(text);
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null;
}

function readJson(text: string): Record<string, unknown> | unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The digits of a value as a screen shows them; words such as "working days" are added by the screen. */
export function parameterDigits(kind: ParameterKind, value: unknown): string {
  if (kind === 'fen' && typeof value === 'number') return yuanText(value);
  if (kind === 'basisPoints' && typeof value === 'number') return `${percentText(value)}%`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** 250 → '2.5', 5000 → '50'. */
export function percentText(basisPoints: number): string {
  const whole = Math.trunc(basisPoints / 100);
  const rest = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}
