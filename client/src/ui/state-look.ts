import type { IconName } from './icon-shapes.ts';

/** How one state of an enum looks everywhere: one word, one colour, one icon. Grey is only for "no data". */
export interface StateLook {
  labelKey: string;
  colour: 'primary' | 'good' | 'warning' | 'notice' | 'danger' | 'ink' | 'noData';
  icon: IconName;
}
