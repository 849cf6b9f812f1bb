import type { DepartmentView } from '../../core/contract/areas.ts';
import type { Page } from '../../core/contract/page.ts';
import { findDepartments } from './department.model.ts';

/** Which departments sit in the joint meeting (联席会议), and what each answers for? */
export async function listDepartments(query: { areaCode?: string }): Promise<Page<DepartmentView>> {
  const items = await findDepartments(query.areaCode);
  return { items, nextCursor: null, total: items.length };
}
