import { newSubmissionKey } from '@/api/http.ts';
import { dropAttachmentsOf } from '@/offline/attachments.ts';
import { find, findAll, forget, keep } from '@/offline/phone-store.ts';
import type { PublicProject } from '@core/contract/projects.ts';
import { newDraft, type Draft } from './draft.ts';

const plain = (draft: Draft): Draft => JSON.parse(JSON.stringify(draft)) as Draft; // the store cannot hold proxies

export const findDraft = (id: string): Promise<Draft | undefined> => find<Draft>('drafts', id);

/** Whether anything was answered, if only by the code on the site's board. */
const isBegun = ({ intakeKind, project }: Draft): boolean =>
  intakeKind !== undefined || project !== undefined;

/** Newest first. Whoever only looked at the first question has left nothing half finished. */
export async function listDrafts(): Promise<Draft[]> {
  return (await findAll<Draft>('drafts')).filter(isBegun).sort((a, b) => b.savedAt - a.savedAt);
}

export async function saveDraft(draft: Draft): Promise<void> {
  draft.savedAt = Date.now();
  await keep('drafts', plain(draft));
}

export async function startDraft(known: { name?: string; project?: PublicProject } = {}): Promise<Draft> {
  for (const one of await findAll<Draft>('drafts')) if (!isBegun(one)) await dropDraft(one.id);
  const draft: Draft = { ...newDraft(newSubmissionKey().slice(0, 12), Date.now()), ...known };
  await saveDraft(draft);
  return draft;
}

export async function dropDraft(id: string): Promise<void> {
  await forget('drafts', [id]);
  await dropAttachmentsOf(id);
}

/** The worker's name where the account has one; a new account is called by its masked number. */
export const knownName = (user: { name: string; homeRole: string } | undefined): string =>
  user?.homeRole === 'worker' && !/[\d*]/.test(user.name) ? user.name : '';
