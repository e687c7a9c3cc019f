/** Languages that people of the programme read. */
export const LANGUAGES = ['en', 'km'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One message in ICU MessageFormat. Khmer is a draft until a person who speaks it has reviewed it. */
export interface Message {
  readonly en: string;
  readonly km: string;
}
export type Messages = Readonly<Record<string, Message>>;
export const message = (en: string, km: string): Message => ({ en, km });
