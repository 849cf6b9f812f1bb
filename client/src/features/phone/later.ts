import { defineAsyncComponent } from 'vue';
import { withLaterWords } from '@/i18n/later-words.ts';

/** Grid officers are few: a worker's first page does not wait for what only they see. */
export const GridDoors = defineAsyncComponent(() => withLaterWords(import('./grid-doors.vue')));
