import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

const KEY_BYTES = 32;

/** A key of 256 bits and the name that whatever it sealed carries. */
export interface SealingKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** It was not sealed by one of these keys for this place, or it was changed. Never says what it was. */
export class UnsealingError extends Error {
  override readonly name = 'UnsealingError';
}

/**
 * Keys that seal text before it is stored: JSON Web Encryption (RFC 7516, compact, `dir` with AES-256-GCM). The first
 * key seals, all of them open, so a new key is put in front and the old ones stay until nothing is sealed by them.
 */
export class Keyring {
  constructor(private readonly keys: readonly [SealingKey, ...SealingKey[]]) {}

  /**
   * @param place what the text is and whose, `totp/<person id>`: it opens only where it was sealed, so that
   *   ciphertexts cannot be moved from one row to another. It can be read in the sealed text: ids only, no names.
   */
  seal(text: string, place: string): Promise<string> {
    const [{ id, secret }] = this.keys;
    return new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: id, place })
      .encrypt(secret);
  }

  /** @throws UnsealingError when it was sealed by another key, for another place, or changed */
  async open(sealed: string, place: string): Promise<string> {
    const opened = await compactDecrypt(sealed, ({ kid }) => this.secretOf(kid), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }).catch(() => undefined);
    if (opened?.protectedHeader['place'] !== place) throw new UnsealingError('It cannot be opened here.');
    return new TextDecoder().decode(opened.plaintext);
  }

  /**
   * What a secret text can be looked up by, without being readable: HMAC-SHA-256 under a key derived (RFC 5869) from the
   * oldest key. Dropping that key from the ring means to index anew.
   */
  index(text: string, purpose: string): Buffer {
    const oldest = this.keys.at(-1) ?? this.keys[0];
    const key = hkdfSync('sha256', oldest.secret, '', `index/${purpose}`, KEY_BYTES);
    return createHmac('sha256', new Uint8Array(key)).update(text).digest();
  }

  private secretOf(id: string | undefined): Uint8Array {
    const key = this.keys.find((one) => one.id === id);
    if (!key) throw new UnsealingError('The key is not in the ring.');
    return key.secret;
  }
}

/**
 * Keys as the environment has them: `id:secret` with 32 bytes in base64url, comma between two, the newest first.
 * @throws Error that never repeats what it could not read
 */
export function readKeyring(text: string): Keyring {
  const keys = text.split(',').map((part): SealingKey => {
    const [, id, secret = ''] = /^\s*([\w-]{1,40}):([A-Za-z0-9_-]{43})=?\s*$/.exec(part) ?? [];
    if (!id) throw new Error('A sealing key must be id:secret, the secret 32 bytes in base64url.');
    return { id, secret: Buffer.from(secret, 'base64url') };
  });
  const [first, ...others] = keys;
  if (!first) throw new Error('There is no sealing key.');
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('Two sealing keys have one id.');
  return new Keyring([first, ...others]);
}

/** A new key as `readKeyring` reads it. */
export const mintSealingKey = (id: string): string => `${id}:${randomBytes(KEY_BYTES).toString('base64url')}`;
