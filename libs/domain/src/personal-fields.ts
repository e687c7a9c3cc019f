import { APPLICATION, AUDIT_MEETINGS, COMPLIANCE, MEETINGS } from './papers.js';

/**
 * Who a personal field of one case speaks of: the `contact` person, the `signatory` of the declaration, the
 * `account-holder` of the bank account, the `representative` who signed for the site at the audit's meetings, an owner by
 * the id of its entry (`owner:o1`), or whoever is written of in the `notes` that go with decisions.
 *
 * A subject belongs to one case, not to a firm: what is kept about it is due for erasure when that case is, and two
 * cases never have to agree on who is the same person.
 */
export type DataSubject =
  'contact' | 'signatory' | 'account-holder' | 'representative' | 'notes' | `owner:${string}`;
export const NOTES = 'notes' satisfies DataSubject;
/** What a subject can be called, for the edges. */
export const DATA_SUBJECT =
  /^(?:contact|signatory|account-holder|representative|notes|owner:[A-Za-z0-9][A-Za-z0-9._:-]{0,59})$/;

interface PersonalFields {
  readonly paper: string;
  readonly item: string;
  readonly fields: readonly string[];
  readonly subject: (entry: Readonly<Record<string, unknown>>) => DataSubject | undefined;
  /** The field that lists the entries, where there are several. */
  readonly list?: string;
}
/** The one list of personal fields. A firm's own names, numbers and addresses are not about a person. */
const PERSONAL_FIELDS: readonly PersonalFields[] = [
  {
    ...{ paper: APPLICATION, item: 'profile', subject: () => 'contact' },
    fields: ['contactName', 'contactPhone', 'contactEmail'],
  },
  { paper: APPLICATION, item: 'declaration', subject: () => 'signatory', fields: ['signedBy'] },
  {
    ...{ paper: COMPLIANCE, item: 'bank', subject: () => 'account-holder' },
    fields: ['accountNumber', 'holderName'],
  },
  ...MEETINGS.map((item): PersonalFields => ({
    ...{ paper: AUDIT_MEETINGS, item, subject: () => 'representative' },
    fields: ['signedBy', 'signature'],
  })),
  {
    ...{ paper: COMPLIANCE, item: 'owners', list: 'owners', fields: ['name'] },
    subject: ({ kind, id }) => (kind === 'person' && typeof id === 'string' ? `owner:${id}` : undefined),
  },
];

/** One personal field that a content holds. */
export interface PersonalField {
  readonly subject: DataSubject;
  /** From the content down to the text: `['owners', 0, 'name']`. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

const entriesOf = (content: Readonly<Record<string, unknown>>, list: string | undefined) => {
  const found = list === undefined ? [content] : content[list];
  return Array.isArray(found) ? (found as readonly Readonly<Record<string, unknown>>[]) : [];
};

/** Every personal field that this content of an item holds; fields that were not filled in are none. */
export function personalFieldsOf(
  paper: string,
  item: string,
  content: Readonly<Record<string, unknown>>,
): readonly PersonalField[] {
  const wanted = PERSONAL_FIELDS.filter((one) => one.paper === paper && one.item === item);
  return wanted.flatMap(({ list, fields, subject }) =>
    entriesOf(content, list).flatMap((entry, index) => {
      const about = subject(entry);
      const above = list === undefined ? [] : [list, index];
      return fields.flatMap((field): readonly PersonalField[] => {
        const text = entry[field];
        return about && typeof text === 'string' ? [{ subject: about, path: [...above, field], text }] : [];
      });
    }),
  );
}
