interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/**
 * One question to the store for all who ask while another is under way: the busier it is, the fewer each of them costs.
 * Nobody gets an answer to a question that was put before he asked. `ask` answers in the order of what it was given.
 */
export function askedTogether<Asked, Answer>(
  ask: (asked: Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let isAsking = false;
  const serve = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) {
      const served = waiting;
      waiting = [];
      try {
        const answers = await ask(served.map(({ asked }) => asked));
        served.forEach(({ resolve }, at) => resolve(answers[at] as Answer)); // one for each, see above
      } catch (error) {
        for (const { reject } of served) reject(error);
      }
    }
    isAsking = false;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (!isAsking) void serve();
    });
}

/**
 * The same question of several at once is put once for all who wait for it. As above nobody gets an answer to a question
 * that was put before he asked. The answer is everybody's, so nobody may change it; `key` has to tell apart whatever is not
 * the same question.
 */
export function askedOnce<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const lines = new Map<string, { underWay: Promise<Answer>; next?: Promise<Answer> }>();
  return (key, ask) => {
    const line = lines.get(key);
    if (line !== undefined) {
      line.next ??= line.underWay.then(put, put);
      return line.next;
    }
    return put();

    function put(): Promise<Answer> {
      const mine = { underWay: ask() };
      lines.set(key, mine);
      const done = (): void => {
        if (lines.get(key) === mine && !('next' in mine)) lines.delete(key);
      };
      mine.underWay.then(done, done);
      return mine.underWay;
    }
  };
}
