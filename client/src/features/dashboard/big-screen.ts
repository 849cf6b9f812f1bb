import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** The screen on a wall: dark and whole, until Escape or the switch ends it. Where the browser refuses, it is dark only. */
export function useBigScreen(element: Ref<HTMLElement | null>) {
  const isBig = ref(false);
  const follow = (): void => {
    if (document.fullscreenElement === null) isBig.value = false;
  };
  onMounted(() => document.addEventListener('fullscreenchange', follow));
  onBeforeUnmount(() => document.removeEventListener('fullscreenchange', follow));
  async function toggle(): Promise<void> {
    if (isBig.value) {
      isBig.value = false;
      if (document.fullscreenElement !== null) await document.exitFullscreen();
      return;
    }
    isBig.value = true;
    await element.value?.requestFullscreen?.().catch(() => undefined);
  }
  return { isBig, toggle };
}
