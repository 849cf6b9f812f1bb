import { notice, off, on, type CalendarYear } from './calendar.ts';

/** 2019: the second notice moved Labour Day from one day off to four. */
export const CALENDAR_2019: CalendarYear = {
  year: 2019,
  notices: [
    notice(
      '国办发明电〔2018〕15号',
      '2018-12-04',
      'http://www.gov.cn/zhengce/content/2018-12/06/content_5346276.htm',
    ),
    notice(
      '国办发明电〔2019〕3号',
      '2019-03-22',
      'http://www.gov.cn/zhengce/content/2019-03/22/content_5375877.htm',
    ),
  ],
  off: [
    off('元旦', '2018-12-30', '2019-01-01'),
    off('春节', '2019-02-04', '2019-02-10'),
    off('清明节', '2019-04-05'),
    off('劳动节', '2019-05-01', '2019-05-04'),
    off('端午节', '2019-06-07'),
    off('中秋节', '2019-09-13'),
    off('国庆节', '2019-10-01', '2019-10-07'),
  ],
  on: [
    on('元旦', '2018-12-29'),
    on('春节', '2019-02-02'),
    on('春节', '2019-02-03'),
    on('劳动节', '2019-04-28'),
    on('劳动节', '2019-05-05'),
    on('国庆节', '2019-09-29'),
    on('国庆节', '2019-10-12'),
  ],
};
