import { notice, off, on, type CalendarYear } from './calendar.ts';

/** 2025: the first year with two more statutory days off (Spring Festival and Labour Day). */
export const CALENDAR_2025: CalendarYear = {
  year: 2025,
  notices: [notice('国办发明电〔2024〕12号', '2024-11-12')],
  off: [
    off('元旦', '2025-01-01'),
    off('春节', '2025-01-28', '2025-02-04'),
    off('清明节', '2025-04-04', '2025-04-06'),
    off('劳动节', '2025-05-01', '2025-05-05'),
    off('端午节', '2025-05-31', '2025-06-02'),
    off('国庆节、中秋节', '2025-10-01', '2025-10-08'),
  ],
  on: [
    on('春节', '2025-01-26'),
    on('春节', '2025-02-08'),
    on('劳动节', '2025-04-27'),
    on('国庆节、中秋节', '2025-09-28'),
    on('国庆节、中秋节', '2025-10-11'),
  ],
};
