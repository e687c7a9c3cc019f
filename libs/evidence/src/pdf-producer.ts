/** Programs and services for changing finished PDFs, by what they write into `Producer`. */
const EDITORS = {
  ilovepdf: /ilovepdf/i,
  smallpdf: /smallpdf/i,
  sejda: /sejda/i,
  pdfescape: /pdfescape/i,
  pdffiller: /pdffiller/i,
  photoshop: /photoshop/i,
  canva: /canva/i,
  'foxit-editor': /foxit (?:phantom|pdf editor)/i,
  nitro: /nitro/i,
  'pdf-xchange': /pdf-xchange/i,
} as const;
export type PdfEditor = keyof typeof EDITORS;

/**
 * The program for changing PDFs that wrote this one last, if its notes name one: a certificate seldom comes out of one.
 * Only codes of our own list are handed on, never the text of the file.
 */
export function editorOf(text: string): PdfEditor | undefined {
  const notes = [...text.matchAll(/\/Producer\s*\(([^)]{0,300})\)|<pdf:Producer>([^<]{0,300})</g)]
    .map(([, entry, xmp]) => entry ?? xmp)
    .join('\n');
  return (Object.keys(EDITORS) as PdfEditor[]).find((editor) => EDITORS[editor].test(notes));
}
