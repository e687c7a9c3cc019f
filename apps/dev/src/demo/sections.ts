import type { Act } from './scene.js';

/** Write a section of the application over whatever version there is. */
export async function rewrite({ applicant, id }: Act, section: string, content: unknown): Promise<void> {
  const { api } = applicant.member;
  const path = `/v1/qualifications/${id}/sections`;
  const { items } = await api.get<{ items: { item: string; version: number }[] }>(path);
  const version = items.find(({ item }) => item === section)?.version ?? 0;
  await api.put(`${path}/${section}`, content, version);
}

/** What a section says now. */
export async function written({ applicant, id }: Act, section: string): Promise<object> {
  const path = `/v1/qualifications/${id}/sections`;
  const { items } = await applicant.member.api.get<{ items: { item: string; content: object }[] }>(path);
  return items.find(({ item }) => item === section)?.content ?? {};
}
