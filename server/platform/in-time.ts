/**
 * What the work answers, or what `late` says when it has not answered within so many milliseconds: whoever hangs must not
 * keep others waiting. The work itself goes on unheard, also when it fails after that.
 */
export async function inTime<Answer, Late>(
  work: Promise<Answer>,
  withinMs: number,
  late: () => Late,
): Promise<Answer | Late> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  try {
    return await Promise.race([work, over.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}
