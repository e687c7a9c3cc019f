const MAX_BYTES = 255;
const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** Controls, direction marks and other formatting that nobody sees; Khmer needs the joiners and the zero-width space. */
const UNSEEN = /(?![\u200B-\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The longest beginning of whole characters, as people count them, that fits. */
function cut(text: string, maxBytes: number): string {
  let kept = '';
  let left = maxBytes;
  for (const { segment } of new Intl.Segmenter('km', { granularity: 'grapheme' }).segment(text)) {
    left -= bytesOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept;
}

/**
 * The name of a file as it may be shown and offered for saving: the last part of a path, without characters that are not
 * seen or that turn the direction of others round, at most 255 bytes of UTF-8. A long one keeps its ending.
 * @returns undefined when nothing is left of it
 */
export function cleanFileName(name: string): string | undefined {
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const seen = last.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
  if (/^\.*$/.test(seen)) return undefined;
  if (bytesOf(seen) <= MAX_BYTES) return seen;
  const [ending = ''] = /\.[A-Za-z0-9]{1,10}$/.exec(seen) ?? [];
  return cut(seen.slice(0, seen.length - ending.length), MAX_BYTES - ending.length).trimEnd() + ending;
}
