export * from './canonical.js';
export * from './case-store.js';
export * from './check-data.js';
export * from './command-store.js';
export * from './database.js';
export * from './fact-store.js';
export * from './identity.js';
export { verifyJournal, type ChainReport } from './journal.js';
export { createDataSource } from './data-source.js';
