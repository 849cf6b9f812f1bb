import type { FieldProblem } from '@core/contract/errors.ts';
import { computed, onBeforeUnmount, onMounted, reactive, ref, shallowRef } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import type { ApiError } from '@/api/api-error.ts';
import { newSubmissionKey } from '@/api/http.ts';
import { i18n, say } from '@/i18n/index.ts';
import { asApiError } from './remote-data.ts';

/** What `FormField` and `FormErrors` need to know of a form. */
export interface FormState {
  /** Sentence per field path of the last answer; typed values are never touched by an error. */
  errorAt: (path: string) => string | undefined;
  problems: readonly FieldProblem[];
  /** A field says what it is called, so that the list on top can name it. */
  nameField: (path: string, label: string) => void;
  labelOf: (path: string) => string;
  error: ApiError | undefined;
  submitting: boolean;
}

/**
 * One form: its values, the server's field errors, and one idempotency key per content. A retry after a cut line
 * repeats the key, so nothing is made twice; after an edit the content is new and so is the key.
 */
export function useForm<Values extends object, Answer>(
  initial: Values,
  send: (values: Values, key: string) => Promise<Answer>,
) {
  const values = reactive({ ...initial }) as Values; // reactive() only adds unwrapping of refs, which values never hold
  const error = shallowRef<ApiError>();
  const submitting = ref(false);
  const saved = ref(JSON.stringify(initial));
  let key: { for: string; key: string } | undefined;

  const isDirty = computed(() => JSON.stringify(values) !== saved.value);

  function keyFor(content: string): string {
    if (key?.for !== content) key = { for: content, key: newSubmissionKey() };
    return key.key;
  }

  async function submit(): Promise<Answer | undefined> {
    if (submitting.value) return undefined;
    submitting.value = true;
    const content = JSON.stringify(values);
    try {
      const answer = await send(values, keyFor(content));
      error.value = undefined;
      saved.value = content;
      key = undefined;
      return answer;
    } catch (cause) {
      error.value = asApiError(cause);
      return undefined;
    } finally {
      submitting.value = false;
    }
  }

  /** Fills the form with what is stored, e.g. when it is opened for a record. */
  function reset(next: Values): void {
    Object.assign(values, next);
    saved.value = JSON.stringify(values);
    error.value = undefined;
    key = undefined;
  }

  /** After the next step has answered the error, e.g. the second factor is asked for. */
  function forgetError(): void {
    error.value = undefined;
  }

  const labels = new Map<string, string>();
  const state: FormState = reactive({
    nameField: (path: string, label: string) => void labels.set(path, label),
    labelOf: (path: string) => {
      const known = [...labels.keys()].filter((name) => path === name || path.startsWith(`${name}.`));
      return labels.get(known.sort((a, b) => b.length - a.length)[0] ?? '') ?? '';
    },
    errorAt: (path: string) => {
      const found = error.value?.fields.find(
        (field) => field.path === path || field.path.startsWith(`${path}.`),
      );
      return found ? say(found) : undefined;
    },
    problems: computed(() => error.value?.fields ?? []),
    error,
    submitting,
  });

  return { values, state, submit, reset, forgetError, isDirty };
}

/** Leaving, closing or reloading the page with unsaved work asks first. */
export function useUnsavedGuard(isUnsaved: () => boolean): void {
  const ask = (event: BeforeUnloadEvent): void => {
    if (isUnsaved()) event.preventDefault();
  };
  onMounted(() => window.addEventListener('beforeunload', ask));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', ask));
  onBeforeRouteLeave(() => !isUnsaved() || window.confirm(i18n.global.t('common.unsaved')));
}
