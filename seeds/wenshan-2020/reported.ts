import type { RegisteredChannel } from '../../server/core/contract/complaints.ts';
import type { WriteOutreach } from '../../server/core/contract/inspections.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';

/** What the bureau of 文山市 reported for January to April 2020; the records below it are made up to these totals. */
export const REPORTED = {
  from: plainDate('2020-01-01'),
  to: plainDate('2020-04-30'),
  inspections: 30,
  received: 118,
  closed: 115,
  workers: 877,
  /** ¥13.96 million (1396 万元). */
  amountYuan: 13_960_000,
} as const;

/** 96 of the 118 came through 12345 and 12333; how the two share them, and the other channels, is made up. */
export const CHANNELS: readonly (readonly [RegisteredChannel, number])[] = [
  ['HOTLINE_12345', 71],
  ['HOTLINE_12333', 25],
  ['WALK_IN', 14],
  ['PETITION', 5],
  ['ASSIGNED', 3],
];

type Day = Omit<WriteOutreach, 'areaCode'>;
const day = (
  on: string,
  place: string,
  [leaflets, vehicles, people, slogans, consultations]: [number, number, number, number, number],
): Day => ({
  on: plainDate(on),
  what: `${place}普法宣传（生成的记录，合计为 2020 年 1—4 月工作情况所报）`,
  ...{ leaflets, vehicles, people, slogans, consultations },
});

/** 600 leaflets, 20 vehicles, 30 people, 2 slogans, 200 questions answered. */
export const OUTREACH: readonly Day[] = [
  day('2020-01-10', '建筑工地', [200, 6, 10, 1, 60]),
  day('2020-03-18', '返岗农民工', [150, 5, 8, 0, 50]),
  day('2020-04-09', '工业园区', [150, 5, 6, 1, 50]),
  day('2020-04-24', '集镇街天', [100, 4, 6, 0, 40]),
];
