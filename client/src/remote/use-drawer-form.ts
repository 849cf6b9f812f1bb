import { computed, watch, type WritableComputedRef } from 'vue';
import { useForm } from './use-form.ts';

/**
 * The form of a drawer that opens for a subject (a record, or 'new'): filled anew each time it opens, sent with the
 * subject it was opened for, and told apart when it was saved or only closed.
 */
export function useDrawerForm<Subject, Values extends object, Answer>(options: {
  /** What the drawer is open for; undefined while it is closed. */
  subject: () => Subject | undefined;
  /** Values to start from; without a subject those of an empty form. */
  fill: (subject: Subject | undefined) => Values;
  send: (values: Values, subject: Subject, key: string) => Promise<Answer>;
  saved: (answer: Answer) => void;
  closed: () => void;
}): ReturnType<typeof useForm<Values, Answer>> & {
  open: WritableComputedRef<boolean>;
  save: () => Promise<void>;
} {
  const form = useForm<Values, Answer>(options.fill(undefined), (values, key) => {
    const subject = options.subject();
    if (subject === undefined) throw new Error('nothing is open');
    return options.send(values, subject, key);
  });
  watch(
    options.subject,
    (subject) => {
      if (subject !== undefined) form.reset(options.fill(subject));
    },
    { immediate: true },
  );
  const open = computed({
    get: () => options.subject() !== undefined,
    set: (isOpen) => {
      if (!isOpen) options.closed();
    },
  });
  async function save(): Promise<void> {
    const answer = await form.submit();
    if (answer !== undefined) options.saved(answer);
  }
  return { ...form, open, save };
}
