import { randomInt, randomUUID } from 'node:crypto';
import { UncheckedClient } from '../../test/support/unchecked-client.ts';
import { demoAccount } from '../../test/support/demo-accounts.ts';

export interface Work {
  name: string;
  /** Of a hundred requests so many. */
  share: number;
  ask(): Promise<number>;
}

/** Behind a proxy each of them is a phone of its own: the limits are those of one address. */
const someAddress = (): Record<string, string> => ({
  'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
});
/** So many of the newest reports are looked after. */
const LOOKED_AFTER = 500;

/** An office's hour: lists above all, reports and those who look after theirs, somebody who signs in, now and then an export. */
export async function worksAt(url: string): Promise<Work[]> {
  const nobody = new UncheckedClient(url);
  const [inspector, leader, clerk] = await Promise.all([
    signedIn(url, 'inspector'),
    signedIn(url, 'leader'),
    signedIn(url, 'clerk'),
  ]);
  const filed: object[] = [];
  const file = async (): Promise<number> => {
    const headers = { ...someAddress(), 'idempotency-key': randomUUID() };
    const { status, body } = await nobody.send('POST', '/public/reports', reportOf(filed.length), headers);
    if (status === 201) {
      filed.push({ receiptNumber: body['receiptNumber'], trackingCode: body['trackingCode'] });
      if (filed.length > LOOKED_AFTER) filed.shift();
    }
    return status;
  };
  const track = async (): Promise<number> => {
    const one = filed[randomInt(Math.max(1, filed.length))];
    if (one === undefined) return file();
    return (await nobody.send('POST', '/public/tracking', one, someAddress())).status;
  };
  const signIn = async (): Promise<number> => {
    const person = new UncheckedClient(url);
    const { login, password } = demoAccount('bureauHead');
    const { status } = await person.send('POST', '/session', { login, password }, someAddress());
    return status;
  };
  const look = (person: UncheckedClient, path: string) => async (): Promise<number> =>
    (await person.send('GET', path, undefined, { accept: '*/*' }).catch(asText)).status;
  return [
    { name: 'list of complaints', share: 25, ask: look(inspector, '/complaints?open=true&limit=20') },
    { name: 'search', share: 5, ask: look(inspector, '/complaints?q=工程&limit=20') },
    { name: 'list of cases', share: 9, ask: look(inspector, '/cases?limit=20') },
    { name: 'list of projects', share: 9, ask: look(clerk, '/projects?limit=20') },
    { name: 'the leader’s screen', share: 5, ask: look(leader, '/dashboard') },
    { name: 'a report is filed', share: 20, ask: file },
    { name: 'a report is looked after', share: 25, ask: track },
    { name: 'somebody signs in', share: 1, ask: signIn },
    { name: 'export of complaints', share: 1, ask: look(inspector, '/complaints/export?format=xlsx') },
  ];
}

async function signedIn(url: string, role: Parameters<typeof demoAccount>[0]): Promise<UncheckedClient> {
  const person = new UncheckedClient(url);
  const { login, password } = demoAccount(role);
  await person.signIn(login, password);
  return person;
}

/** A workbook is no JSON; that it came whole is enough. */
function asText(error: unknown): { status: number } {
  if (error instanceof SyntaxError) return { status: 200 };
  throw error;
}

const reportOf = (count: number): object => ({
  employerName: `第${count % 97}工程队`,
  areaCode: '532601',
  headcount: 1 + (count % 30),
  payMonths: ['2026-01', '2026-02'],
  owedFen: 480_000,
  story: '从三月起在工地做木工，老板说好每月十五日发工资，到现在只发过一次生活费。'.repeat(4),
});
