export type Language = 'km' | 'en' | 'zh';
export interface Notice {
  readonly kind: string;
  readonly type?: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly caseNumber: string | null;
  readonly link: string;
}

/** Stands in for the catalogue's words. */
export const noticeText = (_language: Language, { kind, caseNumber, link }: Notice) => ({
  subject: `${kind} ${caseNumber ?? ''}`,
  text: `${kind} ${caseNumber ?? ''} ${link}`,
});

export const linkText = (_language: Language, what: 'linked' | 'unlinked' | 'not-accepted'): string =>
  ({
    linked: 'This account is linked: Selvedge sends you messages here. Send /stop to end it.',
    unlinked: 'This account is no longer linked.',
    'not-accepted': 'This link is not good any more. Ask for a new one on your page.',
  })[what];
