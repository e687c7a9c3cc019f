/** Languages that people of the programme read. */
export const LANGUAGES = ['en', 'km', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
