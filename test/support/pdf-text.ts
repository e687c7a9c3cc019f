import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as its writer means it (ISO 32000-2, 14.9.4): where glyphs are marked with their `ActualText`, that;
 * else what the font's `ToUnicode` map says of each glyph. It reads what Chromium writes (one revision, no object streams),
 * and is no reader for other files.
 *
 * Libraries at hand show glyphs instead: a Khmer vowel that stands before its consonant comes first then, and subscripts
 * are nothing at all.
 */
export function pdfText(file: Uint8Array): readonly string[] {
  const pdf = new Pdf(Buffer.from(file).toString('latin1'));
  return pdf.pages().map((page) => pdf.textOf(page));
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string | undefined;
}
type ToUnicode = ReadonlyMap<number, string>;
interface Font {
  readonly bytesOfCode: number;
  readonly text: ToUnicode;
}

const fromHex = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
/** Tokens of a content stream: strings, names, operators, and the brackets of dictionaries. */
const TOKENS = /<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)|\/[^\s/<>[\]()]+|[[\]]|[^\s/<>[\]()]+/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string as it stands in a content stream, as latin1. */
function bytesOf(token: string): string {
  if (token.startsWith('<'))
    return (token.slice(1, -1).replace(/\s/g, '').match(/..?/g) ?? [])
      .map((byte) => String.fromCharCode(parseInt(byte.padEnd(2, '0'), 16)))
      .join('');
  return token
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, one: string) =>
      /^[0-7]/.test(one) ? String.fromCharCode(parseInt(one, 8)) : (ESCAPES[one] ?? one),
    );
}
/** A text string: UTF-16 with its mark, else Latin. */
const textString = (bytes: string): string =>
  bytes.startsWith('\u00fe\u00ff') ? fromHex(Buffer.from(bytes.slice(2), 'latin1').toString('hex')) : bytes;

function toUnicode(map: string): ToUnicode {
  const text = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      text.set(parseInt(code, 16), fromHex(to));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1)
        text.set(code, String.fromCharCode(parseInt(first, 16) + code - parseInt(from, 16)));
  return text;
}

class Pdf {
  private readonly objects = new Map<string, PdfObject>();
  private readonly fonts = new Map<string, Font>();

  constructor(source: string) {
    for (const [, id = '', body = ''] of source.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
      const at = body.indexOf('stream\n');
      const bytes = at < 0 ? undefined : body.slice(at + 7, body.lastIndexOf('\nendstream'));
      const dictionary = at < 0 ? body : body.slice(0, at);
      const packed = bytes !== undefined && dictionary.includes('/FlateDecode');
      const stream = packed ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes;
      this.objects.set(id, { dictionary, stream });
    }
  }

  private get(id: string): PdfObject {
    const found = this.objects.get(id);
    if (!found) throw new Error(`no object ${id}`);
    return found;
  }

  /** Pages in their order, by the tree. */
  pages(): readonly string[] {
    const root = [...this.objects].find(([, { dictionary }]) => /\/Type \/Catalog/.test(dictionary))?.[1];
    const walk = (id: string): string[] => {
      const { dictionary } = this.get(id);
      const kids = /\/Kids \[([^\]]*)\]/.exec(dictionary)?.[1];
      return kids === undefined
        ? [id]
        : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => walk(kid));
    };
    return walk(/\/Pages (\d+) 0 R/.exec(root?.dictionary ?? '')?.[1] ?? '');
  }

  textOf(page: string): string {
    const { dictionary } = this.get(page);
    const names = /\/Font <<([\s\S]*?)>>/.exec(dictionary)?.[1] ?? '';
    const fonts = new Map(
      [...names.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, this.font(id)]),
    );
    const content = this.get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? '').stream ?? '';
    return shown(content.match(TOKENS) ?? [], fonts);
  }

  private font(id: string): Font {
    const known = this.fonts.get(id);
    if (known) return known;
    const { dictionary } = this.get(id);
    const map = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1];
    const font = {
      bytesOfCode: /\/Type0/.test(dictionary) ? 2 : 1,
      text: map ? toUnicode(this.get(map).stream ?? '') : new Map<number, string>(),
    };
    this.fonts.set(id, font);
    return font;
  }
}

/** What the operators show, each run of text on a line of its own. */
function shown(tokens: readonly string[], fonts: ReadonlyMap<string, Font>): string {
  const marks: (string | undefined)[] = [];
  let [text, font] = ['', undefined as Font | undefined];
  tokens.forEach((token, i) => {
    if (token === 'Tf') font = fonts.get((tokens[i - 2] ?? '').slice(1));
    if (token === 'BT') text += '\n';
    if (token === 'BMC') marks.push(undefined);
    if (token === 'BDC') marks.push(actualText(tokens, i));
    if (token === 'EMC') text += marks.pop() ?? '';
    const hidden = marks.some((mark) => mark !== undefined);
    if (token === 'Tj' && font && !hidden) text += decoded(bytesOf(tokens[i - 1] ?? ''), font);
    if (token === 'TJ') throw new Error('Chromium shows glyphs one by one');
  });
  return text;
}

/** Of the properties of marked content that end before this place. */
function actualText(tokens: readonly string[], end: number): string | undefined {
  for (let i = end - 1; i > 0 && tokens[i] !== '<<'; i -= 1)
    if (tokens[i] === '/ActualText') return textString(bytesOf(tokens[i + 1] ?? ''));
  return undefined;
}

function decoded(bytes: string, { bytesOfCode, text }: Font): string {
  let said = '';
  for (let i = 0; i < bytes.length; i += bytesOfCode) {
    const code = [...bytes.slice(i, i + bytesOfCode)].reduce(
      (sum, byte) => sum * 256 + byte.charCodeAt(0),
      0,
    );
    said += text.get(code) ?? '\ufffd';
  }
  return said;
}
