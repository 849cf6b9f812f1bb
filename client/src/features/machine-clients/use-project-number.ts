import { isReceiptNumber } from '@core/kit/receipt-number.ts';
import { watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { getPublicProject } from '@/api/public.ts';
import { useRemote } from '@/remote/remote-data.ts';
import type { Finding } from '@/ui/finding.ts';

const LENGTH = 10;
const digitsOf = (text: string): string => text.replace(/[\s-]/gu, '');
const isWhole = (text: string): boolean => digitsOf(text).length === LENGTH && isReceiptNumber(text);

/** What a number off a rights board says while it is typed: the site's name, or that it was misread. */
export function useProjectNumber(number: () => string): (text: string) => Finding | undefined {
  const { t } = useI18n();
  const project = useRemote((signal) => getPublicProject(digitsOf(number()), signal));
  watch(number, (text) => {
    if (isWhole(text)) void project.load();
  });
  return (text) => {
    if (!isWhole(text)) return { tone: 'bad', text: t('machineClients.misread') };
    const asked = project.data.value;
    if (asked.state === 'failed' && asked.error.status === 404)
      return { tone: 'bad', text: t('machineClients.noProject') };
    if (asked.state !== 'loaded') return undefined;
    const { name, site } = asked.value;
    return { tone: 'good', text: t('machineClients.projectFound', { name, site }) };
  };
}
