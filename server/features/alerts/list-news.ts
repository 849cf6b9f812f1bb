import type { PlainDate } from '../../core/kit/plain-date.ts';
import { isForOffice } from './alert-reach.ts';
import { findNews } from './alert.model.ts';
import type { AlertRecord } from './alert.record.ts';
import { companiesOf } from './tell-company.ts';

const PAGE = 200;

/** What a message about an alert needs; no names of people. */
export interface AlertNews {
  id: string;
  /** What is told once: a step of a team's month is the same whichever rule stands on it. */
  key: string;
  projectName: string;
  areaCode: string;
  level: AlertRecord['level'];
  /** The newest step of the ladder, where it climbs on one. */
  step?: AlertRecord['steps'][number]['step'];
  message: string;
  /** Companies that answer for it; none where it is the office's own matter. */
  companyIds: string[];
}

/** Open alerts raised, or gone up a step, since a day; for the morning's messages. */
export async function* newsSince(from: PlainDate): AsyncGenerator<AlertNews> {
  const companies = new Map<string, string[]>();
  let after: AlertRecord | null = null;
  for (;;) {
    const page: AlertRecord[] = await findNews(from, after, PAGE);
    for (const alert of page) {
      const key = `${alert.projectId} ${alert.employerId ?? ''}`;
      const known = companies.get(key) ?? (await companiesOf(alert));
      companies.set(key, known);
      const companyIds = isForOffice(alert.rule) ? [] : known;
      const step = alert.steps.at(-1)?.step;
      yield {
        id: String(alert._id),
        key: keyOf(alert, step),
        ...{ projectName: alert.projectName, areaCode: alert.areaCode, level: alert.level },
        ...(step === undefined ? {} : { step }),
        message: alert.message.zh,
        companyIds,
      };
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

function keyOf({ _id, projectId, teamId, month }: AlertRecord, step: AlertNews['step']): string {
  if (step === undefined || month === undefined) return `alert:${String(_id)}:${step ?? 'raised'}`;
  return `alert:${projectId}:${teamId ?? ''}:${month}:${step}`;
}
