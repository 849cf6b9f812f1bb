export interface Reading {
  userId: string;
  done: number;
  total?: number;
}

/** The checks this process reads at the moment: their progress is known here before it is stored. */
const reading = new Map<string, Reading>();

export const readingNow = (id: string): Reading | undefined => reading.get(id);

export const readingsOf = (userId: string): number =>
  [...reading.values()].filter((one) => one.userId === userId).length;

export async function whileReading(
  id: string,
  entry: Reading,
  work: (entry: Reading) => Promise<void>,
): Promise<void> {
  reading.set(id, entry);
  try {
    await work(entry);
  } finally {
    reading.delete(id);
  }
}
