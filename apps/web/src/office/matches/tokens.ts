/** How a word of one name was found in the other; none where it was not. */
export type Likeness = 'equal' | 'sounds' | 'similar' | 'initial' | 'joined' | 'acronym';
export interface Token {
  readonly text: string;
  readonly likeness?: Likeness | undefined;
}

const LIKENESSES: readonly string[] = ['equal', 'sounds', 'similar', 'initial', 'joined', 'acronym'];
const WORDS = /([\p{L}\p{M}\p{N}]+)/u;

/** As names are compared: without case and accents. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();

interface Found {
  readonly word: string;
  readonly likeness: string;
}
/**
 * A name as it is written, in parts: words that the other side has as well, and what is between them. A word that is written
 * in other letters than it was compared in stays unmarked here; the words compared are told beside.
 */
export function tokensOf(name: string, found: readonly Found[]): readonly Token[] {
  const byWord = new Map(
    found.flatMap(({ word, likeness }) =>
      word.split(' ').map((part) => [folded(part), LIKENESSES.includes(likeness) ? likeness : 'similar']),
    ),
  );
  return name
    .split(WORDS)
    .filter((text) => text !== '')
    .map((text) => ({ text, likeness: byWord.get(folded(text)) as Likeness | undefined }));
}
