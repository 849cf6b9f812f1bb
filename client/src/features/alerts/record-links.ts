import type { RecordRef } from '../../../../server/core/alerts/rule.ts';

/** Where a record can be read, and the permission its page asks for. */
interface Place {
  to: string;
  permission: string;
}

const WORKS = (projectId: string): Place => ({ to: `/projects/${projectId}`, permission: 'projects.list' });

/** Rules about some of a sheet's people: which of its lines are meant. Who may not ask for them sees all. */
const LINES_OF: Readonly<Record<string, string>> = {
  cardNotInHand: '?card=notInHand',
  answeredLess: '?answer=less',
  answeredNothing: '?answer=nothing',
  answeredNotMe: '?answer=notMe',
};

/**
 * The page of a record behind an alert. People and teams stand on the roster of their site; the papers of the safeguards
 * on the project's own page; a refused payment among the refused ones.
 */
function placeOf({ kind, id }: RecordRef, projectId: string, rule: string | undefined): Place {
  switch (kind) {
    case 'project':
      return WORKS(id);
    case 'safeguards':
      return WORKS(projectId);
    case 'payrollSheet':
      return { to: `/payroll/sheets/${id}${LINES_OF[rule ?? ''] ?? ''}`, permission: 'payroll.list' };
    case 'team':
      return { to: `/roster?projectId=${projectId}&teamId=${id}`, permission: 'roster.list' };
    case 'enrolment':
      return { to: `/roster?projectId=${projectId}`, permission: 'roster.list' };
    case 'transaction':
      return { to: '/funds/refused', permission: 'refusedOutflows.list' };
    case 'complaint':
      return { to: `/complaints/${id}`, permission: 'complaints.list' };
    case 'case':
      return { to: `/cases/${id}`, permission: 'cases.list' };
    case 'company':
      return { to: `/companies/${id}`, permission: 'companies.list' };
  }
}

export interface RecordLink<Label> {
  label: Label;
  /** How many records this one line stands for: twenty people on one roster are one link. */
  count: number;
  /** Which of several pages of one kind. */
  nth?: number;
  /** Absent where the reader has no such page. */
  to?: string;
}

/** Records as links, those with the same page together, in the order in which they came. */
export function recordLinks<Label>(
  records: readonly (RecordRef & { label: Label })[],
  { projectId, rule }: { projectId: string; rule?: string },
  can: (permission: string) => boolean,
): RecordLink<Label>[] {
  const links = new Map<string, RecordLink<Label> & { kind: RecordRef['kind'] }>();
  for (const record of records) {
    const { to, permission } = placeOf(record, projectId, rule);
    const key = `${record.kind} ${to}`;
    const known = links.get(key);
    if (known) known.count += 1;
    else
      links.set(key, {
        ...{ kind: record.kind, label: record.label, count: 1 },
        ...(can(permission) ? { to } : {}),
      });
  }
  return numbered([...links.values()]);
}

/** Eight complaints are eight links: a reader has to know which of them he has read. */
function numbered<Label>(
  links: readonly (RecordLink<Label> & { kind: RecordRef['kind'] })[],
): RecordLink<Label>[] {
  return links.map(({ kind, ...link }, at) => {
    if (links.filter((one) => one.kind === kind).length === 1) return link;
    return { ...link, nth: links.slice(0, at + 1).filter((one) => one.kind === kind).length };
  });
}
