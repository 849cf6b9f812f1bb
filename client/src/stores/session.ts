import type { Locale, SessionView } from '@core/contract/accounts.ts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useCsrf } from '@/api/http.ts';
import { getSession, setLocale as saveLocale, signOut as endSession } from '@/api/session.ts';

const NOBODY: SessionView = { signedIn: false, csrfToken: '', permissions: [], demo: false, textsOff: false };

/** Who is looking, and which doors the server says are open. Menus are drawn from this; nothing is decided here. */
export const useSession = defineStore('session', () => {
  const view = ref<SessionView>(NOBODY);
  const known = ref(false);
  let asking: Promise<void> | undefined;

  const user = computed(() => view.value.user);
  const permissions = computed(() => new Set(view.value.permissions));
  const can = (permission: string): boolean => permissions.value.has(permission);

  function take(next: SessionView): void {
    view.value = next;
    known.value = true;
    useCsrf(next.csrfToken, reload);
  }

  async function reload(): Promise<void> {
    take(await getSession());
  }

  /** Asks once for the whole page; callers that come together share the answer. */
  function ensure(): Promise<void> {
    if (known.value) return Promise.resolve();
    asking ??= reload().finally(() => (asking = undefined));
    return asking;
  }

  async function signOut(): Promise<void> {
    await endSession();
    await reload();
  }

  /** The language also belongs to the account, so that mail and messages follow it. */
  async function rememberLocale(locale: Locale): Promise<void> {
    if (!view.value.user || view.value.user.locale === locale) return;
    view.value.user.locale = locale;
    await saveLocale(locale).catch(() => undefined); // the switch on this screen has already happened
  }

  return { view, known, user, can, take, reload, ensure, signOut, rememberLocale };
});
