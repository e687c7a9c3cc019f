import { newId } from './ids.js';

export const REQUEST_ID_HEADER = 'x-request-id';
const SAFE = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,63}$/;

/** The caller's request id when it is harmless in a log line, else a new one. */
export const requestIdFrom = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' && SAFE.test(header) ? header : newId();
