import type { CampaignState, Receptions } from '../campaigns/campaign-table.ts';
import type { CounterId, DayPoint, MatterEnd, Standing } from '../campaigns/double-zero.ts';
import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { CampaignWindow } from '../law/winter-campaign.ts';
import type { FieldSpec, FieldValue } from '../lives/field.ts';
import type { LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

/**
 * 冬季行动: `GET|POST /api/campaigns?open` (page; sort -startsOn), `GET /api/campaigns/form`, `GET /api/campaigns/:id`,
 * `GET /api/campaigns/:id/board?areaCode`, `GET /api/campaigns/:id/matters` (page) and `/matters/export`,
 * `POST /api/campaigns/:id/moves/:action` (If-Match, MoveLife). A county reads the campaign of its prefecture as well.
 */
export interface CampaignRow extends CampaignWindow {
  id: string;
  areaCode: string;
  areaName: string;
  name: string;
  state: CampaignState;
  isOpen: boolean;
}
export interface CampaignView extends LifeView, CampaignWindow {
  areaCode: string;
  areaName: string;
  name: string;
}
/** `areaCode`: of a county, prefecture or province, within the reader's reach. */
export interface OpenCampaign {
  areaCode: string;
  given: Record<string, FieldValue>;
}
/** `usual`: the days of past winters, as a proposal; absent past the years whose festival is known. */
export interface CampaignForm {
  fields: FieldSpec[];
  usual?: CampaignWindow;
}

export interface CounterBoard extends Standing {
  counter: CounterId;
  zeroBy: PlainDate;
  /** From today to the day of zero; below nothing once it has passed. */
  daysLeft: number;
  /** To be cleared each day so that nothing is left; null once the day has passed. */
  perDay: number | null;
  days: DayPoint[];
}
/** One part of the area, or one department's field ('-': none on record). */
export interface BoardPart {
  code: string;
  /** Of an area; departments are named by the screen. */
  name?: string;
  hasParts?: boolean;
  /** What lies with the area itself and in none of its parts: no list shows it alone. */
  isRest?: true;
  counters: Record<CounterId, Standing>;
}
export interface CampaignBoard extends CampaignWindow {
  id: string;
  name: string;
  areaCode: string;
  areaName: string;
  day: PlainDate;
  /** When the cases were last added up; absent before the first time. */
  countedAt?: string;
  counters: CounterBoard[];
  areas: BoardPart[];
  departments: BoardPart[];
  receptions: Receptions;
}

export const MATTER_PARTS = ['atStart', 'came', 'cleared', 'otherwise', 'left'] as const;
export type MatterPart = (typeof MATTER_PARTS)[number];
/** The cases behind the numbers; sorts filedOn (default), owedFen. */
export interface ListMatters extends PageQuery {
  counter?: CounterId;
  part?: MatterPart;
  areaCode?: string;
  department?: string;
}
export interface MatterRow {
  caseId: string;
  caseNumber: string;
  title: string;
  respondentName: string;
  projectName?: string;
  areaCode: string;
  counter: CounterId;
  department: string;
  filedOn: PlainDate;
  hasCome: boolean;
  end: MatterEnd;
  endedOn?: PlainDate;
  owedFen: Fen;
  seenFen: Fen;
}
