import { createHash } from 'node:crypto';
import { STYLE } from './style.js';

/** Of a line of woven cloth, its edge. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5f5a"/>' +
  '<path d="M8 6v20M14 6v20" stroke="#fff" stroke-width="3"/><path d="M20 9h6M20 16h6M20 23h6" stroke="#9ed8d1" stroke-width="3"/></svg>';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** With a digest of what is there: browsers keep it for as long as they like. */
export const STYLE_PATH = `/pages/style.css?v=${digestOf(STYLE)}`;
export const ICON_PATH = `/pages/icon.svg?v=${digestOf(ICON)}`;
