import type mongoose from 'mongoose';

/** Takes away an index of an older version, where it is still there. */
export async function dropIndex<Doc>(model: mongoose.Model<Doc>, name: string): Promise<void> {
  const all = (await model.listIndexes()) as { name: string }[]; // as every store describes them
  if (all.some((index) => index.name === name)) await model.collection.dropIndex(name);
}
