import type { AddEvidence, EvidenceKind, EvidenceView } from '../../core/contract/evidence.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { storedFiles } from '../files/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import type { EvidenceRecord } from './evidence.model.ts';
import { findEvidenceOfCase } from './evidence.model.ts';
import { enterEvidence } from './enter-evidence.ts';
import { getOpenCase } from './evidence-reach.ts';
import { evidenceView } from './evidence-view.ts';
import type { Fingerprints } from './fingerprints.ts';
import { fingerprintsOfStored, fingerprintsOfText } from './fingerprints.ts';
import { freezeRecord } from './freeze-record.ts';

type Bytes = Pick<EvidenceRecord, 'fileId' | 'frozen' | 'record'> & Fingerprints;

/** Takes a file the person uploaded, or a record as it is now, into the evidence of an open case under the next number. */
export async function addEvidence(caseId: string, input: AddEvidence, ctx: Ctx): Promise<EvidenceView> {
  const record = await getOpenCase(caseId, ctx);
  if (input.obtainedOn > ctx.today)
    throw wrongField('obtainedOn', '取得日期不能晚于今天', 'Not later than today');
  const bytes = await bytesOf(input, ctx);
  return inTransaction(async () => {
    await refuseRepeat(record, bytes.sha256);
    const { kind, side, title, shows, obtainedOn, place } = input;
    const words = {
      ...{ kind, side, title, obtainedOn, isHidden: false },
      ...(shows === undefined ? {} : { shows }),
      ...(place === undefined ? {} : { place }),
    };
    const made = await enterEvidence(record, { ...words, ...bytes }, ctx, {
      hold: { purposes: ['evidence', 'document'], from: [`case:${caseId}`], field: 'fileId' },
    });
    return evidenceView(made, record, ctx);
  });
}

const OF_RECORDS: readonly EvidenceKind[] = ['bankRow', 'payrollLine', 'attendance'];

async function bytesOf({ kind, fileId, record }: AddEvidence, ctx: Ctx): Promise<Bytes> {
  if (record !== undefined) {
    if (fileId !== undefined) throw wrongField('fileId', '记录与文件只能二选一', 'Either a file or a record');
    if (kind !== record.kind)
      throw wrongField('kind', '证据种类与记录不符', 'The kind is not that of the record');
    const frozen = await freezeRecord(record, ctx);
    return { frozen, record, ...(await fingerprintsOfText(frozen)) };
  }
  if (fileId === undefined) throw wrongField('fileId', '请选择文件或记录', 'Choose a file or a record');
  if (OF_RECORDS.includes(kind))
    throw wrongField('kind', '上传的文件不是系统内的记录', 'An uploaded file is not a record of the system');
  const [file] = await storedFiles([fileId]);
  if (file === undefined) throw wrongField('fileId', '文件不存在，请重新上传', 'There is no such file');
  return { fileId, ...(await fingerprintsOfStored(file.sha256)) };
}

/** The same bytes twice are one piece of evidence, whatever they are called. */
async function refuseRepeat(record: CaseRecord, sha256: string): Promise<void> {
  const pieces = await findEvidenceOfCase(String(record._id), {
    sha256,
    isWithdrawn: false,
    isHidden: false,
  });
  const [same] = pieces;
  if (same === undefined) return;
  throw wrongField(
    'fileId',
    `与证据 ${same.number} 的内容完全相同`,
    `The same content as evidence ${same.number}`,
  );
}
