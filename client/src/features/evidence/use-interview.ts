import type { InterviewView, WriteInterview } from '@core/contract/evidence.ts';
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { ApiError } from '@/api/api-error.ts';
import { beginInterview, getInterview, writeInterview } from '@/api/evidence.ts';
import { newSubmissionKey } from '@/api/http.ts';
import { asApiError } from '@/remote/remote-data.ts';
import { useForm } from '@/remote/use-form.ts';
import { draftIdOf, dropDraft, findDraft, keepDraft } from './interview-draft.ts';
import { isSameText, textOf } from './interview-text.ts';

type Form = ReturnType<typeof useForm<WriteInterview, InterviewView>>;
export interface Interview {
  view: Ref<InterviewView | undefined>;
  /** What the system has meanwhile, while both texts lie side by side. */
  other: Ref<InterviewView | undefined>;
  failed: Ref<ApiError | undefined>;
  form: Form;
  isUnsent: ComputedRef<boolean>;
  /** Only on this phone so far, because there is no network. */
  isKept: Ref<boolean>;
  load: () => Promise<void>;
  save: () => Promise<InterviewView | undefined>;
  settle: (text: WriteInterview) => Promise<void>;
  take: (next: InterviewView) => void;
}

const KEEP_AFTER_MS = 300;

/**
 * An interview that is written where the network may be gone: every stroke of the pen is kept on the phone, and sent
 * from the version it was written on. A stale one never wins and never loses by itself: both are laid side by side.
 */
export function useInterview(caseId: string, interviewId: string, empty: () => WriteInterview): Interview {
  const draftId = draftIdOf(caseId, interviewId);
  const view = ref<InterviewView>();
  const other = ref<InterviewView>();
  const failed = ref<ApiError>();
  const isKept = ref(false);
  const base = ref(0);
  let key = newSubmissionKey();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const form = useForm<WriteInterview, InterviewView>(empty(), (values) =>
    interviewId === 'new'
      ? beginInterview(caseId, plain(values), key)
      : writeInterview(interviewId, base.value, plain(values)),
  );
  const saved = computed(() => (view.value ? textOf(view.value) : undefined));
  const isUnsent = computed(() => (saved.value ? !isSameText(form.values, saved.value) : form.isDirty.value));

  function take(next: InterviewView): void {
    view.value = next;
    other.value = undefined;
    base.value = next.version;
    isKept.value = false;
    form.reset(textOf(next));
    void dropDraft(draftId);
  }

  async function load(): Promise<void> {
    const draft = await findDraft(draftId);
    if (draft) ({ key } = draft);
    if (interviewId === 'new') {
      form.reset(draft?.mine ?? empty());
      isKept.value = draft !== undefined;
      return;
    }
    try {
      const now = await getInterview(interviewId);
      failed.value = undefined;
      if (!draft || isSameText(draft.mine, textOf(now))) return take(now);
      view.value = now;
      base.value = draft.baseVersion;
      form.reset(draft.mine);
      if (now.version !== draft.baseVersion) other.value = now;
    } catch (cause) {
      if (!draft?.view) failed.value = asApiError(cause);
      else [view.value, base.value] = [draft.view, draft.baseVersion];
      if (draft) form.reset(draft.mine);
    }
    isKept.value = draft !== undefined;
  }

  watch(
    () => JSON.stringify(form.values),
    () => {
      clearTimeout(timer);
      if (isUnsent.value) timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
    },
  );
  async function keep(): Promise<void> {
    if (!isUnsent.value) return;
    const seen = view.value ? { view: view.value } : {};
    await keepDraft(draftId, { mine: plain(form.values), baseVersion: base.value, key, ...seen });
    isKept.value = true;
  }

  async function save(): Promise<InterviewView | undefined> {
    clearTimeout(timer);
    await keep();
    const sent = await form.submit();
    if (sent) {
      take(sent);
      return sent;
    }
    if (form.state.error?.code === 'staleVersion') {
      form.forgetError();
      other.value = await getInterview(interviewId).catch(() => undefined);
    }
    return undefined;
  }

  /** What was chosen line by line goes on the version that was just read. */
  async function settle(text: WriteInterview): Promise<void> {
    const theirs = other.value;
    if (!theirs) return;
    [view.value, base.value, other.value] = [theirs, theirs.version, undefined];
    form.reset(text);
    await save();
  }

  return { view, other, failed, form, isUnsent, isKept, load, save, settle, take };
}

const plain = (values: WriteInterview): WriteInterview =>
  JSON.parse(JSON.stringify(values)) as WriteInterview; // a copy
