import type { WorkerView } from '@core/contract/workers.ts';
import { useI18n } from 'vue-i18n';
import type { RecordFact } from '@/features/registry/record-fact.ts';
import { useAreaNames } from '@/stores/reference.ts';

/** What is on file of a person, masked, in the order in which two records are compared. */
export function useWorkerFacts(): (worker: WorkerView) => RecordFact[] {
  const { t } = useI18n();
  const areaName = useAreaNames();
  return (worker) => [
    { label: t('workers.name'), text: worker.name },
    { label: t('workers.citizenId'), text: worker.citizenIdMasked ?? '', isNumber: true },
    { label: t('workers.phone'), text: worker.phoneMasked ?? '', isNumber: true },
    { label: t('workers.bankCard'), text: worker.bankCardMasked ?? '', isNumber: true },
    { label: t('workers.sex'), text: worker.sex ? t(`registry.sex.${worker.sex}`) : '' },
    { label: t('workers.birthYear'), text: worker.birthYear ? String(worker.birthYear) : '', isNumber: true },
    { label: t('registry.area'), text: areaName(worker.areaCode) },
  ];
}
