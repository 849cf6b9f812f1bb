import type { EChartsCoreOption } from 'echarts/core';

/** Bars that start at zero, each with its value beside it; the colours are those of the states. */
export interface ChartData {
  names: readonly string[];
  series: readonly { name: string; colour: string; values: readonly number[] }[];
}

export const RECEIVED_COLOUR = '#1d4ed8';
export const CLOSED_COLOUR = '#15803d';
const INK = '#1f2937';
const LINE = '#e5e7eb';
const TEXT = {
  color: INK,
  fontSize: 12,
  fontFamily: 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif',
};

const seriesOf = (data: ChartData, position: 'top' | 'right') =>
  data.series.map(({ name, colour, values }) => ({
    type: 'bar' as const,
    name,
    silent: true,
    emphasis: { disabled: true },
    barMaxWidth: 36,
    barMinHeight: 1,
    data: [...values],
    itemStyle: { color: colour },
    label: { show: true, position, ...TEXT },
  }));

const base = { animation: false, textStyle: TEXT } as const;

/** Upright bars, one group a month. */
export const columnsOption = (data: ChartData): EChartsCoreOption => ({
  ...base,
  grid: { left: 8, right: 8, top: 28, bottom: 28, containLabel: true },
  xAxis: {
    type: 'category',
    data: [...data.names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK } },
    axisLabel: { ...TEXT, hideOverlap: true },
  },
  yAxis: {
    type: 'value',
    min: 0,
    minInterval: 1,
    axisLabel: TEXT,
    splitLine: { lineStyle: { color: LINE } },
  },
  series: seriesOf(data, 'top'),
});

/** Lying bars, the longest on top: names of any length stay readable. */
export const rowsOption = (data: ChartData): EChartsCoreOption => ({
  ...base,
  grid: { left: 8, right: 44, top: 8, bottom: 8, containLabel: true },
  xAxis: { type: 'value', min: 0, show: false },
  yAxis: {
    type: 'category',
    inverse: true,
    data: [...data.names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK } },
    axisLabel: TEXT,
  },
  series: seriesOf(data, 'right'),
});
