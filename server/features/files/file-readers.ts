import type { FilePurpose } from '../../core/contract/files.ts';
import { FILE_PURPOSES } from '../../core/contract/files.ts';
import { areaPrefix, isAreaCode } from '../../core/kit/area-code.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { findReadableFile } from './file.model.ts';
import type { FileFilter, FileRecord } from './file.model.ts';
import { AREA_READERS } from './files.permissions.ts';

/** Says whether a record this reader may see refers to the file: by a query of the feature that keeps the record. */
export type FileReader = (fileId: string, ctx: Ctx) => Promise<boolean>;

const readers = new Map<FilePurpose, FileReader[]>();

/** A feature that attaches files of a purpose opens them to the readers of its own records. */
export function registerFileReader(purpose: FilePurpose, reader: FileReader): void {
  readers.set(purpose, [...(readers.get(purpose) ?? []), reader]);
}

/** The file, when it is the reader's own, of the reader's area, or attached to something the reader may see. */
export async function getReadableFile(id: string, ctx: Ctx): Promise<FileRecord> {
  const direct = await findReadableFile(id, { $or: [ownFiles(ctx), ...areaFiles(ctx)] });
  if (direct !== null) return direct;
  for (const [purpose, ask] of readers) {
    for (const reader of ask) {
      const attached = await findReadableFile(id, { purpose });
      if (attached !== null && (await reader(id, ctx))) return attached;
    }
  }
  throw new AppError('notFound');
}

function ownFiles(ctx: Ctx): FileFilter {
  return { uploadedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : '' };
}

/** What lies with a record is opened by that record's own rules alone: evidence of a report is not for everybody. */
function areaFiles(ctx: Ctx): FileFilter[] {
  return ctx.grants.flatMap(({ role, areaCode }) => {
    const purposes = FILE_PURPOSES.filter((purpose) => AREA_READERS[purpose].includes(role));
    const prefix = isAreaCode(areaCode) ? areaPrefix(areaCode) : areaCode;
    if (purposes.length === 0 || prefix === '') return [];
    // Codes are digits; ':' follows '9'.
    const areas = { areaCode: { $gte: prefix, $lt: `${prefix}:` } };
    return [{ purpose: { $in: purposes }, ...areas, heldBy: { $exists: false } }];
  });
}
