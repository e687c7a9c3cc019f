import { addDays, localDate } from '#domain';
import type { Act } from './scene.js';

/** The certificate that the scheme of the journey asks for. */
export const CERTIFICATE = 'OEKO_TEX_100';

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

/** Declare the certificate, good for so many days from now, by the time of the case. */
export async function declareCertificate(act: Act, days: number): Promise<void> {
  const { caseTime } = await act.story.read();
  const certificate = {
    ...{ scheme: CERTIFICATE, number: `C-${days}`, holderName: act.applicant.profile.name, scope: ['TRIMS'] },
    validFrom: localDate(addDays(caseTime, -100)),
    validTo: localDate(addDays(caseTime, days)),
  };
  await rewrite(act, 'certificates', { certificates: [certificate] });
}
