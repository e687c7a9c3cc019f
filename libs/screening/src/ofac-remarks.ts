import type { ListedName, YearSpan } from './list-entry.js';
import { birthSpans, idNumbers } from './identity.js';

/** OFAC keeps weak aliases in the remarks, as in `a.k.a. 'BLUE'; nationality ...`. */
const WEAK_ALIAS = /\b[afn]\.k\.a\. '(.+?)'(?=[;.]|$)/g;
const BIRTH = /^DOB (.+)$/;
const PLACE = /^POB (.+)$/;
const COUNTRY = /^(?:nationality|citizen) (.+)$/i;
/** `Passport 123 (Egypt)`, `National ID No. 4 (Iraq) expires ...`, `Registration Number 5`. */
const PAPER = /^(.*?(?:Passport|No\.|Number|#|\bID)) ([A-Z0-9][^(]*)/;
/** Numbers that many share, or that name no party. */
const NO_PAPER = /phone|fax|gazette|aircraft|vessel|serial|tail|maritime|pilot|linked to/i;

/** What the remarks of an entry say that a hit on its name is held against. */
export type Remarks = {
  weakAliases: ListedName[];
  births: YearSpan[];
  countries: string[];
  idNumbers: string[];
};

/**
 * Reads the remarks of an SDN entry: statements between semicolons, alternatives under `alt.`, a full stop at the
 * end (SDN data specification). Statements that say nothing of the above are passed over.
 */
export function readRemarks(remarks: string): Remarks {
  const statements = remarks
    .replace(/\.\s*$/, '')
    .split(';')
    .map((statement) => statement.trim().replace(/^alt\. /, ''));
  const all = (pattern: RegExp): string[] =>
    statements.flatMap((statement) => pattern.exec(statement)?.[1]?.trim() ?? []);
  const papers = statements.flatMap((statement) => {
    const [, label = '', number = ''] = PAPER.exec(statement) ?? [];
    return number && !NO_PAPER.test(label) ? [number.trim()] : [];
  });
  return {
    weakAliases: [...remarks.matchAll(WEAK_ALIAS)].map(([, name = '']) => ({ name, quality: 'weak' })),
    births: birthSpans(all(BIRTH)),
    countries: [...all(COUNTRY), ...all(PLACE).map((place) => place.split(',').at(-1) ?? '')],
    idNumbers: idNumbers(papers),
  };
}
