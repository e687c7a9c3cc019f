import { rule } from './rule.js';

/** What happened, as each organisation is told of it; and what could not be told. */
export const eventOperations = {
  listEvents: rule('none', 'read', ['signed-in']),
  streamEvents: rule('none', 'read', ['signed-in']),
  getEventBacklog: rule('none', 'read', ['officer']),
  listParkedEvents: rule('none', 'read', ['officer']),
  retryParkedEvent: rule('none', 'administer', ['officer']),
};
