import type { FilePurpose, FileView } from '../../core/contract/files.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { listFilesOf } from './file.model.ts';

export interface ListOwnFiles {
  purpose?: FilePurpose;
  cursor?: string;
  limit?: number;
}

/** What this person has uploaded and not deleted, newest first. */
export function listOwnFiles(query: ListOwnFiles, ctx: Ctx): Promise<Page<FileView>> {
  return listFilesOf(actorUserId(ctx), query);
}
