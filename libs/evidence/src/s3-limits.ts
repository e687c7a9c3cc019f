/**
 * How long a bucket may take, in milliseconds: to be reached, to fall silent, and for one request with its answer. None of
 * them is limited by the client itself, so a service that stops halfway would hold whoever waits for it for ever.
 */
export const S3_LIMITS = {
  connectionTimeout: 5_000,
  socketTimeout: 30_000,
  requestTimeout: 120_000,
  throwOnRequestTimeout: true,
};
