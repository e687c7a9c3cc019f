import { fillIn } from '../play/supplier.js';
import { accept } from '../play/roles.js';
import { uploadPapers, type Papers } from './journey-papers.js';
import type { Act } from './scene.js';
import { clearByTwo } from './journey-screening.js';
import { declareCertificate } from './certificate.js';
import { reportAudit } from './journey-credit.js';
import { place } from './wording.js';

/** From the draft to half a year after the approval. */
const CERTIFICATE_DAYS = 240;

const CAPACITY = {
  products: ['woven labels', 'care labels'],
  hsLines: ['5807'],
  monthlyCapacity: 900_000,
  capacityUnit: 'pieces',
  leadTimeDays: 21,
};

/** Draft with autosave, submission, a question and its answer, acceptance. */
export async function playApplication(act: Act): Promise<Papers> {
  const { scene, story, applicant, id } = act;
  const { parties, expectations } = scene;
  const { member } = applicant;
  const { officer } = parties;
  await story.step(member, 'opens a case as a draft', async () => undefined);
  await story.step(member, 'fills in 7 sections; each is saved as it is typed', () => fillIn(applicant, id));
  const { items } = await member.api.get<{ items: { item: string; version: number }[] }>(
    `/v1/qualifications/${id}/sections`,
  );
  const saved = items.find(({ item }) => item === 'profile')?.version;
  expectations.expect('a section saved twice has version 2', saved === 2, saved);
  await story.step(
    member,
    'adds its certificate and the report of a SMETA audit two months ago',
    async () => {
      await declareCertificate(act, CERTIFICATE_DAYS);
      await reportAudit(act, 'S-1', 60);
    },
  );
  const papers = await uploadPapers(act);
  await story.step(member, 'submits the application', () =>
    member.api.ask(id, { type: 'submit-application' }),
  );
  await story.pass(1);
  const asked = await story.step(officer, 'asks: how much of the capacity is free, and by when?', () =>
    officer.api.ask(id, {
      type: 'request-information',
      items: ['capacity'],
      note: 'Please tell the lead time, and care labels too if you make them.',
    }),
  );
  expectations.expect(
    'a question gives the ball to the supplier',
    asked.ballHolders.some(({ what }) => what === 'answer-information-request'),
    asked.ballHolders,
  );
  await story.pass(2);
  await story.step(member, 'corrects the section on capacity and submits again', async () => {
    await member.api.put(`/v1/qualifications/${id}/sections/capacity`, CAPACITY, 1);
    await member.api.ask(id, { type: 'resubmit-application' });
  });
  await story.step(officer, 'finds the application complete and accepts it', () => accept(parties, id));
  const accepted = await clearByTwo(act);
  expectations.expect(
    'the accepted case comes to its assessment',
    accepted.stage === 'assessment',
    place(accepted),
  );
  return papers;
}
