import type { TextFilter } from '../ui/filters.js';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether something in the address has the form of an id. */
export const isId = (text: unknown): text is string => typeof text === 'string' && ID.test(text);

/** A filter that nobody chooses in the list: a link from elsewhere leads to it. */
export const linked = (name: string): TextFilter => ({
  ...{ name, label: '', form: ID, wrong: '', clean: (text) => text },
});
