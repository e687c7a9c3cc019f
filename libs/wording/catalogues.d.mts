/**
 * The messages of one catalogue by id, as data. @param name of the file without its ending, `office.km` say
 * @param only what the ids begin with, `duties` say; all when it is not said
 */
export function messagesOf(
  name: string,
  po: string,
  only?: readonly string[],
): Readonly<Record<string, unknown>>;
