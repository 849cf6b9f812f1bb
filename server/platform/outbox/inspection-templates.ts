import type { Template } from './template.ts';

/** What a company is told of an inspection. */
export const INSPECTION_TEMPLATES = {
  findingsOrdered: {
    needs: ['place', 'count', 'by'],
    zh: {
      subject: '巡查发现问题，请按期整改',
      text: '对“{place}”的检查有 {count} 项需要整改，最早须在 {by} 前完成。请打开“整改事项”查看要求，整改后说明情况并上传照片。',
    },
    en: {
      subject: 'An inspection found things to put right',
      text: 'An inspection of {place} found {count} item(s) to be put right, the first by {by}. Open the findings to see what is required, and answer there with photos.',
    },
  },
} as const satisfies Record<string, Template>;
