export * from './chromium.js';
export * from './config.js';
export {
  channelsOf,
  type MailSettings,
  type MessageSettings,
  type SmsSettings,
  type TelegramSettings,
} from './message-settings.js';
export * from './crockford.js';
export * from './database-errors.js';
export * from './etag.js';
export * from './ids.js';
export * from './keyset.js';
export * from './logger.js';
export * from './outbound-address.js';
export * from './public-addresses.js';
export * from './problem.js';
export * from './problem-codes.js';
export * from './problem.filter.js';
export * from './request-id.js';
export * from './temporal.js';
export * from './temporal-gateway.js';
export * from './to-problem.js';
export * from './tokens.js';
export * from './validation.js';
export * from './webhook-secrets.js';
