/** Lets the monotonic clock stand, or go on by so much, while `work` runs. */
export async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const { now } = performance;
  const then = now.call(performance) + ms;
  performance.now = () => then;
  try {
    return await work();
  } finally {
    performance.now = now;
  }
}
