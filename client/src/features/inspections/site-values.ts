import type { ChecklistAnswer, InspectionKind, WriteSiteInspection } from '@core/contract/inspections.ts';
import type { ChecklistItemId } from '@core/contract/safeguards.ts';
import { CHECKLIST_ITEMS } from '@core/contract/safeguards.ts';
import { dropNote, findNote, keepNote } from '@/offline/notes.ts';
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
export function siteBody(values: SiteValues): WriteSiteInspection {
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
    fileIds,
  }));
  return {
    areaCode,
    on: on as WriteSiteInspection['on'], // the server checks the day
    kind: kind || 'ROUTINE',
    companyName: company.name.trim(),
    inspectors: namesIn(values.inspectors),
    checklist: lines as WriteSiteInspection['checklist'], // the server names what was left out
    fileIds: values.fileIds,
    ...(company.id !== '' && { companyId: company.id }),
    ...(project.id !== '' && { projectId: project.id }),
    ...(companions.trim() && { companions: companions.trim() }),
    ...(Object.keys(place).length > 0 && { place }),
    ...(remark.trim() && { remark: remark.trim() }),
  };
}

/** One visit at a time is under way on a phone; it is kept there until it has arrived. */
const DRAFT = 'site-inspection';
export interface SiteDraft {
  values: SiteValues;
  /** One key for a visit that may have to be sent twice. */
  key: string;
}

export async function findSiteDraft(): Promise<SiteDraft | undefined> {
  const note = await findNote(DRAFT);
  if (!note) return undefined;
  try {
    return JSON.parse(note.text) as SiteDraft; // written by keepSiteDraft alone
  } catch {
    return undefined;
  }
}
export const keepSiteDraft = (draft: SiteDraft): Promise<void> =>
  keepNote({ id: DRAFT, text: JSON.stringify(draft) });
export const dropSiteDraft = (): Promise<void> => dropNote(DRAFT);
