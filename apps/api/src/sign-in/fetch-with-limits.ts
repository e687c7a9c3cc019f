import type { CustomFetch } from 'openid-client';

/** How long the provider may take for one answer. */
export const PATIENCE_S = 5;
const MOST_BYTES = 256 * 1024;

/** The provider did not answer, not in time or not within reason. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new ProviderAway('its answer is too large');
    chunks.push(chunk);
  }
  return size === 0 ? null : new Uint8Array(Buffer.concat(chunks));
}

/** `fetch` to the provider: it follows no redirect, waits for five seconds at most and reads 256 KiB at most. */
export const fetchWithLimits: CustomFetch = async (url, options) => {
  const patience = AbortSignal.timeout(PATIENCE_S * 1000);
  const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
  try {
    const response = await fetch(url, { ...options, body: options.body ?? null, redirect: 'manual', signal });
    if (response.status >= 500) throw new ProviderAway(`it answered ${response.status}`);
    const { status, headers } = response;
    return new Response(await bodyOf(response), { status, headers });
  } catch (error) {
    throw error instanceof ProviderAway ? error : new ProviderAway('no answer', { cause: error });
  }
};
