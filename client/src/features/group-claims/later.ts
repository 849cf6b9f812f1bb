import { defineAsyncComponent } from 'vue';
import { withLaterWords } from '@/i18n/later-words.ts';

const pages = () => withLaterWords(import('./pages.ts'));
type Page = keyof Awaited<ReturnType<typeof pages>>;

/** Few people see them: fetched with their words when one is shown, all at once, so that the others wait less. */
export const groupPage =
  <Name extends Page>(name: Name) =>
  async () =>
    (await pages())[name];

export const MyMemberships = defineAsyncComponent(groupPage('MyMemberships'));
export const GroupEntry = defineAsyncComponent(groupPage('GroupEntry'));
