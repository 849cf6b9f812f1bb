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
  let after: unknown;
  for (;;) {
    const beyond = after === undefined ? {} : { _id: { $gt: after } };
    const found = await model.find(beyond, fields).sort({ _id: 1 }).limit(PAGE).lean();
    const page = found as Doc[]; // lean documents of the caller's model, with the fields asked for
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last._id;
  }
}
