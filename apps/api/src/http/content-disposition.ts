const PLAIN = /[^\x20-\x7e]|["\\%;]/gu;
const reserved = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * `Content-Disposition` (RFC 6266) with a name in any script (RFC 8187), and a plain one for those who cannot read it.
 * @param name a cleaned file name: no controls, no half characters
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(PLAIN, '_');
  const extended = encodeURIComponent(name).replace(/['()*!]/g, reserved);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${extended}`;
}
