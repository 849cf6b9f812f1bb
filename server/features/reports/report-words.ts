interface Words {
  zh: string;
  en: string;
}
const words = (zh: string, en: string): Words => ({ zh, en });

/** Headings of a workbook and of the command line; the screens have their own locale files. */
export const SHEET_WORDS = {
  figures: words('主要指标', 'Figures'),
  channels: words('投诉来源', 'Channels'),
  months: words('分月情况', 'Months'),
  closures: words('结案方式', 'Closures'),
  figure: words('指标', 'Figure'),
  value: words('数值', 'Value'),
  unit: words('单位', 'Unit'),
  channel: words('来源', 'Channel'),
  closure: words('结案方式', 'Closure'),
  month: words('月份', 'Month'),
  received: words('接到投诉', 'Received'),
  closed: words('结案', 'Closed'),
  paid: words('追回工资（元）', 'Wages seen (yuan)'),
  pieces: words('件数', 'Count'),
  area: words('地区', 'Area'),
  period: words('期间', 'Period'),
} as const;
