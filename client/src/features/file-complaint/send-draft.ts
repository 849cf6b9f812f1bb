import { reactive, watch } from 'vue';
import type { ComplaintFiled } from '@core/contract/complaint-intake.ts';
import type { ApiError } from '@/api/api-error.ts';
import { fileAnonymousReport, fileComplaint } from '@/api/my-complaints.ts';
import { newSubmissionKey } from '@/api/http.ts';
import { isOnline } from '@/offline/online.ts';
import { forgetUploads } from '@/offline/attachments.ts';
import { uploadAll } from '@/offline/upload-attachment.ts';
import { asApiError } from '@/remote/remote-data.ts';
import { useSession } from '@/stores/session.ts';
import { anonymousBody, namedBody, type Draft } from './draft.ts';
import { dropDraft, findDraft, listDrafts, saveDraft } from './drafts.ts';
import { keepReceipt } from './receipts.ts';

export type SendState =
  | { state: 'sending'; part: 'files' | 'complaint' }
  | { state: 'waiting'; why: 'offline' | 'server' }
  /** The session has ended meanwhile: the phone number has to be proven again. */
  | { state: 'signIn' }
  | { state: 'refused'; part: 'files' | 'complaint'; error: ApiError }
  | { state: 'arrived'; receiptNumber: string };

/** How far each submission is, for whoever shows it. */
export const sendStates = reactive(new Map<string, SendState>());
/** Submissions that a page shows itself; others are announced when they arrive. */
export const watchedDrafts = new Set<string>();
const running = new Map<string, Promise<void>>();
const tries = new Map<string, number>();
const PAUSES_MS = [5_000, 15_000, 60_000, 300_000];

/** Two tabs with the same draft take turns; the key would keep it from being filed twice in any case. */
const alone = (name: string, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(name, work).then(() => undefined) : work();

async function post(draft: Draft, fileIds: string[]): Promise<ComplaintFiled> {
  const { key, story } = draft.outgoing ?? { key: newSubmissionKey(), story: draft.story };
  return draft.anonymous
    ? fileAnonymousReport(anonymousBody(draft, story), key)
    : fileComplaint(namedBody(draft, story, fileIds), key);
}

async function arrived(draft: Draft, filed: ComplaintFiled): Promise<void> {
  await keepReceipt({
    ...filed,
    id: filed.receiptNumber,
    intakeKind: draft.intakeKind ?? 'COMPLAINT',
    anonymous: draft.anonymous,
    filedAt: Date.now(),
    unseen: !watchedDrafts.has(draft.id),
  });
  await dropDraft(draft.id);
  tries.delete(draft.id);
  sendStates.set(draft.id, { state: 'arrived', receiptNumber: filed.receiptNumber });
}

/** A refusal is an answer: nothing was filed, so the draft opens again and the next submission has a new key. */
async function failed(draft: Draft, part: 'files' | 'complaint', error: ApiError): Promise<void> {
  if (error.mayRetry || error.code === 'unreadable') {
    sendStates.set(draft.id, { state: 'waiting', why: error.code === 'offline' ? 'offline' : 'server' });
    again(draft.id);
    return;
  }
  if (error.code === 'signInRequired') {
    sendStates.set(draft.id, { state: 'signIn' });
    return;
  }
  if (error.fields.some((field) => field.path.startsWith('fileIds'))) await forgetUploads(draft.id);
  const { outgoing: _refused, ...open } = draft;
  await saveDraft(open);
  sendStates.set(draft.id, { state: 'refused', part, error });
}

function again(id: string): void {
  const count = tries.get(id) ?? 0;
  tries.set(id, count + 1);
  setTimeout(() => void sendDraft(id), PAUSES_MS[Math.min(count, PAUSES_MS.length - 1)]);
}

async function attempt(id: string): Promise<void> {
  const draft = await findDraft(id);
  if (!draft?.outgoing) return;
  if (!isOnline.value) {
    sendStates.set(id, { state: 'waiting', why: 'offline' });
    return;
  }
  let part: 'files' | 'complaint' = 'files';
  sendStates.set(id, { state: 'sending', part });
  try {
    const session = useSession();
    await session.ensure();
    if (!draft.anonymous && session.user?.homeRole !== 'worker') {
      sendStates.set(id, { state: 'signIn' });
      return;
    }
    const fileIds = draft.anonymous ? [] : await uploadAll(id);
    part = 'complaint';
    sendStates.set(id, { state: 'sending', part });
    draft.outgoing.attempted = true;
    await saveDraft(draft);
    await arrived(draft, await post(draft, fileIds));
  } catch (cause) {
    await failed(draft, part, asApiError(cause));
  }
}

/** Sends a draft whose button was pressed; asked twice at once, it is sent once. */
export function sendDraft(id: string): Promise<void> {
  const busy = running.get(id);
  if (busy) return busy;
  const sending = alone(`anxin.send.${id}`, () => attempt(id)).finally(() => running.delete(id));
  running.set(id, sending);
  return sending;
}

/** The button: from now on the phone sends by itself, over reloads and dead networks, until there is an answer. */
export async function submitDraft(draft: Draft, story: string): Promise<void> {
  draft.outgoing ??= { key: newSubmissionKey(), attempted: false, story };
  await saveDraft(draft);
  await sendDraft(draft.id);
}

/** Takes a submission back that has certainly not been sent yet. */
export async function holdDraft(draft: Draft): Promise<void> {
  if (draft.outgoing?.attempted) return;
  delete draft.outgoing;
  sendStates.delete(draft.id);
  await saveDraft(draft);
}

export async function sendAllWaiting(): Promise<void> {
  for (const draft of await listDrafts()) if (draft.outgoing) void sendDraft(draft.id);
}

/** Called once per page: whatever waited from an earlier visit goes out now, and again whenever the line is back. */
export function keepSending(): void {
  void sendAllWaiting();
  watch(isOnline, (online) => online && void sendAllWaiting());
  document.addEventListener('visibilitychange', () => !document.hidden && void sendAllWaiting());
}
