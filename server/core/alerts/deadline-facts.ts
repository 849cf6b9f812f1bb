import { isPeriodId, period } from '../law/periods.ts';
import type { DeadlineFact } from './facts.ts';
import type { Finding, Words } from './rule.ts';

/** The deadlines of a project, one for each period of each record: the one that ends first. */
export function openDeadlines(deadlines: readonly DeadlineFact[]): DeadlineFact[] {
  const found = new Map<string, DeadlineFact>();
  for (const one of deadlines) {
    const known = found.get(aboutDeadline(one).about);
    if (known === undefined || one.dueOn < known.dueOn) found.set(aboutDeadline(one).about, one);
  }
  return [...found.values()];
}

/** What a finding about a deadline points at. */
export function aboutDeadline({ kind, id, period: name }: DeadlineFact): Pick<Finding, 'about' | 'records'> {
  return { about: `${kind}:${id}:${name}`, records: [{ kind, id }] };
}

/** The record by its number and the period by its name, as the screens call it. */
export function deadlineWords({ kind, number, period: id }: DeadlineFact): Words {
  const name = isPeriodId(id) ? period(id) : { zh: id, en: id };
  const record = kind === 'case' ? { zh: '案件', en: 'case' } : { zh: '投诉', en: 'complaint' };
  return { zh: `${record.zh} ${number} 的“${name.zh}”`, en: `${name.en} of ${record.en} ${number}` };
}
