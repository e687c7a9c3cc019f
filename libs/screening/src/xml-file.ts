import type { Hash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { asScreeningError, readListText } from './list-file.js';

/** An element that has children or text: `groups` are its children in order, `text` is trimmed. */
export type Element = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: Element[];
};

export type XmlList = {
  /** Name of the root element; another one is refused. */
  root: string;
  /** How deep the parties stand: 2 directly under the root. */
  partyDepth: number;
  open: (attributes: Readonly<Record<string, string>>) => void;
  party: (element: Element, parent: string) => void;
};

/**
 * Streams an XML list: `party` is called with one whole party after the other, so that never more than one is held.
 * A namespace prefix of elements is passed over.
 *
 * The parser reads no DTD, so no external entity is fetched and none is expanded: a reference to one is an error.
 * @throws ScreeningError when the XML is malformed, cut short or has another root, or whatever `party` refuses
 */
export async function readXmlList(path: string, hash: Hash, list: XmlList): Promise<void> {
  const parser = new SaxesParser();
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    const name = tag.slice(tag.indexOf(':') + 1);
    if (open.length === 0) {
      if (name !== list.root) throw new Error(`root element is ${name}, not ${list.root}`);
      list.open(attributes);
    }
    const element: Element = { name, attributes, text: '', children: [] };
    if (open.length >= list.partyDepth) open.at(-1)?.children.push(element);
    open.push(element);
  });
  const collect = (text: string): void => {
    const element = open.at(-1);
    if (element && open.length > list.partyDepth) element.text += text;
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (open.length === list.partyDepth - 1) list.party(element, open.at(-1)?.name ?? '');
  });
  try {
    for await (const text of readListText(path, hash)) parser.write(text);
    parser.close();
  } catch (cause) {
    throw asScreeningError(path, cause);
  }
}
