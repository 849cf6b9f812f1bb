const MAX_DEPTH = 8;

/**
 * One text for one value, whoever writes it: keys in code-unit order, no spaces, nothing that JSON cannot say.
 * What a hash covers must be readable in one way only, so anything ambiguous is refused instead of turned into text.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new TypeError(`facts are nested deeper than ${MAX_DEPTH}`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('facts hold a number that is not finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    // The store would replace half a character, and the hash would no longer match.
    if (/\p{Cs}/u.test(value)) throw new TypeError('facts hold a broken character');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (!isPlainObject(value)) throw new TypeError('facts hold something that is not JSON');
  const pairs = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${canonicalKey(key)}:${canonicalJson(value[key], depth + 1)}`);
  return `{${pairs.join(',')}}`;
}

function canonicalKey(key: string): string {
  if (
    key === '__proto__' ||
    key.startsWith('$') ||
    key.includes('.') ||
    key.includes('\u0000') ||
    key === ''
  ) {
    throw new TypeError('facts hold a key that cannot be stored');
  }
  return canonicalJson(key);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
