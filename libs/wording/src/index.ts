export { isDraft, whenMissing } from './catalogue.js';
export { sayDay, sayNumber, sayTime } from './days.js';
export { declineAdvice } from './decline-advice.js';
export { explain } from './explain.js';
export { figureText } from './figure-text.js';
export { hintText } from './hint-text.js';
export { LANGUAGES, type Language } from './language.js';
export {
  DRAFT_LETTER_LANGUAGES,
  LETTER_LANGUAGES,
  sayFrame,
  sayLine,
  sayName,
  type LetterLanguage,
} from './letters/say.js';
export { deadlineText, dutyText } from './notices/duty-text.js';
export { NOTICE_KINDS, type Notice, type NoticeKind, type NoticeText } from './notices/notice.js';
export { eventSubject, noticeText } from './notices/notice-text.js';
export { hasOnePageText, onePageText, sectionTitle } from './one-page.js';
export { pageText, type PageTextId } from './page-text.js';
export { stuckText } from './stuck-text.js';
export { questionText } from './question-text.js';
export { refusalText } from './refusal-text.js';
