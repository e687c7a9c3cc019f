/**
 * The typed client of the public API. All but this file is generated from the OpenAPI document by `npm run client`,
 * one function for each operation; `test/client.spec.ts` says when it is stale.
 */
export { client } from './generated/client.gen.js';
export { createClient, type Client } from './generated/client/index.js';
export * from './generated/sdk.gen.js';
export type * from './generated/types.gen.js';
