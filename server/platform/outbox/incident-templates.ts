import type { Template } from './template.ts';

/** What everybody who must know is told in the minute a gathering is reported. */
export const INCIDENT_TEMPLATES = {
  incidentReported: {
    needs: ['place', 'count'],
    zh: {
      subject: '集体讨薪，请马上查看',
      text: '“{place}”约 {count} 人集体讨薪，请马上打开系统查看并处置。',
    },
    en: {
      subject: 'People gather for their wages',
      text: 'About {count} people gather for their wages at {place}. Open the report now.',
    },
  },
  incidentExtreme: {
    needs: ['place', 'count'],
    zh: {
      subject: '集体讨薪，有过激行为，请马上查看',
      text: '“{place}”约 {count} 人集体讨薪，有过激行为。请马上打开系统查看并处置，必要时请公安到场。',
    },
    en: {
      subject: 'People gather for their wages, with extreme behaviour',
      text: 'About {count} people gather for their wages at {place}, with extreme behaviour. Open the report now; call the police if needed.',
    },
  },
} as const satisfies Record<string, Template>;
