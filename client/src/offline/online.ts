import { readonly, ref } from 'vue';

/** What the phone believes; a line that is there but carries nothing shows itself when a request fails. */
const line = ref(navigator.onLine);
window.addEventListener('online', () => (line.value = true));
window.addEventListener('offline', () => (line.value = false));

export const isOnline = readonly(line);
