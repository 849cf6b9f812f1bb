import type { Router } from 'vue-router';

const TRIED = 'anxin.reloadedFor';

/**
 * After an update the server has other page files than the ones this tab knows: a page that cannot be fetched is opened
 * anew once, by a real navigation. A second failure for the same address is a network fault and stays on screen.
 */
export function reopenStalePages(router: Router): void {
  router.onError((_error, to) => {
    if (sessionStorage.getItem(TRIED) === to.fullPath) return;
    sessionStorage.setItem(TRIED, to.fullPath);
    window.location.assign(to.fullPath);
  });
  router.afterEach(() => sessionStorage.removeItem(TRIED));
}
