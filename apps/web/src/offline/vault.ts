import type { DeviceStore, Sealed } from './device-store.js';

const ALGORITHM = 'AES-GCM';
const IV_BYTES = 12;

/**
 * Seals what stays on a device. The key is made here, never leaves the browser's key store and cannot be read out
 * (`extractable: false`, W3C Web Cryptography); what it sealed is lost with it.
 */
export class Vault {
  private constructor(private readonly key: CryptoKey) {}

  static async of(store: DeviceStore): Promise<Vault> {
    const made = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    // Two tabs that begin at once agree on the first one's.
    const tx = store.transaction('keys', 'readwrite');
    const there = await tx.store.get('key');
    if (!there) await tx.store.put(made, 'key');
    await tx.done;
    return new Vault(there ?? made);
  }

  async sealBytes(bytes: BufferSource): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    return { iv, bytes: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, this.key, bytes) };
  }
  openBytes = ({ iv, bytes }: Sealed): Promise<ArrayBuffer> =>
    crypto.subtle.decrypt({ name: ALGORITHM, iv }, this.key, bytes);

  seal = (value: unknown): Promise<Sealed> => this.sealBytes(new TextEncoder().encode(JSON.stringify(value)));
  async open<T>(sealed: Sealed): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.openBytes(sealed))) as T;
  }
}
