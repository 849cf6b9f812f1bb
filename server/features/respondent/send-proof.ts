import mongoose from 'mongoose';
import type { MatterView, SendProof } from '../../core/contract/matters.ts';
import { currentDue } from '../../core/law/deadline.ts';
import { documentsAsked, PROOF_DEMAND, PROOF_DOCUMENT_NAMES } from '../../core/proceedings/proof-demand.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getCaseRecord, notOpen, recordCaseEvent } from '../cases/index.ts';
import type { CaseRecord, ProceedingRecord } from '../cases/index.ts';
import { takeFromParty } from '../evidence/index.ts';
import { holdFiles, storedFiles } from '../files/index.ts';
import { demandDeadline, proofsOf, takesProofs } from './demand-standing.ts';
import { matterView } from './matter-view.ts';
import { getOwnMatter } from './own-matters.ts';
import type { ProofRecord } from './proof.model.ts';
import { insertProof } from './proof.model.ts';
import { tellOffice } from './tell-office.ts';

/** So many files one demand takes: the evidence of the whole case has a limit that a company must not use up. */
const MOST_FILES = 80;
const MOST_SENDINGS = 80;

/**
 * The company sends a document that was demanded, or says why there is none. It may add until the office has everything,
 * also after the day: then it is marked late. What comes is evidence of the case at once, with its fingerprints and the
 * hand it came from.
 * @law REG-50-1
 */
export async function sendProof(caseId: string, input: SendProof, ctx: Ctx): Promise<MatterView> {
  return inTransaction(async () => {
    const { matter } = await getOwnMatter(caseId, ctx);
    const demand = matter.demands.find(({ id }) => id === input.demandId);
    const companyId = demand?.addressee?.companyId;
    if (demand === undefined || companyId === undefined) throw new AppError('notFound');
    if (!takesProofs(demand)) throw new AppError('conflict', { state: demand.state });
    checkInput(input, demand, proofsOf(demand, matter.proofs));
    const { now, today } = ctx;
    const record = await getCaseRecord(caseId, systemCtx('respondent', { now, today }));
    if (record.state === 'closed') throw notOpen(record);
    const proof = await enterProof(record, { demand, companyId, before: matter.proofs }, input, ctx);
    await insertProof(proof);
    const { _id, document, sentOn, fileIds } = proof;
    const facts = { proof: String(_id), demand: demand.id, document, files: fileIds.length };
    const isLate = sentOn > currentDue(demandDeadline(demand));
    await recordCaseEvent(record, 'proofSent', { ...facts, isLate }, ctx);
    await tellOffice(record, demand.id, ctx);
    return matterView({ ...matter, proofs: [...matter.proofs, proof] }, ctx);
  });
}

function checkInput(
  { document, fileIds, noneBecause }: SendProof,
  { facts }: ProceedingRecord,
  before: readonly ProofRecord[],
): void {
  if (!documentsAsked(facts).includes(document))
    throw wrongField('document', '这项资料没有要求提供', 'This document was not asked for');
  if (fileIds.length === 0 && noneBecause === undefined)
    throw wrongField('fileIds', '请上传文件，或者写明为什么没有', 'Upload files, or say why there are none');
  if (fileIds.length > 0 && noneBecause !== undefined)
    throw wrongField('noneBecause', '上传了文件就不用写', 'Not needed where files are uploaded');
  const files = before.reduce((sum, one) => sum + one.fileIds.length, fileIds.length);
  if (files > MOST_FILES || before.length >= MOST_SENDINGS)
    throw wrongField(
      'fileIds',
      `一份通知最多提交 ${MOST_FILES} 个文件，请合并后再传`,
      `A demand takes ${MOST_FILES} files: put several into one`,
    );
}

interface Sending {
  demand: ProceedingRecord;
  companyId: string;
  before: readonly ProofRecord[];
}

/** Holds the files and makes evidence of every content that is new; bytes the company sent before stay one piece. */
async function enterProof(
  record: CaseRecord,
  { demand, companyId, before }: Sending,
  { document, fileIds, noneBecause }: SendProof,
  ctx: Ctx,
): Promise<ProofRecord> {
  const _id = new mongoose.Types.ObjectId();
  const ref = `proof:${String(_id)}` as const;
  await holdFiles(fileIds, ref, ctx, { purposes: ['evidence', 'document'] });
  const known = new Map(before.flatMap(({ pieces }) => pieces).map((piece) => [piece.sha256, piece]));
  const seen = new Set(known.keys());
  const files = await storedFiles(fileIds);
  const fresh = files.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256).size > 0);
  const name = PROOF_DOCUMENT_NAMES[document].zh;
  const due = currentDue(demandDeadline(demand));
  const late = ctx.today > due ? '（逾期）' : '';
  const taken = await takeFromParty(
    record,
    {
      side: 'respondent',
      title: `单位提供的${name}`,
      shows: `${PROOF_DEMAND.name.zh} ${demand.number}：应于 ${due} 前提供，${ctx.today} 提交${late}`,
      fileIds: fresh.map((file) => String(file._id)),
      from: ref,
      ...(noneBecause === undefined
        ? {}
        : { statement: { company: demand.addressee?.name ?? '', document: name, noneBecause } }),
    },
    ctx,
  );
  const again = files.flatMap(({ sha256 }) => known.get(sha256) ?? []);
  return {
    ...{ _id, caseId: String(record._id), demandId: demand.id, companyId, document, fileIds },
    ...(noneBecause === undefined ? {} : { noneBecause }),
    pieces: [...again, ...taken.map(({ sha256, evidenceId }) => ({ sha256, evidenceId }))],
    sentAt: ctx.now,
    sentOn: ctx.today,
    sentBy: senderOf(ctx),
  };
}

function senderOf({ actor }: Ctx): ProofRecord['sentBy'] {
  if (actor.kind !== 'user') throw new AppError('forbidden');
  return { id: actor.userId, name: actor.name };
}
