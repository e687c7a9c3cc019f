import { createHash } from 'node:crypto';
import { countryCodes } from './countries.js';
import { addressOf, birthSpans, idNumbers } from './identity.js';
import type { ListEntry, ListedName, LoadedList, NameQuality } from './list-entry.js';
import type { Element } from './xml-file.js';
import { readXmlList } from './xml-file.js';
import { asScreeningError } from './list-file.js';

const KINDS = new Map<string, 'person' | 'entity'>([
  ['INDIVIDUALS/INDIVIDUAL', 'person'],
  ['ENTITIES/ENTITY', 'entity'],
]);
const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];
const BIRTH_PARTS = ['DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR'];

/**
 * Reads the consolidated list of the UN Security Council as a stream. `entryId` is REFERENCE_NUMBER; the name in
 * original script counts as primary; aliases of QUALITY `Low` are weak, all others full. Names that the list
 * puts into one field with semicolons become several. Countries are those of nationality, birth and addresses,
 * `idNumbers` the numbers of documents.
 * @throws ScreeningError when the XML is malformed or cut short, has another root element or no entries, or when
 *   an entry has no reference number or no name
 */
export async function loadUnConsolidated(path: string): Promise<LoadedList> {
  const hash = createHash('sha256');
  const entries = new Map<string, ListEntry>();
  let generatedOn: string | undefined;
  await readXmlList(path, hash, {
    root: 'CONSOLIDATED_LIST',
    partyDepth: 3,
    open: ({ dateGenerated = '' }) => {
      generatedOn = /^\d{4}-\d{2}-\d{2}/.exec(dateGenerated)?.[0];
    },
    party: (element, parent) => {
      const kind = KINDS.get(`${parent}/${element.name}`);
      if (!kind) return;
      const entry = toEntry(element, kind);
      if (entries.has(entry.entryId)) throw new Error(`entry ${entry.entryId} occurs twice`);
      entries.set(entry.entryId, entry);
    },
  });
  if (entries.size === 0) throw asScreeningError(path, new Error('no entries'));
  const sha256 = hash.digest('hex');
  const version = generatedOn ?? sha256.slice(0, 12);
  return {
    version: { list: 'UN-SC', version, sha256, entries: entries.size },
    entries: [...entries.values()],
  };
}

function toEntry(party: Element, kind: 'person' | 'entity'): ListEntry {
  const entryId = textOf(party, 'REFERENCE_NUMBER');
  if (!entryId) throw new Error(`an entry (${kind}) has no REFERENCE_NUMBER`);
  const listed = NAME_PARTS.map((part) => textOf(party, part)).filter(Boolean);
  const primary = splitNames(listed.join(' '), 'primary');
  if (primary.length === 0) throw new Error(`entry ${entryId} has no name`);
  const original = splitNames(textOf(party, 'NAME_ORIGINAL_SCRIPT'), 'primary');
  const aliases = groups(party, '_ALIAS').flatMap((alias) =>
    splitNames(
      textOf(alias, 'ALIAS_NAME'),
      textOf(alias, 'QUALITY').toLowerCase() === 'low' ? 'weak' : 'aka',
    ),
  );
  const programme = textOf(party, 'UN_LIST_TYPE');
  return {
    ...{ list: 'UN-SC', entryId, kind, names: [...primary, ...original, ...aliases] },
    ...whoElse(party),
    ...(programme && { programme }),
  };
}

/** What a hit on the name is held against. */
function whoElse(party: Element): Pick<ListEntry, 'countries' | 'births' | 'idNumbers' | 'addresses'> {
  const places = groups(party, '_ADDRESS');
  const addresses = places
    .map((place) => addressOf(textOf(place, 'CITY'), textOf(place, 'COUNTRY')))
    .filter((address) => address !== undefined);
  const nations = groups(party, 'NATIONALITY').flatMap(({ children }) => children.map(({ text }) => text));
  const countries = [...places, ...groups(party, '_PLACE_OF_BIRTH')].map((place) => textOf(place, 'COUNTRY'));
  const births = groups(party, '_DATE_OF_BIRTH').map((birth) =>
    ['TYPE_OF_DATE', ...BIRTH_PARTS].map((part) => textOf(birth, part)).join(' '),
  );
  const papers = groups(party, '_DOCUMENT').map((paper) => textOf(paper, 'NUMBER'));
  return {
    countries: countryCodes([...nations, ...countries]),
    births: birthSpans(births),
    idNumbers: idNumbers(papers),
    addresses,
  };
}

function textOf({ children }: Element, name: string): string {
  return children.find((child) => child.name === name)?.text ?? '';
}

function groups({ children }: Element, ending: string): Element[] {
  return children.filter(({ name }) => name.endsWith(ending));
}

function splitNames(text: string, quality: NameQuality): ListedName[] {
  const names = text.split(';').map((name) => name.replace(/\s+/g, ' ').trim());
  return names.filter(Boolean).map((name) => ({ name, quality }));
}
