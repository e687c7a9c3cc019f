export { declineAdvice } from './decline-advice.js';
export { explain, EXPLANATIONS } from './explain.js';
export { LANGUAGES, type Language, type Message, type Messages } from './message.js';
