import type { Page } from '#platform';

/** A part of an export: a value at once, or the pages of a list, read one after the other. */
export type Part =
  | { readonly value: unknown }
  | { readonly pages: AsyncIterable<readonly unknown[]> }
  | { readonly texts: AsyncIterable<AsyncIterable<string>> };

/** Every page of a list, one at a time. */
export async function* pagesOf<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<readonly T[]> {
  let cursor: string | null | undefined;
  do {
    const page = await read(cursor ?? undefined);
    yield page.items;
    cursor = page.next;
  } while (cursor);
}

async function* listText(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let first = true;
  for await (const page of pages) {
    for (const item of page) {
      yield `${first ? '' : ','}${JSON.stringify(item)}`;
      first = false;
    }
  }
}

async function* joined(texts: AsyncIterable<AsyncIterable<string>>): AsyncGenerator<string> {
  let first = true;
  for await (const text of texts) {
    if (!first) yield ',';
    first = false;
    yield* text;
  }
}

async function* partText(part: Part): AsyncGenerator<string> {
  if ('value' in part) return yield JSON.stringify(part.value);
  yield '[';
  yield* 'pages' in part ? listText(part.pages) : joined(part.texts);
  yield ']';
}

/** The JSON text of an object, a piece at a time: no more than a page of one list is ever held. */
export async function* objectText(parts: Readonly<Record<string, Part>>): AsyncGenerator<string> {
  let separator = '{';
  for (const [name, part] of Object.entries(parts)) {
    yield `${separator}${JSON.stringify(name)}:`;
    yield* partText(part);
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}
