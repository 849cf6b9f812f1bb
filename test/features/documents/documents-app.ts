import { randomUUID } from 'node:crypto';
import type request from 'supertest';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { DocumentKind, DocumentView } from '../../../server/core/contract/documents.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { DOCUMENTS_PERMISSIONS, documentsRoutes } from '../../../server/features/documents/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';
import {
  acceptedComplaint,
  after,
  asPerson,
  asSystem,
  clock,
  filing,
  ok,
  useCasesApp,
} from '../cases/cases-app.ts';

type As = (who: Who) => Visitor;

export const useDocumentsApp = (): { as: As } =>
  useCasesApp({ routes: documentsRoutes, permissionTables: [DOCUMENTS_PERMISSIONS] });

const SET = {
  inspectionPhone: '0876-2120000',
  officeAddress: '文山市开化中路 1 号',
  reconsiderationBody: '文山市人民政府',
  enforcementCourt: '文山市人民法院',
  fineAccount: '文山市财政局非税账户',
  policeBody: '文山市公安局',
} as const;

/** What the office says about itself on its papers. */
export async function setOfficeWords(): Promise<void> {
  for (const [key, value] of Object.entries(SET)) {
    const input = { areaCode: '532601', from: plainDate('2020-01-01'), value, source: '本局' };
    await setParameter(key, input, { ...asPerson('head'), actor: asSystem().actor });
  }
}

/** A case against a firm on record whose sheet holds two people. */
export async function caseWithSheet(as: As, over: object = {}): Promise<CaseView> {
  const { id } = await acceptedComplaint(as);
  const company = await createCompany(
    {
      name: `文山建工集团有限公司${randomUUID().slice(0, 4)}`,
      areaCode: '532601',
      address: '文山市七花路 8 号',
      legalRepresentative: '王建国',
    },
    asPerson('inspector'),
  );
  const respondent = { companyId: company.id, name: company.name };
  const made = await ok<CaseView>(as('inspector').create('/cases', filing([id], { respondent, ...over })));
  const rows = [
    { name: '李四', months: [{ payMonth: '2025-12', owedFen: 500_000 }] },
    { name: '王五', months: [{ payMonth: '2026-01', owedFen: 234_567 }] },
  ];
  const path = `/cases/${made.id}/claims`;
  await ok(
    as('inspector').post(
      path,
      { rows },
      { 'if-match': `"v${made.version}"`, 'idempotency-key': randomUUID() },
    ),
  );
  const seen = await ok<CaseView>(as('inspector').get(`/cases/${made.id}`));
  return after(as, seen, ['investigate']);
}

export const draft = (
  as: As,
  kind: DocumentKind,
  of: object,
  who: Who = 'inspector',
): Promise<DocumentView> => ok<DocumentView>(as(who).create('/documents', { kind, ...of }));

export const act = (
  visitor: Visitor,
  { id, version }: Pick<DocumentView, 'id' | 'version'>,
  action: string,
  body: object = {},
): request.Test => visitor.post(`/documents/${id}/${action}`, body, { 'if-match': `"v${version}"` });

/** What an order needs beside the record. */
export const ORDER_FIELDS = {
  违反规定: '《保障农民工工资支付条例》第十一条',
  改正期限: '2026-03-20',
} as const;

export async function approvedOrder(as: As, caseId: string): Promise<DocumentView> {
  const begun = await draft(as, 'rectificationOrder', { caseId });
  const edited = await ok<DocumentView>(act(as('inspector'), begun, 'edit', { fields: ORDER_FIELDS }));
  const asked = await ok<DocumentView>(act(as('inspector'), edited, 'submit'));
  return ok<DocumentView>(act(as('head'), asked, 'approve'));
}

export async function issuedOrder(as: As, caseId: string): Promise<DocumentView> {
  return ok<DocumentView>(act(as('inspector'), await approvedOrder(as, caseId), 'issue'));
}

export const today = (): string => clock.today();
