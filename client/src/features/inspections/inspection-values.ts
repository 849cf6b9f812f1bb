import type { InspectionKind, InspectionView, WriteInspection } from '@core/contract/inspections.ts';
import { todayHere } from '@/format/today.ts';
import { nothingLookedUp, type LookUpValue } from '@/ui/look-up.ts';

export interface InspectionValues {
  areaCode: string;
  on: string;
  kind: InspectionKind | '';
  company: LookUpValue;
  project: LookUpValue;
  inspectors: string;
  findings: string;
  result: InspectionView['result'] | '';
}

export function valuesOf(
  found: InspectionView | undefined,
  own: { areaCode: string; inspector: string },
): InspectionValues {
  if (found === undefined)
    return {
      areaCode: own.areaCode,
      on: todayHere(),
      kind: 'ROUTINE',
      company: nothingLookedUp(),
      project: nothingLookedUp(),
      inspectors: own.inspector,
      findings: '',
      result: 'CLEAN',
    };
  const { areaCode, on, kind, companyId, companyName, projectId, projectName, inspectors, findings, result } =
    found;
  return {
    ...{ areaCode, on, kind, inspectors, findings, result },
    company: { id: companyId ?? '', name: companyName },
    project: { id: projectId ?? '', name: projectName ?? '' },
  };
}

export function bodyOf({ company, project, ...values }: InspectionValues): WriteInspection {
  return {
    areaCode: values.areaCode,
    on: values.on as WriteInspection['on'], // the server checks the day
    kind: values.kind || 'ROUTINE',
    companyName: company.name.trim(),
    inspectors: values.inspectors.trim(),
    findings: values.findings.trim(),
    result: values.result || 'CLEAN',
    ...(company.id !== '' && { companyId: company.id }),
    ...(project.id !== '' && { projectId: project.id }),
  };
}
