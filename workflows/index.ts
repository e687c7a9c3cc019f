export { qualification } from './qualification.workflow.js';
export { webhookDelivery } from './webhook-delivery.workflow.js';
