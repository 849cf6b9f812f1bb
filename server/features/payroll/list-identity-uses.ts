import type { IdentityUse } from '../../core/contract/my-pay.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { findOwnClaims } from '../cases/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import { listOwnComplaints } from '../complaints/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { monthWords } from './answer-words.ts';
import { ownEnrolments, ownLines } from './own-lines.ts';
import { asLines, PayrollLines } from './payroll-line.model.ts';
import { findSheets } from './payroll-sheet.model.ts';

const MOST = 200;

/** Everywhere the own identity stands on record: rosters, payrolls, cases and complaints, the newest first. */
export async function listIdentityUses(ctx: Ctx): Promise<IdentityUse[]> {
  const all = await Promise.all([onRosters(ctx), onPayrolls(ctx), inCases(ctx), inComplaints(ctx)]);
  return all
    .flat()
    .sort((a, b) => b.on.localeCompare(a.on))
    .slice(0, MOST);
}

async function onRosters(ctx: Ctx): Promise<IdentityUse[]> {
  const found = await ownEnrolments(ctx);
  const names = await companyNamesOf(found.map(({ employerId }) => employerId));
  return Promise.all(
    found.map(async ({ projectId, employerId, createdAt }) => ({
      kind: 'roster' as const,
      where: (await findProjectRef(projectId))?.name ?? '',
      by: names.get(employerId) ?? '',
      on: toShanghaiDay(createdAt.getTime()),
    })),
  );
}

async function onPayrolls(ctx: Ctx): Promise<IdentityUse[]> {
  const own = PayrollLines.find(await ownLines(ctx)).sort({ payMonth: -1, _id: -1 });
  const lines = asLines(await own.limit(MOST).lean());
  const sheets = await findSheets(lines.map(({ sheetId }) => sheetId));
  const byId = new Map(sheets.map((sheet) => [String(sheet._id), sheet]));
  return lines.flatMap(({ sheetId, payMonth }) => {
    const sheet = byId.get(sheetId);
    if (sheet === undefined) return [];
    const where = `${sheet.projectName} · ${monthWords(payMonth)}`;
    return [{ kind: 'payroll' as const, where, by: sheet.employerName, on: sheet.filedOn }];
  });
}

async function inCases(ctx: Ctx): Promise<IdentityUse[]> {
  const found = await findOwnClaims(ctx);
  return found.map(({ caseNumber, title, on }) => ({
    kind: 'case' as const,
    where: title,
    by: caseNumber,
    on,
  }));
}

async function inComplaints(ctx: Ctx): Promise<IdentityUse[]> {
  return (await listOwnComplaints(ctx)).map(({ receiptNumber, projectName, employerName, receivedOn }) => ({
    kind: 'complaint' as const,
    where: projectName ?? employerName ?? '',
    by: receiptNumber,
    on: receivedOn,
  }));
}
