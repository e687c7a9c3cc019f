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

const NOTE_CHARACTERS = 300;
const MOST_NOTES = 20;

/** What follows a mark, up to the end of its text: the last ones of a file, which count. */
function notesAt(text: string, mark: string): readonly string[] {
  const notes: string[] = [];
  for (
    let at = text.lastIndexOf(mark);
    at >= 0 && notes.length < MOST_NOTES;
    at = at > 0 ? text.lastIndexOf(mark, at - 1) : -1
  ) {
    const from = at + mark.length;
    const [note = ''] = /^\s*\(?[^)<]*/.exec(text.slice(from, from + NOTE_CHARACTERS)) ?? [];
    notes.push(note);
  }
  return notes;
}

/**
 * The program for changing PDFs that wrote this one last, if its notes name one: a certificate seldom comes out of one.
 * Only codes of our own list are handed on, never the text of the file.
 */
export function editorOf(text: string): PdfEditor | undefined {
  const notes = [...notesAt(text, '/Producer'), ...notesAt(text, '<pdf:Producer>')].join('\n');
  return (Object.keys(EDITORS) as PdfEditor[]).find((editor) => EDITORS[editor].test(notes));
}
