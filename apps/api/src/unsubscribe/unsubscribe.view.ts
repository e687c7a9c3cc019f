import type { UnsubscribeView } from '#contracts';
import { noticeText, type Language } from '#wording';

export interface UnsubscribeRow {
  readonly kind: string;
  readonly language: Language;
}
export interface Unsubscribing extends UnsubscribeRow {
  readonly unsubscribed: boolean;
}

export const unsubscribeView = ({ kind, unsubscribed }: Unsubscribing): UnsubscribeView => ({
  kind,
  unsubscribed,
});

/** Nothing is loaded and nothing runs; its one form goes to where it came from. */
export const PAGE_POLICY = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self'";

/** A page that asks for a click, for mail clients that know no other; texts are the catalogue's, so nothing is to escape. */
export function unsubscribePage({ language, unsubscribed }: Unsubscribing): string {
  const kind = unsubscribed ? 'unsubscribed' : 'unsubscribe';
  const { subject, text } = noticeText(language, { kind, params: {}, link: '' });
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${subject}</title></head>`,
    `<body><h1>${subject}</h1><p>${text}</p>`,
    ...(unsubscribed ? [] : [`<form method="post"><button type="submit">${subject}</button></form>`]),
    '</body></html>',
  ].join('\n');
}
