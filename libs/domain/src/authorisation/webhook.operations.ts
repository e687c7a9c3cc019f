import { rule } from './rule.js';
import type { Relation } from './relations.js';

/** Whoever manages the people of an organisation manages where it is told of things. */
const MANAGES = ['administrator'] as const satisfies readonly Relation[];
const OFFICE = ['programme-office'] as const satisfies readonly Relation[];

/** Where organisations are told of what happens. The office sees how deliveries go, and neither secrets nor answers. */
export const webhookOperations = {
  createWebhookEndpoint: rule('none', 'administer', ['managing']),
  listWebhookEndpoints: rule('none', 'read', ['managing', 'programme-office']),
  getWebhookEndpoint: rule('webhook', 'read', [...MANAGES, ...OFFICE]),
  changeWebhookEndpoint: rule('webhook', 'administer', MANAGES, OFFICE),
  deleteWebhookEndpoint: rule('webhook', 'administer', MANAGES, OFFICE),
  rotateWebhookSecret: rule('webhook', 'administer', MANAGES, OFFICE),
  testWebhookEndpoint: rule('webhook', 'administer', MANAGES, OFFICE),
  enableWebhookEndpoint: rule('webhook', 'administer', MANAGES, OFFICE),
  disableWebhookEndpoint: rule('webhook', 'administer', MANAGES, OFFICE),
  recoverWebhookEndpoint: rule('webhook', 'administer', MANAGES, OFFICE),
  listWebhookDeliveries: rule('webhook', 'read', [...MANAGES, ...OFFICE]),
  getWebhookDelivery: rule('webhook', 'read', [...MANAGES, ...OFFICE]),
  resendWebhookDelivery: rule('webhook', 'administer', MANAGES, OFFICE),
  listParkedWebhookDeliveries: rule('none', 'read', OFFICE),
  retryWebhookDelivery: rule('webhook', 'administer', ['officer'], [...MANAGES, ...OFFICE]),
};
