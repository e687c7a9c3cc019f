import { normaliseName, plainName } from './compliance-rules/names.js';
import { foldKhmer } from './khmer.js';
import { APPLICATION, COMPLIANCE } from './papers.js';
import type { DataSubject } from './personal-fields.js';

/** What two organisations may have in common, and whom they advised (domain 2.3). */
export const INTEREST_KINDS = ['owner', 'director', 'address', 'account', 'consulted'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** One thing that is compared, in the form in which it is: never stored so, only as a keyed index. */
export interface Interest {
  readonly kind: Exclude<InterestKind, 'consulted'>;
  readonly key: string;
  /** Whose erasure takes it away, where it speaks of a person of a case. */
  readonly subject?: DataSubject;
}
export interface DeclaredAccount {
  readonly bic: string;
  readonly accountNumber: string;
}
/** Names, addresses and accounts as an organisation declares them of itself. */
export interface DeclaredInterests {
  readonly owners: readonly string[];
  readonly directors: readonly string[];
  readonly addresses: readonly string[];
  readonly accounts: readonly DeclaredAccount[];
}

/**
 * Owners are compared with directors, and nothing else with what is of another kind: each has a key of its own, so that
 * an address never equals an account, whatever is written there.
 */
export const comparedAs = (kind: Interest['kind']): string => (kind === 'director' ? 'owner' : kind);

const KHMER = /\p{Script=Khmer}/u;

/**
 * A name as it is compared: case, accents, punctuation, legal forms and the order of words do not count. Khmer is written
 * with or without spaces, so its words are joined in their order. Spellings of one name in two scripts differ.
 */
export function nameKey(name: string): string {
  const telling = normaliseName(name).split(' ');
  // What a legal form leaves alone says too little, and `Co` is a surname too.
  const words = telling.length > 1 ? telling : plainName(name).split(' ');
  const khmer = words.filter((word) => KHMER.test(word)).join('');
  return [...words.filter((word) => !KHMER.test(word)).sort(), khmer].join(' ').trim();
}

/** Words from which on an address without a number may name one place. */
const TELLING_WORDS = 3;

/** An address in lower case with Latin numerals and without punctuation, its words in order; '' when it names no place. */
export function addressKey(address: string): string {
  const words = foldKhmer(address)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .split(' ');
  return words.length >= TELLING_WORDS || /\p{N}/u.test(words.join('')) ? words.join(' ') : '';
}

/** Without the branch that a BIC may end in: an account is one of the bank. */
const BANK_LETTERS = 8;
const lettersAndDigits = (text: string): string =>
  foldKhmer(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** Bank (ISO 9362) and number; '' while one of them is missing: the numbers of two banks may be the same. */
export function accountKey({ bic = '', accountNumber = '' }: Partial<DeclaredAccount>): string {
  const [bank, number] = [lettersAndDigits(bic).slice(0, BANK_LETTERS), lettersAndDigits(accountNumber)];
  return bank && number ? `${bank}:${number}` : '';
}

const compared = (interests: readonly Interest[]): readonly Interest[] => {
  const told = interests.filter(({ key }) => key !== '');
  return told.filter(
    (one, i) => told.findIndex(({ kind, key }) => kind === one.kind && key === one.key) === i,
  );
};

export const declaredInterests = (declared: DeclaredInterests): readonly Interest[] =>
  compared([
    ...declared.owners.map((name) => ({ kind: 'owner', key: nameKey(name) }) as const),
    ...declared.directors.map((name) => ({ kind: 'director', key: nameKey(name) }) as const),
    ...declared.addresses.map((address) => ({ kind: 'address', key: addressKey(address) }) as const),
    ...declared.accounts.map((account) => ({ kind: 'account', key: accountKey(account) }) as const),
  ]);

type Content = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const owners = ({ owners: listed }: Content): readonly Interest[] =>
  (Array.isArray(listed) ? (listed as readonly Content[]) : []).map(({ id, kind, name }) => ({
    ...{ kind: 'owner', key: nameKey(text(name)) },
    ...(kind === 'person' && { subject: `owner:${text(id)}` }),
  }));

const IN_APPLICATION: readonly {
  readonly paper: string;
  readonly item: string;
  readonly of: (content: Content) => readonly Interest[];
}[] = [
  {
    ...{ paper: APPLICATION, item: 'site' },
    of: ({ address }) => [{ kind: 'address', key: addressKey(text(address)) }],
  },
  { paper: COMPLIANCE, item: 'owners', of: owners },
  {
    ...{ paper: COMPLIANCE, item: 'bank' },
    of: ({ bic, accountNumber }) => [
      {
        ...{ kind: 'account', subject: 'account-holder' },
        key: accountKey({ bic: text(bic), accountNumber: text(accountNumber) }),
      },
    ],
  },
];

/** What of a section of an application is compared with others; undefined when nothing of such a section ever is. */
export function interestsOf(paper: string, item: string, content: Content): readonly Interest[] | undefined {
  const found = IN_APPLICATION.find((one) => one.paper === paper && one.item === item);
  return found && compared(found.of(content));
}

/** Months for which advice that a firm gave stands in the way of its audit (domain 2.3); `ties_of_auditor` says the same. */
export const CONSULTING_MONTHS = 24;
