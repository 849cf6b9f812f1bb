/** As much of a mongoose model as is needed here: whatever it holds. */
interface Indexed {
  listIndexes(): PromiseLike<unknown>;
  collection: { dropIndex(name: string): Promise<unknown> };
}

/** Takes away an index of an older version, where it is still there. */
export async function dropIndex(model: Indexed, name: string): Promise<void> {
  const all = (await model.listIndexes()) as { name: string }[]; // as every store describes them
  if (all.some((index) => index.name === name)) await model.collection.dropIndex(name);
}
