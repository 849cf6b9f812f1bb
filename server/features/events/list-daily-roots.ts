import type { RootListView } from '../../core/contract/operations.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { DailyRoot } from '../../platform/audit/index.ts';
import { DailyRoots } from '../../platform/audit/index.ts';
import { keysetPage } from '../../platform/keyset-page.ts';

/** Every signed day, newest first. */
export async function listDailyRoots(query: PageQuery): Promise<Page<RootListView>> {
  const list = { sorts: { day: '_id' }, fallback: '-day', limits: {}, query };
  const page = await keysetPage<DailyRoot>(DailyRoots, list);
  return { ...page, items: page.items.map(rootListView) };
}

function rootListView({ _id, areas, rootHash, keyId, signedAt }: DailyRoot): RootListView {
  const events = areas.reduce((sum, area) => sum + area.events, 0);
  return { day: _id, areas: areas.length, events, rootHash, keyId, signedAt: signedAt.toISOString() };
}
