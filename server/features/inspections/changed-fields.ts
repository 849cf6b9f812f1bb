const NOT_CONTENT = new Set(['_id', 'version', 'createdAt', 'uncounted']);

/** The names of the fields in which two states of a record differ, in order. */
export function changedFields(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => !NOT_CONTENT.has(key) && String(old.get(key)) !== String(now.get(key)))
    .sort();
}
