import type { ReleaseKind } from '../../core/contract/releases.ts';
import type { Words } from '../../core/alerts/rule.ts';
import { ACCOUNT_CLOSURE } from '../../core/releases/account-closure.ts';
import { BOND_RETURN } from '../../core/releases/bond-return.ts';
import type { ReleaseSituation } from '../../core/releases/release-steps.ts';
import type { LifeTable } from '../../core/lives/life-table.ts';
import type { LifeKind } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { holdFiles } from '../files/index.ts';
import { ledgerOf } from '../funds/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { findSafeguards } from '../safeguards/index.ts';
import { findBlockers } from './find-blockers.ts';
import type { ReleaseRecord } from './release.model.ts';
import { Releases } from './release.model.ts';
import { releaseRoles } from './release-reach.ts';

/** The life of each kind. */
export const RELEASE_TABLES: Readonly<Record<ReleaseKind, LifeTable<ReleaseSituation>>> = {
  accountClosure: ACCOUNT_CLOSURE,
  bondReturn: BOND_RETURN,
};

const gone = {
  zh: '已换成另一个账户或者另一笔保证金',
  en: 'There is another account, or another bond, by now',
};

/** Why it cannot be: there is none on record, it is gone already, or it is not the one this was begun for. */
async function missingOf(
  kind: ReleaseKind,
  { projectId, keptSince }: Pick<ReleaseRecord, 'projectId' | 'keptSince'>,
): Promise<Words | undefined> {
  const { account, bond } = (await findSafeguards(projectId)) ?? {};
  const isOther = (since: string): boolean => keptSince !== undefined && keptSince !== since;
  if (kind === 'accountClosure') {
    if (account === undefined)
      return { zh: '没有登记农民工工资专用账户', en: 'No wage account is on record' };
    if (account.closedOn !== undefined)
      return { zh: `专用账户已于 ${account.closedOn} 销户`, en: `It was closed on ${account.closedOn}` };
    return isOther(account.openedOn) ? gone : undefined;
  }
  if (bond === undefined) return { zh: '没有登记工资保证金', en: 'No wage bond is on record' };
  if (bond.returnedOn !== undefined)
    return { zh: `保证金已于 ${bond.returnedOn} 返还`, en: `It was returned on ${bond.returnedOn}` };
  return isOther(bond.storedOn) ? gone : undefined;
}

/** How a release of this kind lives, and everything its table looks at: counted anew for every look and every step. */
export const releaseKind = (kind: ReleaseKind): LifeKind<ReleaseRecord, ReleaseSituation> => ({
  table: RELEASE_TABLES[kind],
  model: Releases,
  subject: 'release',
  async ground(record, { today }) {
    const { projectId, areaCode, publishedOn, objections } = record;
    const project = await findProjectRef(projectId);
    const isFinished = project?.state === 'finished';
    const ledger = kind === 'accountClosure' ? await ledgerOf(projectId) : null;
    const missing = await missingOf(kind, record);
    return {
      ...{ today, calendar: await loadCalendar(areaCode), area: {} },
      blockers: await findBlockers(record, {
        worksFinished: isFinished || record.closesEarly === true,
        today,
      }),
      objections: objections.map(({ number, answeredOn }) => ({
        ...{ number, isAnswered: answeredOn !== undefined },
      })),
      ...(missing === undefined ? {} : { missing }),
      ...{ worksFinished: isFinished, isPublic: publishedOn !== undefined },
      isGuarantee: record.isGuarantee === true,
      ...(ledger === null ? {} : { balanceFen: ledger.balanceFen }),
    };
  },
  roles: releaseRoles,
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, {
      purposes: ['evidence', 'document'],
      field: 'given.fileIds',
    });
  },
});
