import { AppError } from '../../platform/app-error.ts';

export const yearWrong = (): AppError =>
  new AppError('invalidInput', { count: 1 }, [
    {
      in: 'query',
      path: 'year',
      rule: 'any.invalid',
      zh: '不能选以后的年度',
      en: 'A year that has not come',
    },
  ]);
