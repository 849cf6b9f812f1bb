import { notice, off, on, type CalendarYear } from './calendar.ts';

/**
 * 2020: the second notice lengthened the Spring Festival to 2 February because of the epidemic, so that
 * 1 February, a make-up Saturday in the first notice, was not worked.
 */
export const CALENDAR_2020: CalendarYear = {
  year: 2020,
  notices: [
    notice(
      '国办发明电〔2019〕16号',
      '2019-11-21',
      'http://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm',
    ),
    notice(
      '国办发明电〔2020〕1号',
      '2020-01-26',
      'http://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm',
    ),
  ],
  off: [
    off('元旦', '2020-01-01'),
    off('春节', '2020-01-24', '2020-02-02'),
    off('清明节', '2020-04-04', '2020-04-06'),
    off('劳动节', '2020-05-01', '2020-05-05'),
    off('端午节', '2020-06-25', '2020-06-27'),
    off('国庆节、中秋节', '2020-10-01', '2020-10-08'),
  ],
  on: [
    on('春节', '2020-01-19'),
    on('劳动节', '2020-04-26'),
    on('劳动节', '2020-05-09'),
    on('端午节', '2020-06-28'),
    on('国庆节、中秋节', '2020-09-27'),
    on('国庆节、中秋节', '2020-10-10'),
  ],
};
