import type { CompanyView } from '@core/contract/companies.ts';
import { useI18n } from 'vue-i18n';
import type { RecordFact } from '@/features/registry/record-fact.ts';
import { useAreaNames } from '@/stores/reference.ts';

/** What is on file of a company, in the order in which two records are compared. */
export function useCompanyFacts(): (company: CompanyView) => RecordFact[] {
  const { t } = useI18n();
  const areaName = useAreaNames();
  return (company) => [
    { label: t('companies.name'), text: company.name },
    { label: t('companies.creditCode'), text: company.creditCode ?? '', isNumber: true },
    { label: t('registry.area'), text: areaName(company.areaCode) },
    { label: t('companies.legalRepresentative'), text: company.legalRepresentative ?? '' },
    { label: t('companies.phone'), text: company.phoneMasked ?? '', isNumber: true },
    { label: t('companies.address'), text: company.address ?? '' },
    { label: t('companies.projectCount'), text: String(company.projectCount), isNumber: true },
  ];
}
