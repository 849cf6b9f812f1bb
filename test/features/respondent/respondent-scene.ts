import { randomBytes } from 'node:crypto';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { MatterView } from '../../../server/core/contract/matters.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { DOCUMENTS_PERMISSIONS, documentsRoutes } from '../../../server/features/documents/index.ts';
import { EVIDENCE_PERMISSIONS, evidenceRoutes } from '../../../server/features/evidence/index.ts';
import { storeBytes } from '../../../server/features/files/index.ts';
import { RESPONDENT_PERMISSIONS, respondentRoutes } from '../../../server/features/respondent/index.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';
import { acceptedComplaint, after, asPerson, asSystem, filing, ok, useCasesApp } from '../cases/cases-app.ts';
import { opens } from '../cases/proceedings-app.ts';

type As = (who: Who) => Visitor;
export const OURS = '5326010000000000000000a1';
export const RIVAL = '5326010000000000000000a2';
const OURS_NAME = '文山甲建筑有限公司';
export const RIVAL_NAME = '文山乙劳务有限公司';
const of = (companyId: string, position: NonNullable<Grant['position']>): Grant => ({
  ...{ role: 'contractor', areaCode: '532601' },
  ...{ companyId, position },
});

/** Cases, their papers, evidence and what companies see of them; two companies with their people. */
export function useRespondentApp(): { as: As } {
  const app = useCasesApp({
    routes: [...respondentRoutes, ...documentsRoutes, ...evidenceRoutes],
    permissionTables: [RESPONDENT_PERMISSIONS, DOCUMENTS_PERMISSIONS, EVIDENCE_PERMISSIONS],
    people: {
      company: ['甲经理', of(OURS, 'companyAdmin')],
      colleague: ['甲劳资', of(OURS, 'labourOfficer')],
      rival: ['乙经理', of(RIVAL, 'companyAdmin')],
    },
  });
  before(async () => {
    await createCompany({ name: OURS_NAME, areaCode: '532601' }, asSystem(), OURS);
    await createCompany({ name: RIVAL_NAME, areaCode: '532601' }, asSystem(), RIVAL);
  });
  return app;
}

/** Words that must never reach a company: who complained, who reported, what the office wrote for itself. */
export const SECRETS = {
  complainant: '暗号投诉人',
  phone: '13811112222',
  reporter: '暗号举报人',
  story: '暗号经过',
  title: '暗号标题',
  items: '暗号物品',
} as const;

const other = { companyId: RIVAL, name: RIVAL_NAME };

/** A complaint and a report against the first company; the second would pay first. Evidence is preserved quietly. */
export async function watchedCase(as: As, over: object = {}): Promise<CaseView> {
  const { complainant, phone, reporter, story, title, items } = SECRETS;
  const complaint = await acceptedComplaint(as, { name: complainant, phone, story });
  const report = await acceptedComplaint(as, { intakeKind: 'REPORT', name: reporter, story });
  const respondent = { companyId: OURS, name: OURS_NAME };
  const filed = await ok<CaseView>(
    as('inspector').create(
      '/cases',
      filing([complaint.id, report.id], { title, respondent, firstPayer: other, ...over }),
    ),
  );
  const open = await after(as, filed, ['investigate']);
  return ok(opens(as('inspector'), open, 'evidencePreservation', { items, place: '库房', reason: '易灭失' }));
}

export const demandOf = (over: object = {}): Record<string, string | boolean> => ({
  ...{ addressee: 'respondent', asksLabourContract: true, asksWageLedger: true, scope: '2025年12月' },
  ...{ serviceMode: 'DIRECT', servedOn: '2026-03-02', produceBy: '2026-03-10' },
  ...over,
});

export const matterOf = ({ id }: Pick<CaseView, 'id'>, as: As, who: Who = 'company'): Promise<MatterView> =>
  ok<MatterView>(as(who).get(`/company/matters/${id}`));

/** The smallest file that is a PDF, with other bytes each time. */
export function freshPdf(): Buffer {
  const body = `%PDF-1.4\n% ${randomBytes(12).toString('hex')}\n`;
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

export const uploaded = async (who: Who, bytes = freshPdf()): Promise<string> =>
  (await storeBytes(bytes, { name: '台账.pdf', purpose: 'evidence' }, asPerson(who))).id;
