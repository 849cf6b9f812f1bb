import Joi from 'joi';
import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

/** A bond may be raised to several times its amount, but no area raises it tenfold. */
const LARGEST_RAISE = 100_000;

/** By how much an area changes the bond of a contractor for its record; a share of the usual amount. */
export const BOND_CREDIT_PARAMETERS = {
  bondCutClean: {
    group: 'bond',
    nameZh: '连续两年未欠薪的保证金降低幅度',
    nameEn: 'How much less bond after two years without arrears',
    kind: 'basisPoints',
    rule: 'BON-7',
  },
  bondRaiseArrears: {
    group: 'bond',
    nameZh: '两年内有欠薪的保证金提高幅度',
    nameEn: 'How much more bond after arrears within two years',
    kind: 'basisPoints',
    rule: 'BON-9',
    shape: whole(0, LARGEST_RAISE),
  },
  bondRaiseListed: {
    group: 'bond',
    nameZh: '列入失信名单的保证金提高幅度',
    nameEn: 'How much more bond while on the dishonesty list',
    kind: 'basisPoints',
    rule: 'BON-10',
    shape: whole(0, LARGEST_RAISE),
  },
  bondRaiseBeyondCap: {
    group: 'bond',
    nameZh: '提高后的保证金可超过上限（yes 可以 / no 不可以）',
    nameEn: 'A raised bond may go beyond the cap (yes or no)',
    kind: 'text',
    rule: 'BON-11',
    shape: Joi.string().valid('yes', 'no'),
    exampleValue: 'yes',
  },
} as const satisfies Record<string, ParameterDefinition>;
