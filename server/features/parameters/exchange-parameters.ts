import Joi from 'joi';
import type { ParameterDefinition } from './definitions.ts';

const code = (): Joi.StringSchema =>
  Joi.string()
    .pattern(/^[0-9A-Za-z_-]{1,10}$/u)
    .required();

/** Two states with one code could not be told apart again. */
const differing = (codes: Record<string, string>, helpers: Joi.CustomHelpers): unknown =>
  new Set(Object.values(codes)).size === Object.keys(codes).length ? codes : helpers.error('any.invalid');

/** How an area talks to the platforms it exchanges data with. */
export const EXCHANGE_PARAMETERS = {
  standardStatusCodes: {
    group: 'exchange',
    nameZh: '标准数据的项目状态代码（prjStatus；未设置时用本系统自己的约定，未经核对）',
    nameEn: 'Codes of a project’s status in standard data (prjStatus; unset, our own unverified ones)',
    kind: 'json',
    rule: 'RNM-12',
    shape: Joi.object({ building: code(), finished: code(), suspended: code() }).custom(differing),
    exampleValue: { building: '003', finished: '004', suspended: '005' },
  },
} as const satisfies Record<string, ParameterDefinition>;
