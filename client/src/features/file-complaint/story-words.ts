import { useI18n } from 'vue-i18n';
import { yuanText } from '@/format/money.ts';
import type { Attachment } from '@/offline/attachments.ts';
import { owedFenOf, type Draft } from './draft.ts';
import { useMonthNames } from './month-names.ts';

/** The worker's words; where there are none, the voice note is pointed at, or the answers are put in a sentence. */
export function useStoryWords(): (draft: Draft, files: readonly Attachment[]) => string {
  const { t } = useI18n();
  const monthNames = useMonthNames();
  return (draft, files) => {
    if (draft.story.trim() !== '') return draft.story.trim();
    const answers = t('filing.story.composed', {
      where:
        draft.project?.name ?? (draft.projectName.trim() || draft.site.trim() || t('filing.story.somewhere')),
      who: draft.employerName.trim() || t('filing.story.somebody'),
      months: monthNames(draft.payMonths) || t('filing.story.unknown'),
      people: draft.headcount,
      money: draft.owed === '' ? t('filing.story.unknown') : yuanText(owedFenOf(draft) ?? 0),
    });
    return files.some((one) => one.kind === 'voice') ? `${t('filing.story.spoken')}${answers}` : answers;
  };
}
