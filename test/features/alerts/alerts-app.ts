import { ALERTS_PERMISSIONS, alertsRoutes, scanProjects } from '../../../server/features/alerts/index.ts';
import { AlertCards, asCards } from '../../../server/features/alerts/alert-card.model.ts';
import type { CardRecord } from '../../../server/features/alerts/alert-card.model.ts';
import { Alerts, asAlerts } from '../../../server/features/alerts/alert.model.ts';
import type { AlertRecord } from '../../../server/features/alerts/alert.record.ts';
import type { PayFileView } from '../../../server/core/contract/funds.ts';
import { FILES_PERMISSIONS, filesRoutes } from '../../../server/features/files/index.ts';
import type { FundsApp } from '../funds/funds-app.ts';
import { useFunds } from '../funds/funds-app.ts';
import { asSystem, clock } from '../payroll/payroll-life-app.ts';

export const NET = 580_000;

/** Early in the morning of a day, as the nightly job has it. */
export const setDay = (day: string): void => clock.set(new Date(`${day}T06:00:00+08:00`));

/** The look of a day; the clock stays there. */
export async function look(
  day: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<Record<string, number>> {
  setDay(day);
  return scanProjects(asSystem(), { signal });
}

/** All alerts ever raised, oldest first, with their history. */
export const alertsNow = async (filter: Record<string, unknown> = {}): Promise<AlertRecord[]> =>
  asAlerts(await Alerts.find(filter).sort({ _id: 1 }).select('+history').lean());
export const alertOf = async (rule: string): Promise<AlertRecord> => {
  const found = (await alertsNow({ rule })).at(-1);
  if (found === undefined) throw new Error(`no alert of ${rule}`);
  return found;
};
export const cardsNow = async (): Promise<CardRecord[]> =>
  asCards(await AlertCards.find({}).sort({ _id: 1 }).lean());
export const cardNow = async (projectId: string): Promise<CardRecord> => {
  const card = (await cardsNow()).find(({ _id }) => _id === projectId);
  if (card === undefined) throw new Error('no card');
  return card;
};
/** Rule and state of the alerts that stand. */
export const standing = async (projectId: string): Promise<string[]> =>
  (await alertsNow({ projectId, standing: true })).map(({ rule, state }) => `${rule} ${state}`).sort();

export interface AlertsApp extends FundsApp {
  /** The bank's word on one line of a pay file. */
  bankSays: (file: PayFileView, line: number, result: 'credited' | 'bounced', on: string) => Promise<void>;
}

/** The site of the money tests with the doors of warnings and files beside. */
export function useAlerts(): AlertsApp {
  const app = useFunds({
    routes: [...alertsRoutes, ...filesRoutes],
    permissionTables: [ALERTS_PERMISSIONS, FILES_PERMISSIONS],
  });
  const bankSays: AlertsApp['bankSays'] = async (file, line, result, on) => {
    setDay(on);
    const said = { reference: `${file.number}-${line}`, result, amountFen: NET, on };
    const results = [result === 'bounced' ? { ...said, reason: '销户' } : said];
    await app.as('bank').create(`/pay-files/${file.id}/results`, { results }).expect(200);
  };
  return Object.assign(Object.create(app) as FundsApp, { bankSays });
}
