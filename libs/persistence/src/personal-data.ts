import { randomBytes, randomUUID } from 'node:crypto';
import { personalFieldsOf, type DataSubject } from '#domain';
import { sha256 } from './canonical.js';
import { Keyring } from './sealing.js';

/** A personal text as it is stored. The commitment tells what it was even when the key is gone: SHA-256(salt, text). */
export interface SealedText {
  readonly key: string;
  readonly sealed: string;
  /** In hex; the salt is inside the sealed text. */
  readonly commitment: string;
}
/** The key that one write made for one subject, itself sealed by the ring of the process. */
export interface NewSubjectKey {
  readonly id: string;
  readonly subject: DataSubject;
  readonly sealed: string;
}
/** Sealed keys by id, as far as they were not erased. */
export type SubjectKeys = Readonly<Record<string, string>>;
type Content = Readonly<Record<string, unknown>>;

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const keyPlace = (id: string): string => `subject-key/${id}`;
const textPlace = (key: string, field: string): string => `personal/${key}/${field}`;

const isSealed = (value: unknown): value is SealedText =>
  typeof value === 'object' && value !== null && 'sealed' in value && 'key' in value && 'commitment' in value;

/** The key that a stored text is sealed under; undefined when it is not sealed. */
export const keyOf = (value: unknown): string | undefined => (isSealed(value) ? value.key : undefined);

/** A ring with the one key of a subject. */
const ringOf = (id: string, secret: string): Keyring =>
  new Keyring([{ id, secret: Buffer.from(secret, 'base64url') }]);

/**
 * Seals what is personal before it is stored and opens it for those who may read the row. Every write makes new keys, one
 * for each subject it names: so nothing has to be read before a fact is written, no key is kept in memory past its
 * erasure, and erasing a subject is to drop all its keys.
 */
export class PersonalData {
  constructor(private readonly keyring: Keyring) {}

  /** The content as it may be stored, and the keys that must be stored with it. */
  async seal(
    paper: string,
    item: string,
    content: Content,
  ): Promise<{ readonly content: Content; readonly keys: readonly NewSubjectKey[] }> {
    const fields = personalFieldsOf(paper, item, content);
    if (fields.length === 0) return { content, keys: [] };
    const keys = new Map<DataSubject, SubjectKey>();
    const sealed = structuredClone(content) as Record<string, unknown>;
    for (const { subject, path, text } of fields) {
      const key = keys.get(subject) ?? (await this.newKey(subject));
      keys.set(subject, key);
      put(sealed, path, await key.seal(text, String(path.at(-1))));
    }
    return { content: sealed, keys: [...keys.values()].map(({ stored }) => stored) };
  }

  /** Free text that goes with a decision, and its key. */
  async sealNote(text: string): Promise<{ readonly text: SealedText; readonly key: NewSubjectKey }> {
    const key = await this.newKey('notes');
    return { text: await key.seal(text, 'note'), key: key.stored };
  }

  /**
   * What a stored value said. A text whose key was erased is left out of its object; `erased` has JSON pointers to those.
   * @throws UnsealingError when something was changed, or the ring lacks the key that sealed it
   */
  async open<T>(
    value: T,
    keys: SubjectKeys | null,
  ): Promise<{ readonly value: T; readonly erased: readonly string[] }> {
    const erased: string[] = [];
    const rings = new Map<string, Promise<Keyring>>();
    const ringFor = (id: string, sealed: string): Promise<Keyring> => {
      const ring = rings.get(id) ?? this.ringFrom(id, sealed);
      rings.set(id, ring);
      return ring;
    };
    const walk = async (at: unknown, field: string, pointer: string): Promise<unknown> => {
      if (isSealed(at)) {
        const key = keys?.[at.key];
        if (key) return textIn(await (await ringFor(at.key, key)).open(at.sealed, textPlace(at.key, field)));
        erased.push(pointer);
        return undefined;
      }
      if (Array.isArray(at)) return Promise.all(at.map((one, i) => walk(one, field, `${pointer}/${i}`)));
      if (typeof at !== 'object' || at === null) return at;
      const opened = Object.entries(at).map(async ([name, one]) => [
        name,
        await walk(one, name, `${pointer}/${name}`),
      ]);
      return Object.fromEntries(
        (await Promise.all(opened)).filter(([, one]) => one !== undefined),
      ) as unknown;
    };
    return { value: (await walk(value, '', '#')) as T, erased: erased.sort() };
  }

  /** Seals one more text under a key that was made before; undefined when that key was erased meanwhile. */
  async sealUnder(
    id: string,
    keys: SubjectKeys,
    text: string,
    field: string,
  ): Promise<SealedText | undefined> {
    const sealed = keys[id];
    if (sealed === undefined) return undefined;
    return sealText(await this.ringFrom(id, sealed), id, text, field);
  }

  /**
   * What tells whether a personal text is the same as before, and nothing else: HMAC-SHA-256 under a key of the ring, in hex.
   * @param purpose texts of another purpose give other values
   */
  fingerprint(text: string, purpose: string): string {
    return this.keyring.index(text, purpose).toString('hex');
  }

  private async ringFrom(id: string, sealed: string): Promise<Keyring> {
    return ringOf(id, await this.keyring.open(sealed, keyPlace(id)));
  }

  private async newKey(subject: DataSubject): Promise<SubjectKey> {
    const id = randomUUID();
    const secret = randomBytes(KEY_BYTES).toString('base64url');
    const sealed = await this.keyring.seal(secret, keyPlace(id));
    const ring = ringOf(id, secret);
    return { stored: { id, subject, sealed }, seal: (text, field) => sealText(ring, id, text, field) };
  }
}

interface SubjectKey {
  readonly stored: NewSubjectKey;
  seal(text: string, field: string): Promise<SealedText>;
}

async function sealText(ring: Keyring, key: string, text: string, field: string): Promise<SealedText> {
  const salt = randomBytes(SALT_BYTES);
  const sealed = await ring.seal(`${salt.toString('base64url')}.${text}`, textPlace(key, field));
  return { key, sealed, commitment: sha256(salt, text).toString('hex') };
}
/** The salt has no full stop in it. */
const textIn = (salted: string): string => salted.slice(salted.indexOf('.') + 1);

function put(content: Record<string, unknown>, path: readonly (string | number)[], value: SealedText): void {
  const above = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], content);
  (above as Record<string, unknown>)[String(path.at(-1))] = value;
}
