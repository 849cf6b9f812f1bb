import { DEMO_COMPANY_ID } from '../../../seeds/people.ts';
import { DEMO_COMPANIES, DEMO_PROJECTS } from '../../../seeds/registry/demo-registry.ts';
import type { SessionView } from '../../../server/core/contract/accounts.ts';
import type { Role } from '../../../server/core/contract/roles.ts';
import type { FieldProblem } from '../../../server/core/contract/errors.ts';
import type { SafeguardsView } from '../../../server/core/contract/safeguards.ts';
import type { FilePurpose } from '../../../server/core/contract/files.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import type { ParameterKey } from '../../../server/features/parameters/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { insertFile } from '../../../server/features/files/file.model.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { Agent } from '../../support/app.ts';
import type { RegistryApp } from '../companies/registry-app.ts';
import { PASSWORD, problemOf, useRegistryApp } from '../companies/registry-app.ts';

export const SITE = DEMO_PROJECTS[0] ?? never();
export const CONTRACTOR = DEMO_COMPANIES[0]?.name ?? '';
export const ACCOUNT_NAME = `${CONTRACTOR}${SITE.name}农民工工资专用账户`;

function never(): never {
  throw new Error('The demo registry has projects');
}

/** People of the other parties of the demo site, beside those of the registry. */
export interface SafeguardsApp extends RegistryApp {
  owner: Agent;
  subcontractor: Agent;
  read(agent?: Agent): Promise<SafeguardsView>;
  put(part: string, version: number, body: object, agent?: Agent): ReturnType<Agent['put']>;
  faultsOf(part: string, body: object): Promise<string[]>;
  /** A file this person has uploaded. */
  upload(purpose: FilePurpose, agent?: Agent): Promise<string>;
  setArea(key: ParameterKey, value: Parameters<typeof setParameter>[1]['value']): Promise<void>;
}

export const CONTRACT = {
  signedOn: '2026-02-20',
  amountFen: 2_000_000_000,
  plannedFrom: '2026-03-02',
  plannedUntil: '2027-03-01',
  labourCostBasisPoints: 2000,
  labourCostCycleMonths: 1,
  labourCostDay: 10,
  payDay: 15,
  payDayIn: 'next',
};
export const ACCOUNT = {
  bankName: '演示银行',
  branchCode: 'WS001',
  branchName: '演示银行文山支行',
  number: '6214 8300 0000 0123',
  accountName: ACCOUNT_NAME,
  openedOn: '2026-03-05',
  filedOn: '2026-03-20',
  tripartiteSignedOn: '2026-03-05',
};

/** The demo region with the parties of its first project signed in; call it in a describe. */
export function useSafeguardsApp(): SafeguardsApp {
  const registry = useRegistryApp();
  let files = 0;
  const extra: { owner?: Agent; subcontractor?: Agent } = {};
  before(async () => {
    const open = async (login: string, companyId: string): Promise<Agent> => {
      const role: Role = 'contractor';
      const grants = [{ role, areaCode: '532601', companyId, position: 'labourOfficer' as const }];
      await openAccount({ name: login, login, grants }, { text: PASSWORD, mustChange: false }, registry.ctx);
      return registry.test.signIn(login, PASSWORD);
    };
    const companyOf = (role: string): string =>
      SITE.parties.find((party) => party.role === role)?.companyId ?? DEMO_COMPANY_ID;
    extra.owner = await open('owner', companyOf('projectOwner'));
    extra.subcontractor = await open('subcontractor', companyOf('labourSubcontractor'));
  });
  const base = `/api/projects/${SITE.id}/safeguards`;
  const added = {
    read: async (agent = registry.as.company) => (await agent.get(base).expect(200)).body as SafeguardsView, // the status says that it is one
    put: (part: string, version: number, body: object, agent = registry.as.company) =>
      agent.put(`${base}/${part}`).set('if-match', `"v${version}"`).send(body),
    faultsOf: async (part: string, body: object) => {
      const { version } = await added.read();
      const refused = problemOf(await added.put(part, version, body).expect(422));
      return (refused.fields ?? []).map(({ path }: FieldProblem) => path);
    },
    upload: async (purpose: FilePurpose, agent = registry.as.company) => {
      const { body } = await agent.get('/api/session').expect(200);
      const { user } = body as SessionView; // the status says that somebody is signed in
      files += 1;
      const file = await inTransaction(() =>
        insertFile({
          sha256: String(files).padStart(64, '0'),
          name: 'paper.pdf',
          purpose,
          mime: 'application/pdf',
          bytes: 10,
          hasThumbnail: false,
          areaCode: '532601',
          uploadedBy: user?.id ?? '',
          uploadedAt: registry.ctx.now,
        }),
      );
      return String(file._id);
    },
    setArea: async (key: ParameterKey, value: Parameters<typeof setParameter>[1]['value']) => {
      const from = plainDate('2026-01-01');
      await setParameter(key, { areaCode: '532601', from, value, source: '测试' }, registry.ctx);
    },
  };
  return new Proxy({} as SafeguardsApp, {
    get: (_, key) => Reflect.get(extra, key) ?? Reflect.get(added, key) ?? registry[key as keyof RegistryApp],
  });
}
