import type { ChecklistAnswer, InspectionKind, WriteSiteInspection } from '@core/contract/inspections.ts';
import type { ChecklistItemId } from '@core/contract/safeguards.ts';
import { CHECKLIST_ITEMS } from '@core/contract/safeguards.ts';
import type { FilesOf } from '@/remote/use-kept-form.ts';
import { todayHere } from '@/format/today.ts';
import { nothingLookedUp, type LookUpValue } from '@/ui/look-up.ts';

export interface SiteLine {
  item: ChecklistItemId;
  answer: ChecklistAnswer | '';
  note: string;
  rectifyBy: string;
  fileIds: string[];
}
export interface SiteValues {
  areaCode: string;
  on: string;
  kind: InspectionKind | '';
  project: LookUpValue;
  company: LookUpValue;
  /** As they are written on paper: with a mark between the names. */
  inspectors: string;
  companions: string;
  placeText: string;
  latitude: number | null;
  longitude: number | null;
  lines: SiteLine[];
  remark: string;
  fileIds: string[];
}

export const emptySite = (areaCode: string, inspector: string): SiteValues => ({
  ...{ areaCode, on: todayHere(), kind: 'ROUTINE', inspectors: inspector },
  ...{ project: nothingLookedUp(), company: nothingLookedUp() },
  ...{ companions: '', placeText: '', latitude: null, longitude: null, remark: '', fileIds: [] },
  lines: CHECKLIST_ITEMS.map((item) => ({ item, answer: '', note: '', rectifyBy: '', fileIds: [] })),
});

const namesIn = (text: string): string[] =>
  text
    .split(/[\u3001,\uff0c;\uff1b\s]+/u)
    .map((name) => name.trim())
    .filter(Boolean);

/** What is sent: an answer that was not given is left out, so that the server names the item. */
export function siteBody(values: SiteValues, filesOf: FilesOf): WriteSiteInspection {
  const { areaCode, on, kind, project, company, companions, placeText, latitude, longitude, remark } = values;
  const place = {
    ...(placeText.trim() && { text: placeText.trim() }),
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
  };
  const lines = values.lines.map(({ item, answer, note, rectifyBy, fileIds }) => ({
    item,
    ...(answer !== '' && { answer }),
    ...(note.trim() && { note: note.trim() }),
    ...(answer === 'NOT_OK' && rectifyBy !== '' && { rectifyBy }),
    fileIds: filesOf(fileIds),
  }));
  return {
    areaCode,
    on: on as WriteSiteInspection['on'], // the server checks the day
    kind: kind || 'ROUTINE',
    companyName: company.name.trim(),
    inspectors: namesIn(values.inspectors),
    checklist: lines as WriteSiteInspection['checklist'], // the server names what was left out
    fileIds: filesOf(values.fileIds),
    ...(company.id !== '' && { companyId: company.id }),
    ...(project.id !== '' && { projectId: project.id }),
    ...(companions.trim() && { companions: companions.trim() }),
    ...(Object.keys(place).length > 0 && { place }),
    ...(remark.trim() && { remark: remark.trim() }),
  };
}
