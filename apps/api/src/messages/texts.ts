import { noticeText, type Language, type NoticeText } from '#wording';
import type { Told } from './messages.js';

/** The words of a message. No names of people: whoever picks up a telephone may read them. */
export function textOf(told: Told, language: Language): NoticeText {
  switch (told.kind) {
    case 'phone-code':
      return noticeText(language, { kind: 'sign-in-code', params: told.params, link: '' });
    case 'address-code':
      return noticeText(language, { kind: 'email-verification', params: told.params, link: '' });
    case 'invitation':
      return noticeText(language, { kind: 'invitation', params: told.params, link: told.params.link });
  }
}
