import type { Router } from 'vue-router';

const standing = (): HTMLElement | null => document.querySelector('.first-question');

/**
 * What was chosen in the question that came with the document, which then makes room for the app. It is read once, at the
 * last moment: what a finger does while the app starts counts too, and nothing counts twice.
 */
export function takeFirstAnswer(): string | undefined {
  const question = standing();
  const chosen = question?.querySelector<HTMLInputElement>('input:checked')?.value;
  question?.remove();
  return chosen;
}

/** Until the form's own first question is drawn it stands; wherever else the way leads, or when it ends, it does not. */
export function leaveFirstQuestion(router: Router): void {
  router.afterEach((to, _from, failure) => {
    if (failure || !/^\/m\/new(\/[^/]+\/kind)?\/?$/.test(to.path)) takeFirstAnswer();
  });
  router.onError(() => takeFirstAnswer());
}
