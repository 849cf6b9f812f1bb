import type { Role } from '@core/contract/roles.ts';
import { watch } from 'vue';
import type { RouteLocationNormalized, RouteLocationRaw, Router } from 'vue-router';
import { onSessionEnd } from '@/api/http.ts';
import { i18n } from '@/i18n/index.ts';
import { useSession } from '@/stores/session.ts';
import { reopenStalePages } from './stale-pages.ts';

declare module 'vue-router' {
  interface RouteMeta {
    titleKey?: string;
    /** Readable without signing in. */
    open?: boolean;
    /** The server's permission key without which the page has nothing to show. */
    permission?: string;
    /** Open although the first password still has to be changed. */
    withFirstPassword?: boolean;
  }
}

export const PHONE_ROLES: readonly Role[] = ['worker', 'gridOfficer'];

function signInPlace(path: string, to: RouteLocationNormalized): RouteLocationRaw {
  return { path, ...(to.fullPath === '/' || to.fullPath === '/m' ? {} : { query: { return: to.fullPath } }) };
}

export interface Places {
  signIn: string;
  firstPassword?: string;
  secondFactor?: string;
  /** Where people live who work on a phone: another document, so going there is a real navigation. */
  phoneHome?: string;
}

/** Where a desk page goes when its session has ended elsewhere. */
export const onSessionGone = (from: RouteLocationNormalized): RouteLocationRaw =>
  signInPlace('/sign-in', from);

/** Asks for the session once, sends strangers to the sign-in page and back, and sets the page's title. */
export function guardRoutes(router: Router, places: Places): void {
  router.beforeEach(async (to) => {
    const session = useSession();
    try {
      await session.ensure();
    } catch {
      if (!to.meta.open) return { path: '/unreachable', query: { return: to.fullPath }, replace: true };
    }
    if (to.meta.open) return true;
    if (!session.user) return signInPlace(places.signIn, to);
    if (session.user.mustChangePassword && places.firstPassword && !to.meta.withFirstPassword)
      return places.firstPassword;
    if (session.user.mustSetUpTotp && places.secondFactor && to.path !== places.secondFactor)
      return places.secondFactor;
    if (to.path === '/' && places.phoneHome && PHONE_ROLES.includes(session.user.homeRole)) {
      window.location.assign(places.phoneHome);
      return false;
    }
    if (to.meta.permission && !session.can(to.meta.permission))
      return { name: 'notFound', params: { path: to.path.slice(1).split('/') } };
    return true;
  });

  const retitle = (to: RouteLocationNormalized): void => {
    const { t } = i18n.global;
    document.title = to.meta.titleKey
      ? `${t(to.meta.titleKey)} · ${t('common.product')}`
      : t('common.product');
  };
  router.afterEach(retitle);
  // The name of the tab follows the language like every other word.
  watch(i18n.global.locale, () => retitle(router.currentRoute.value));

  reopenStalePages(router);
  onSessionEnd(() => {
    const session = useSession();
    if (!session.view.signedIn) return;
    const here = router.currentRoute.value;
    session.known = false;
    if (!here.meta.open) void router.push(signInPlace(places.signIn, here));
  });
}
