const PAGE = 200;

/** The part of a mongoose model that a walk needs; a Model's own type differs with every schema. */
interface Walked {
  find(
    filter: object,
    fields: object,
  ): { sort(order: { _id: 1 }): { limit(count: number): { lean(): PromiseLike<unknown> } } };
}

/** Every document of a collection with these fields, by `_id`, a page at a time: for jobs that look at all of them. */
export async function* walkById<Doc extends { _id: unknown }>(
  model: Walked,
  fields: Readonly<Record<string, 1>>,
): AsyncGenerator<Doc> {
  for await (const page of pagesById<Doc>(model, fields)) yield* page;
}

/** The same page by page, from beyond a place on: for work that keeps a mark of where it stands. */
export async function* pagesById<Doc extends { _id: unknown }>(
  model: Walked,
  fields: Readonly<Record<string, 1>>,
  from?: unknown,
): AsyncGenerator<[Doc, ...Doc[]]> {
  for (let after = from; ;) {
    const beyond = after === undefined ? {} : { _id: { $gt: after } };
    const found = await model.find(beyond, fields).sort({ _id: 1 }).limit(PAGE).lean();
    const [first, ...rest] = found as Doc[]; // lean documents of the caller's model, with the fields asked for
    if (first === undefined) return;
    yield [first, ...rest];
    after = (rest.at(-1) ?? first)._id;
  }
}
