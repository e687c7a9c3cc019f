import {
  CHECK_KINDS,
  DECLINE_REASONS,
  DEFAULT_SCHEME_CONTENT,
  FIGURE_DIMENSIONS,
  FIGURE_IDS,
  figureOf,
  FUNNEL_STAGES,
  INCLUSION_GROUPS,
  NOT_RECORDED,
  REJECTION_REASONS,
  REVOCATION_CAUSES,
  SIZE_CLASSES,
  SUSPENSION_CAUSES,
  WAITED_FOR,
  WITHDRAWAL_REASONS,
} from '#domain';
import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../../../../libs/wording/locales/web/office.en.po');
const ids = new Set([...readFileSync(file, 'utf8').matchAll(/^msgid "(.+)"$/gm)].map(([, id]) => id));
const under = (prefix: string, codes: readonly string[]) =>
  codes.map((code) => `office.programme.${prefix}.${code}`);

const figures = FIGURE_IDS.map(figureOf);
const ENDED_BY_RULES = ['zero-tolerance', 'corrective-action-overdue', 'pilots-failed', 'time-ran-out'];
const LEFT_BY_RULES = ['information-not-given', 'visit-refused'];

it.each(
  Object.entries({
    measure: figures.flatMap(({ measures }) => measures.map(({ id }) => id)),
    source: figures.flatMap(({ sources }) => sources),
    by: FIGURE_DIMENSIONS,
    keys: figures.map(({ keys }) => keys),
    'row.stage': FUNNEL_STAGES,
    'row.side': ['all', ...WAITED_FOR, NOT_RECORDED],
    'row.section': DEFAULT_SCHEME_CONTENT.checklist.sections.map(({ code }) => code),
    'row.grade': ['A', 'B', 'C', 'D', 'E'],
    'row.group': INCLUSION_GROUPS,
    'group.size': SIZE_CLASSES,
    why: [
      ...[...REJECTION_REASONS, ...WITHDRAWAL_REASONS, ...DECLINE_REASONS, ...REVOCATION_CAUSES],
      ...[...SUSPENSION_CAUSES, ...ENDED_BY_RULES, ...LEFT_BY_RULES],
    ].filter((code) => !CHECK_KINDS.some((kind) => kind === code)),
  }),
)('every code of %s that a figure can show has words', (prefix, codes) => {
  expect(under(prefix, codes).filter((id) => !ids.has(id))).toEqual([]);
});
