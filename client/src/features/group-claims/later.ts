import { defineAsyncComponent } from 'vue';
import { withLaterWords } from '@/i18n/later-words.ts';

/** Parts of pages that few people see: fetched with their words when they are shown, so that the others wait less. */
export const MyMemberships = defineAsyncComponent(() => withLaterWords(import('./my-memberships.vue')));
export const GroupEntry = defineAsyncComponent(() => withLaterWords(import('./group-entry.vue')));
