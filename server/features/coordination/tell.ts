import { systemCtx, type Ctx } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import type { TemplateData, TemplateName } from '../../platform/outbox/index.ts';
import { publish } from '../../platform/realtime/index.ts';
import { withSubstitutes } from '../absences/index.ts';
import { listUsers } from '../accounts/index.ts';
import { listDepartments } from '../areas/index.ts';

const PREFECTURE = 4;
const MOST = 200;

/** The people who answer for a department where the matter lies: of the county, or of the prefecture above it. */
export async function liaisonsOf(
  { areaCode, departmentCode }: { areaCode: string; departmentCode: string },
  { now, today }: Pick<Ctx, 'now' | 'today'>,
): Promise<string[]> {
  const ctx = systemCtx('coordination', { now, today });
  const found: string[] = [];
  const asked = {
    ...({ role: 'departmentLiaison', state: 'active', limit: MOST, sort: 'name' } as const),
    areaCode: areaCode.slice(0, PREFECTURE),
  };
  let cursor: string | undefined;
  do {
    const page = await listUsers({ ...asked, ...(cursor === undefined ? {} : { cursor }) }, ctx);
    for (const { id, grants } of page.items) {
      const isTheirs = grants.some(
        (grant) =>
          grant.role === 'departmentLiaison' &&
          grant.departmentCode === departmentCode &&
          areaCode.startsWith(grant.areaCode),
      );
      if (isTheirs) found.push(id);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** The name of a member department, its code where the list has none. */
export async function departmentName(code: string): Promise<string> {
  const { items } = await listDepartments({});
  return items.find((one) => one.code === code)?.name ?? code;
}

/** Under the bell of these people and of whoever stands in for them, but not of who did it himself. */
export async function tellPeople<Name extends TemplateName>(
  record: { subject: string; id: string; version: number; areaCode: string; link: string },
  userIds: readonly string[],
  { template, data }: { template: Name; data: TemplateData<Name> },
  ctx: Ctx,
): Promise<void> {
  const self = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  const { subject, id, version, areaCode, link } = record;
  for (const userId of await withSubstitutes(userIds, ctx.today)) {
    if (userId === self) continue;
    const key = `${subject}:${id}:${template}:${userId}:v${version}`;
    await enqueue<Name>({ template, channel: 'inApp', to: { userId }, data, areaCode, link, key }, ctx);
  }
}

/** The screens of the area look again; nothing but an id travels. */
export function tellScreens(areaCode: string, id: string): void {
  afterCommit(() => publish(`area:${areaCode}`, 'coordinationChanged', { type: 'coordinationChanged', id }));
}
