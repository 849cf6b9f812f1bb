export interface Reading {
  userId: string;
  done: number;
  total?: number;
}

interface Running extends Reading {
  /** Settles when what was found is stored. */
  over: Promise<void>;
}

/** The checks this process reads at the moment: their progress is known here before it is stored. */
const reading = new Map<string, Running>();

export const readingNow = (id: string): Reading | undefined => reading.get(id);

export const readingsOf = (userId: string): number =>
  [...reading.values()].filter((one) => one.userId === userId).length;

export async function whileReading(
  id: string,
  entry: Reading,
  work: (entry: Reading) => Promise<void>,
): Promise<void> {
  let end = (): void => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  const running = { ...entry, over };
  reading.set(id, running);
  try {
    await work(running);
  } finally {
    reading.delete(id);
    end();
  }
}

/** Waits for the end of a check of this person's that is read here, at most so long. */
export async function endOfReading(id: string, userId: string, atMostMs: number): Promise<void> {
  const running = reading.get(id);
  if (running?.userId !== userId) return;
  let timer: NodeJS.Timeout | undefined;
  const moment = new Promise<void>((resolve) => (timer = setTimeout(resolve, atMostMs)));
  await Promise.race([running.over, moment]);
  clearTimeout(timer);
}
