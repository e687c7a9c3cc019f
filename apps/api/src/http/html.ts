const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** A text as it may stand between tags and inside a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);

/** A piece of a page: what was written as markup. Everything else is text. */
export class Html {
  constructor(readonly markup: string) {}
}
type Part = Html | string | number | undefined | false | readonly Part[];

function markupOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return escaped(String(part));
}

/** A text in which these parts are not broken between two lines: numbers with dashes in them. */
export const withWhole = (text: string, ...parts: readonly string[]): Html => {
  const [part, ...rest] = parts;
  if (part === undefined) return new Html(escaped(text));
  const between = new Html(`<span class="whole">${escaped(part)}</span>`);
  return new Html(
    text
      .split(part)
      .map((piece) => withWhole(piece, ...rest).markup)
      .join(between.markup),
  );
};

/** Markup with values in it, each of which is escaped unless it is markup itself; what is absent is left out. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, i) => text + markupOf(parts[i])).join(''));
