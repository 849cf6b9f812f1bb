import type { Page } from '../../core/contract/page.ts';

const MOST_A_PAGE = 200;

/** Every row of a keyset list, one page in memory at a time: `pages((query) => listUsers({ ...filter, ...query }, ctx))`. */
export async function* pages<Row>(
  fetchPage: (query: { cursor?: string; limit: number }) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await fetchPage(
      cursor === null ? { limit: MOST_A_PAGE } : { cursor, limit: MOST_A_PAGE },
    );
    yield* page.items;
    if (page.nextCursor !== null && page.nextCursor === cursor)
      throw new Error('a list returned the same cursor again');
    cursor = page.nextCursor;
  } while (cursor !== null);
}
