import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import type { ListEntry, ListedName, LoadedList, NameQuality } from './list-entry.js';
import { asScreeningError, readListText } from './list-file.js';

const PARTY = /^CONSOLIDATED_LIST\/(?:INDIVIDUALS\/INDIVIDUAL|ENTITIES\/ENTITY)$/;
const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];
const FIELDS = new Set([...NAME_PARTS, 'NAME_ORIGINAL_SCRIPT', 'REFERENCE_NUMBER', 'UN_LIST_TYPE']);
const ALIAS_FIELDS = new Set(['QUALITY', 'ALIAS_NAME']);

/** What has been read of the INDIVIDUAL or ENTITY that is open. */
type Party = { fields: Map<string, string>; aliases: ListedName[]; quality: string; alias: string };

/**
 * Reads the consolidated list of the UN Security Council as a stream. `entryId` is REFERENCE_NUMBER; the name in
 * original script counts as primary; aliases of QUALITY `Low` are weak, all others full. Names that the list
 * puts into one field with semicolons become several.
 *
 * The parser reads no DTD, so no external entity is fetched and none is expanded: a reference to one is an error.
 * @throws ScreeningError when the XML is malformed or cut short, has another root element or no entries, or when
 *   an entry has no reference number or no name
 */
export async function loadUnConsolidated(path: string): Promise<LoadedList> {
  const hash = createHash('sha256');
  const reader = new UnListReader();
  try {
    for await (const text of readListText(path, hash)) reader.write(text);
    reader.close();
  } catch (cause) {
    throw asScreeningError(path, cause);
  }
  const sha256 = hash.digest('hex');
  const { entries } = reader;
  const version = reader.generatedOn ?? sha256.slice(0, 12);
  return { version: { list: 'UN-SC', version, sha256, entries: entries.length }, entries };
}

class UnListReader {
  readonly entries: ListEntry[] = [];
  generatedOn: string | undefined;
  private readonly parser = new SaxesParser();
  private readonly seen = new Set<string>();
  private readonly path: string[] = [];
  private party: Party | undefined;
  private text = '';

  constructor() {
    this.parser.on('error', (error) => {
      throw error;
    });
    this.parser.on('opentag', ({ name, attributes }) => this.open(name, attributes));
    this.parser.on('closetag', ({ name }) => this.shut(name));
    this.parser.on('text', (text) => this.collect(text));
    this.parser.on('cdata', (text) => this.collect(text));
  }

  write(text: string): void {
    this.parser.write(text);
  }

  close(): void {
    this.parser.close();
    if (this.entries.length === 0) throw new Error('no entries');
  }

  private collect(text: string): void {
    if (this.party) this.text += text;
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (this.path.length === 0) {
      if (name !== 'CONSOLIDATED_LIST') throw new Error(`root element is ${name}, not CONSOLIDATED_LIST`);
      this.generatedOn = /^\d{4}-\d{2}-\d{2}/.exec(attributes['dateGenerated'] ?? '')?.[0];
    }
    this.path.push(name);
    this.text = '';
    if (this.path.length === 3 && PARTY.test(this.path.join('/'))) {
      this.party = { fields: new Map(), aliases: [], quality: '', alias: '' };
    }
  }

  private shut(name: string): void {
    const { party } = this;
    const depth = this.path.length;
    const text = this.text.trim();
    this.path.pop();
    this.text = '';
    if (!party) return;
    const parent = this.path.at(-1) ?? '';
    if (depth === 3) this.finish(party, name);
    else if (depth === 4 && FIELDS.has(name)) party.fields.set(name, text);
    else if (depth === 4 && name.endsWith('_ALIAS')) closeAlias(party);
    else if (depth === 5 && parent.endsWith('_ALIAS') && ALIAS_FIELDS.has(name)) {
      party[name === 'QUALITY' ? 'quality' : 'alias'] = text;
    }
  }

  private finish(party: Party, element: string): void {
    this.party = undefined;
    const entry = toEntry(party, element === 'INDIVIDUAL' ? 'person' : 'entity');
    if (this.seen.has(entry.entryId)) throw new Error(`entry ${entry.entryId} occurs twice`);
    this.seen.add(entry.entryId);
    this.entries.push(entry);
  }
}

function closeAlias(party: Party): void {
  const quality: NameQuality = party.quality.toLowerCase() === 'low' ? 'weak' : 'aka';
  party.aliases.push(...splitNames(party.alias, quality));
  party.quality = '';
  party.alias = '';
}

function toEntry({ fields, aliases }: Party, kind: 'person' | 'entity'): ListEntry {
  const entryId = fields.get('REFERENCE_NUMBER');
  if (!entryId) throw new Error(`an entry (${kind}) has no REFERENCE_NUMBER`);
  const listed = NAME_PARTS.map((part) => fields.get(part)).filter(Boolean);
  const primary = splitNames(listed.join(' '), 'primary');
  if (primary.length === 0) throw new Error(`entry ${entryId} has no name`);
  const original = splitNames(fields.get('NAME_ORIGINAL_SCRIPT') ?? '', 'primary');
  const programme = fields.get('UN_LIST_TYPE');
  const entry: ListEntry = { list: 'UN-SC', entryId, kind, names: [...primary, ...original, ...aliases] };
  return programme ? { ...entry, programme } : entry;
}

function splitNames(text: string, quality: NameQuality): ListedName[] {
  const names = text.split(';').map((name) => name.replace(/\s+/g, ' ').trim());
  return names.filter(Boolean).map((name) => ({ name, quality }));
}
