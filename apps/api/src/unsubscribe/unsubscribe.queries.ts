import { statement } from '#persistence';

/** $1 hash of a letter's secret. */
export const KIND = statement('unsubscribe-kind', 'select kind, language from kind_to_unsubscribe($1)');
export const UNSUBSCRIBE = statement('unsubscribe', 'select kind, language from unsubscribe($1)');
