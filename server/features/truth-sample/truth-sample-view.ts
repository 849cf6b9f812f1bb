import { answersIn, truthFigures } from '../../core/alerts/truth-figures.ts';
import type { TruthSampleView } from '../../core/contract/truth-sample.ts';
import { findAreaOn } from '../areas/index.ts';
import type { TruthSampleRecord } from './truth-sample.model.ts';

const WHOLE = 10_000;

/** An area's month as its office reads it: never who was drawn, and no answers while they are few. */
export async function truthSampleView(sample: TruthSampleRecord): Promise<TruthSampleView> {
  const { areaCode, month, drawnOn, closesOn, seed, seedFrom, population, size, reached, counts } = sample;
  const { people, creditedInFull, on } = sample.reported;
  return {
    ...{ id: String(sample._id), areaCode, month, drawnOn, closesOn, seed, seedFrom },
    areaName: (await findAreaOn(areaCode, drawnOn))?.name ?? areaCode,
    ...{ population, size, asked: reached, answered: answersIn(counts) },
    ...truthFigures(counts),
    ...(people === 0
      ? {}
      : { reportedBasisPoints: Math.round((creditedInFull * WHOLE) / people), reportedOn: on }),
    numbers: sample.numbers,
  };
}
