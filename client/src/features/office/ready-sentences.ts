import type { CaseView } from '@core/contract/cases.ts';

const SENTENCES = ['progress', 'proof', 'paid', 'meet', 'pressed', 'contact'] as const;
type Translate = (key: string, named?: Record<string, string>) => string;

/** What is often written to a complainant, in plain words and filled from the record; edited before it is sent. */
export function readySentences(
  { caseNumber, leadInspector, nextDue }: Pick<CaseView, 'caseNumber' | 'leadInspector' | 'nextDue'>,
  receipt: string,
  t: Translate,
): { key: string; name: string; text: string }[] {
  const due = nextDue === undefined ? '' : t('office.ready.due', { day: nextDue.dueOn });
  const filled = { receipt, number: caseNumber, lead: leadInspector.name, due };
  return SENTENCES.map((key) => ({
    key,
    name: t(`office.ready.${key}.name`),
    text: t(`office.ready.${key}.text`, filled),
  }));
}
