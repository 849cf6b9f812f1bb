import type { AttendanceMark } from '@core/contract/attendance.ts';
import type { PlainDate } from '@core/kit/plain-date.ts';
import { useI18n } from 'vue-i18n';
import { useDayText } from '@/format/day.ts';
import { daysText, stateOf } from './attendance-marks.ts';

/** A day of a person in words, for who hears the page and for the pointer that rests on it. */
export function useAttendanceWords(): (
  name: string,
  day: PlainDate,
  mark: AttendanceMark | undefined,
) => string {
  const { t } = useI18n();
  const dayText = useDayText();
  return (name, day, mark) => {
    const state = stateOf(mark);
    const what =
      state === 'worked'
        ? t('attendance.days', { days: daysText(mark?.hundredths ?? 0) })
        : t(`attendance.state.${state}`);
    const source = mark ? t(`attendance.source.${mark.source}`) : '';
    return [name, dayText(day), what, source, mark?.reason ?? ''].filter((part) => part !== '').join(' · ');
  };
}
