import type { InterviewView, SignInterview } from '../../../core/contract/evidence.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { recordCaseEvent, tellScreens } from '../../cases/index.ts';
import { changeInterview, personNameOf } from './interview.model.ts';
import { getInterviewRecord, interviewView } from './interview-view.ts';
import { demandWritable } from './write-interview.ts';

/** A line somebody's finger drew has this much of the box at least: a dot is no name. */
const LEAST_REACH = 40;
/** All points of one signature, counted as numbers. */
const MOST_NUMBERS = 12_000;

/** Puts somebody's own hand under the words as they stand; signing again takes the place of the first try. */
export async function signInterview(
  id: string,
  version: number,
  { who, name, strokes }: SignInterview,
  ctx: Ctx,
): Promise<InterviewView> {
  checkStrokes(strokes);
  return inTransaction(async () => {
    const { interview, record } = await getInterviewRecord(id, ctx);
    demandWritable(interview, record, version, ctx);
    if (interview.lines.every(({ question, answer }) => question === '' && answer === ''))
      throw wrongField('strokes', '笔录还没有内容，不能签名', 'There is nothing to sign yet');
    const expected =
      who === 'person' ? [personNameOf(interview)] : interview.inspectors.map((one) => one.name);
    if (!expected.includes(name))
      throw wrongField('name', '不是这份笔录上的人', 'Not a person of this interview');
    const others = interview.signatures.filter(
      (one) => one.who !== who || (who === 'inspector' && one.name !== name),
    );
    const signature = { who, at: ctx.now, strokes, ...(who === 'person' ? {} : { name }) };
    const changed = await changeInterview(interview, { signatures: [...others, signature] });
    if (changed === null) throw new AppError('staleVersion');
    await recordCaseEvent(record, 'interviewSigned', { interviewId: id, who }, ctx);
    tellScreens(record);
    return interviewView(changed, record, ctx);
  });
}

/** Points come as x, y in turn, in thousandths of the box. */
function checkStrokes(strokes: readonly (readonly number[])[]): void {
  const numbers = strokes.flat();
  const odd = strokes.findIndex((stroke) => stroke.length % 2 === 1);
  if (odd >= 0) throw wrongField(`strokes.${odd}`, '笔画坐标不成对', 'Points come in pairs');
  if (numbers.length > MOST_NUMBERS) throw wrongField('strokes', '签名过于复杂', 'Too many points');
  const reach = (from: 0 | 1): number => {
    const places = numbers.filter((_number, at) => at % 2 === from);
    return places.reduce((a, b) => Math.max(a, b), 0) - places.reduce((a, b) => Math.min(a, b), 1000);
  };
  if (Math.max(reach(0), reach(1)) < LEAST_REACH)
    throw wrongField('strokes', '请完整签名', 'Please sign with the whole name');
}
