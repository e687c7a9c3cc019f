import { DEFAULT_SCHEME_CONTENT, type SchemeContent } from '#domain';
import { publishScheme } from '../play/schemes.js';
import { tellSupplier } from './arrivals.js';
import { tellByTelephone } from './correspondents.js';
import { Directory } from './directory.js';
import { playApplication } from './journey-application.js';
import { playApproval } from './journey-approval.js';
import { playAssessment } from './journey-assessment.js';
import { playPilot } from './journey-pilot.js';
import { playValidity } from './journey-validity.js';
import { playYears } from './journey-years.js';
import { CERTIFICATE } from './certificate.js';
import { resemblingPerson } from './listed-person.js';
import type { Act, Scene } from './scene.js';
import { Story } from './story.js';
import { heading } from './terminal.js';
import { enterSupplier, openCase, type SupplierProfile } from '../play/supplier.js';

const LABEL_MAKER: SupplierProfile = {
  name: 'Angkor Woven Labels Co., Ltd.',
  category: 'TRIMS',
  address: 'Street 371, Sangkat Chak Angre Leu, Khan Mean Chey',
  province: 'KH-12',
  latitude: 11.5149,
  longitude: 104.9331,
};
/** A certificate that this scheme asks of labels; it ends half a year after the qualification begins. */
const CERTIFIED: SchemeContent = {
  ...DEFAULT_SCHEME_CONTENT,
  requiredCertificates: { ...DEFAULT_SCHEME_CONTENT.requiredCertificates, TRIMS: [CERTIFICATE] },
};

/** One supplier of woven labels, from the first draft to the last day of its qualification, every role over HTTP. */
export async function playJourney(scene: Scene): Promise<void> {
  const { parties, temporal, played } = scene;
  const schemeVersionId = await publishScheme(parties.office.api, parties.officer.api, CERTIFIED);
  const owner = await resemblingPerson();
  const applicant = await enterSupplier(parties, { ...LABEL_MAKER, owner });
  await tellSupplier(scene, applicant.member);
  if (applicant.member.phone !== undefined) await tellByTelephone(applicant.member);
  const directory = new Directory(parties, [applicant]);
  const since = performance.now();
  const id = await openCase({ ...parties, schemeVersionId }, applicant);
  const act = { scene, applicant, id, story: new Story(parties, directory, temporal, id) };
  try {
    await playStages(act);
  } finally {
    const seconds = (performance.now() - since) / 1000;
    played.push({ id, applicant, expected: 'closed/lapsed', seconds });
  }
}

async function playStages(act: Act): Promise<void> {
  const { mill } = act.scene.parties;
  heading(`Application: ${LABEL_MAKER.name} (trims) wants to supply exporters`);
  const papers = await playApplication(act);
  heading('Assessment: audit on site, compliance checks beside it');
  await playAssessment(act);
  heading(`Pilot order: ${mill.name} tries two lots`);
  await playPilot(act);
  heading('Approval: one buyer declines, another approves');
  await playApproval(act, papers);
  heading('Qualified: real months pass, in seconds');
  await playYears(act);
  await playValidity(act);
}
