import { DEFAULT_SCHEME_CONTENT } from './reference/default-scheme.js';
import type { SchemeContent } from './scheme.js';

/** A later version: one item more and one less, one stricter, and more time for the auditor's report. */
export const OTHER_VERSION = 'scheme-2';
const { checklist, deadlines } = DEFAULT_SCHEME_CONTENT;
const [FIRST] = checklist.items;
export const OTHER_SCHEME: SchemeContent = {
  ...DEFAULT_SCHEME_CONTENT,
  deadlines: {
    ...deadlines,
    'audit-report': { ...deadlines['audit-report'], within: { workingDays: 8 } },
  },
  checklist: {
    ...checklist,
    version: '2.0.0',
    items: [
      ...checklist.items
        .filter(({ id }) => id !== 'BL-02')
        .map((item) => (item.id === 'CD-01' ? { ...item, severity: 'critical' as const } : item)),
      ...(FIRST ? [{ ...FIRST, id: 'BL-99' }] : []),
    ],
  },
};
