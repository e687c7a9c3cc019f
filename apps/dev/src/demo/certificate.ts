import { addDays, localDate } from '#domain';
import type { Act } from './scene.js';
import { rewrite } from './sections.js';

/** The certificate that the scheme of the journey asks for. */
export const CERTIFICATE = 'OEKO_TEX_100';

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
