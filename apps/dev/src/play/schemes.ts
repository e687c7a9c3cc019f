import { randomUUID } from 'node:crypto';
import type { SchemeContent } from '#domain';
import type { ApiClient } from './api-client.js';

/**
 * Draft the first version of a scheme and have a second officer publish it; returns its id.
 * @param content the programme's own scheme when left out
 */
export async function publishScheme(
  api: ApiClient,
  second: ApiClient,
  content?: SchemeContent,
): Promise<string> {
  const scheme = {
    code: `GFT-${randomUUID().slice(0, 8)}`,
    name: 'Garment, footwear and travel goods inputs',
  };
  const { id } = await api.post<{ id: string }>('/v1/schemes', scheme);
  const draft = await api.post<{ id: string }>(`/v1/schemes/${id}/versions`, {
    version: '1.0.0',
    ...(content && { content }),
  });
  const at = `/v1/schemes/${id}/versions/${draft.id}`;
  await api.request('POST', `${at}/submit`, undefined, { 'if-match': '"1"' });
  await second.request('POST', `${at}/publish`, undefined, { 'if-match': '"2"' });
  return draft.id;
}
