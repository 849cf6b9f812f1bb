import type { RegisterComplaint } from '../../core/contract/complaint-intake.ts';
import type { FieldProblem } from '../../core/contract/errors.ts';
import type { LeadPlatform, MachineLead } from '../../core/contract/leads.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { leadArea } from '../../core/leads/lead-area.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { fieldProblems } from '../../platform/http/field-messages.ts';
import { findAreaOn } from '../areas/index.ts';
import type { LikelySame } from '../complaints/index.ts';
import { checkContent, findLikelySame, problem } from '../complaints/index.ts';
import { leadShape } from './leads.schemas.ts';

/** On whose behalf a lead comes in: of which platform, for which area. */
export interface LeadOrigin {
  channel: LeadPlatform;
  areaCode: string;
}

export interface JudgedLead {
  /** As it was sent, and as it is written down; null where something is wrong with it. */
  sent: MachineLead;
  lead: RegisterComplaint | null;
  problems: FieldProblem[];
  likely: LikelySame[];
}

/**
 * One lead, whatever it holds: everything wrong with it at once, by field, or what can be written down at the desk.
 * What is wrong with one field does not hide what is wrong with another.
 */
export async function judgeLead(
  raw: unknown,
  receivedOn: PlainDate,
  origin: LeadOrigin,
  ctx: Ctx,
): Promise<JudgedLead> {
  const checked = leadShape.validate(raw, { abortEarly: false, convert: true });
  const problems = checked.error === undefined ? [] : fieldProblems(checked.error, 'body');
  const faulty = new Set(problems.map(({ path }) => path.split('.', 1)[0]));
  const value = checked.value as Partial<MachineLead> | undefined; // what the shape let through, field by field
  const sound: Partial<MachineLead> = Object.fromEntries(
    Object.entries(value ?? {}).filter(([key]) => !faulty.has(key)),
  );
  const { citizenId, payMonths = [] } = sound;
  const asked = { payMonths, receivedOn, ...(citizenId === undefined ? {} : { citizenId }) };
  problems.push(...(await problemsOf(() => checkContent(asked, ctx.today))));
  const area = await areaOf(sound.areaCode, origin, ctx);
  if (typeof area !== 'string') problems.push(area);
  let likely: LikelySame[] = [];
  const compared = { ...sound, payMonths, intakeKind: sound.intakeKind ?? 'REPORT' };
  problems.push(...(await problemsOf(async () => void (likely = await findLikelySame(compared, ctx)))));
  const sent = sound as MachineLead; // only used where nothing was faulty
  if (problems.length > 0 || typeof area !== 'string') return { sent, lead: null, problems, likely };
  const { channel } = origin;
  const lead = { ...sent, areaCode: area, channel, receivedOn, fileIds: [] } as RegisterComplaint; // the shape gave the defaults
  return { sent, lead, problems, likely };
}

async function areaOf(
  named: string | undefined,
  { areaCode: own }: LeadOrigin,
  { today }: Ctx,
): Promise<string | FieldProblem> {
  const isKnown = named !== undefined && (await findAreaOn(named, today))?.isValid === true;
  const area = leadArea({ named, isKnown, own });
  if ('areaCode' in area) return area.areaCode;
  return area.fault === 'outside'
    ? problem('areaCode', 'area.reach', '不在来件范围内的地区', 'Not in the area leads are taken for')
    : problem('areaCode', 'any.required', '请写明区县或乡镇的代码', 'Name the county or the town');
}

/** What a check refuses, by field; anything else it throws goes on. */
export async function problemsOf(check: () => unknown): Promise<FieldProblem[]> {
  try {
    await check();
    return [];
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalidInput' && error.fields !== undefined)
      return error.fields;
    throw error;
  }
}
