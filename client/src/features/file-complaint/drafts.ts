import { newSubmissionKey } from '@/api/http.ts';
import { dropAttachmentsOf } from '@/offline/attachments.ts';
import { find, findAll, forget, keep } from '@/offline/phone-store.ts';
import type { PublicProject } from '@core/contract/projects.ts';
import { newDraft, type Draft } from './draft.ts';

const plain = (draft: Draft): Draft => JSON.parse(JSON.stringify(draft)) as Draft; // the store cannot hold proxies

export const findDraft = (id: string): Promise<Draft | undefined> => find<Draft>('drafts', id);

/** Newest first. */
export async function listDrafts(): Promise<Draft[]> {
  return (await findAll<Draft>('drafts')).sort((a, b) => b.savedAt - a.savedAt);
}

export async function saveDraft(draft: Draft): Promise<void> {
  draft.savedAt = Date.now();
  await keep('drafts', plain(draft));
}

export async function startDraft(known: { name?: string; project?: PublicProject } = {}): Promise<Draft> {
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
