import { createHash } from 'node:crypto';
import { countryCodes } from './countries.js';
import { addressOf, birthSpans, idNumbers } from './identity.js';
import type { ListEntry, ListedName, LoadedList } from './list-entry.js';
import { asScreeningError } from './list-file.js';
import type { Element } from './xml-file.js';
import { readXmlList } from './xml-file.js';

const KINDS = new Map<string, 'person' | 'entity'>([
  ['P', 'person'],
  ['E', 'entity'],
]);

/**
 * Reads the consolidated financial sanctions list of the European Union (`export > sanctionEntity`) as a stream.
 * `entryId` is `euReferenceNumber`, or `logicalId` where that is empty. Every `nameAlias` is a name: the first one
 * that is `strong` is primary, other strong ones full, the rest weak. The same name stands there once for each
 * language of the regulation, and is kept once. A party that a later regulation lists anew occurs again under the
 * same reference, and is then one entry with the names of both.
 * @throws ScreeningError when the XML is malformed or cut short, has another root element or no entries, or when
 *   an entry has no number, no name or an unknown subject type
 */
export async function loadEuConsolidated(path: string): Promise<LoadedList> {
  const hash = createHash('sha256');
  const entries = new Map<string, ListEntry>();
  let generatedOn: string | undefined;
  await readXmlList(path, hash, {
    root: 'export',
    partyDepth: 2,
    open: ({ generationDate = '' }) => {
      generatedOn = /^\d{4}-\d{2}-\d{2}/.exec(generationDate)?.[0];
    },
    party: (element) => {
      if (element.name !== 'sanctionEntity') return;
      const entry = toEntry(element);
      const same = entries.get(entry.entryId);
      entries.set(entry.entryId, same ? joined(same, entry) : entry);
    },
  });
  if (entries.size === 0) throw asScreeningError(path, new Error('no entries'));
  const sha256 = hash.digest('hex');
  const version = generatedOn ?? sha256.slice(0, 12);
  return {
    version: { list: 'EU-FSF', version, sha256, entries: entries.size },
    entries: [...entries.values()],
  };
}

function toEntry(party: Element): ListEntry {
  const { euReferenceNumber, logicalId } = party.attributes;
  const entryId = euReferenceNumber || logicalId;
  if (!entryId) throw new Error('an entry has neither euReferenceNumber nor logicalId');
  const code = all(party, 'subjectType')[0]?.['classificationCode'] ?? '';
  const kind = KINDS.get(code);
  if (!kind) throw new Error(`entry ${entryId} has the unknown subject type "${code}"`);
  const names = listedNames(all(party, 'nameAlias'));
  if (names.length === 0) throw new Error(`entry ${entryId} has no name`);
  const addresses = all(party, 'address')
    .map(({ city, countryIso2Code }) => addressOf(city, countryIso2Code))
    .filter((address) => address !== undefined);
  const places = ['citizenship', 'birthdate', 'address'].flatMap((name) => all(party, name));
  const births = all(party, 'birthdate').map(({ circa, birthdate, year, yearRangeFrom, yearRangeTo }) =>
    [circa === 'true' && 'circa', birthdate, year, yearRangeFrom, yearRangeTo].filter(Boolean).join(' '),
  );
  const programme = all(party, 'regulation')[0]?.['programme'];
  return {
    ...{ list: 'EU-FSF', entryId, kind, names },
    countries: countryCodes(places.map(({ countryIso2Code }) => countryIso2Code)),
    births: birthSpans(births),
    idNumbers: idNumbers(all(party, 'identification').map(({ number = '' }) => number)),
    addresses,
    ...(programme && { programme }),
  };
}

/** The attributes of the party's elements of one name: the list has hardly any text. */
function all({ children }: Element, name: string): Element['attributes'][] {
  return children.filter((child) => child.name === name).map(({ attributes }) => attributes);
}

function listedNames(aliases: readonly Element['attributes'][]): ListedName[] {
  const names = aliases.map(({ wholeName, firstName, middleName, lastName, strong }): ListedName => {
    const parts = [firstName, middleName, lastName].filter(Boolean).join(' ');
    return { name: (wholeName || parts).trim(), quality: strong === 'false' ? 'weak' : 'aka' };
  });
  const named = names.filter(({ name }) => name);
  const primary = named.find(({ quality }) => quality === 'aka') ?? named[0];
  if (!primary) return [];
  return once([{ ...primary, quality: 'primary' }, ...named]);
}

function once(names: readonly ListedName[]): ListedName[] {
  const seen = new Map<string, ListedName>();
  for (const listed of names) if (!seen.has(listed.name)) seen.set(listed.name, listed);
  return [...seen.values()];
}

function joined(one: ListEntry, other: ListEntry): ListEntry {
  if (one.kind !== other.kind) throw new Error(`entry ${one.entryId} is a person and an entity`);
  const more = other.names.map(({ name, quality }): ListedName => {
    return { name, quality: quality === 'primary' ? 'aka' : quality };
  });
  return {
    ...one,
    names: once([...one.names, ...more]),
    countries: [...new Set([...one.countries, ...other.countries])].sort(),
    births: [...one.births, ...other.births],
    idNumbers: [...new Set([...one.idNumbers, ...other.idNumbers])],
    addresses: [...one.addresses, ...other.addresses],
  };
}
