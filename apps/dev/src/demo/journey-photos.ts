import type { DocumentFindingView } from '#contracts';
import { CHUNK_BYTES } from '../play/documents.js';
import { photo } from '../play/files.js';
import { drawnAnew, upload, uploadInTwo, type Sent } from './evidence.js';
import type { Act } from './scene.js';

/** In degrees of latitude: some 30 m, and some 12 km. */
const NEAR = 0.0003;
const FAR = 0.11;

/** A photo taken now, by the time of the case, at the supplier's site or far from it. */
async function shoot({ story, applicant }: Act, of: string, away = NEAR) {
  const { latitude, longitude } = applicant.profile;
  const { caseTime: at } = await story.read();
  const place = { latitude: latitude + away, longitude };
  const file = await photo(`${of.replaceAll(' ', '-')}.jpg`, { of, at, place });
  return { file, at, place };
}

/** The auditor photographs what is not right, over a line that breaks. Returns the ids by checklist item. */
export async function photographFindings(
  act: Act,
  subjects: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { scene, story, id } = act;
  const { auditor, officer } = scene.parties;
  const { expectations } = scene;
  const evidence: Record<string, readonly string[]> = {};
  for (const [item, of] of Object.entries(subjects)) {
    const { file, at, place } = await shoot(act, of);
    const about = { qualificationId: id, target: 'answer', item };
    let sent: (Sent & { readonly again: number }) | undefined;
    const size = `${Math.round(file.bytes.length / 1000)} kB`;
    await story.step(
      auditor,
      `photographs ${of} (${size}): the line breaks after 256 kB, and the rest follows`,
      async () => void (sent = await uploadInTwo(auditor, file, about)),
    );
    if (!sent) throw new Error('no photo was uploaded');
    const { document, again } = sent;
    evidence[item] = [document.id];
    const rest = file.bytes.length - CHUNK_BYTES;
    expectations.expect(`the photo of ${of} goes on where the line broke`, again === rest, { again, rest });
    const { captured } = document;
    const kept =
      captured.source === 'photo' &&
      Math.abs((captured.latitude ?? 0) - place.latitude) < 1e-6 &&
      Math.abs(Date.parse(captured.at ?? '') - Date.parse(at)) < 1000;
    expectations.expect(`the photo of ${of} keeps its time and place`, kept, captured);
    const anew = await drawnAnew(officer, sent);
    expectations.expect(`the photo of ${of} is kept as sent, and shown drawn anew`, anew);
  }
  return evidence;
}

/** The supplier photographs what it has put right. Returns the id of the photo. */
export async function photographCorrection(act: Act, item: string, of: string, far = false): Promise<string> {
  const { applicant, id } = act;
  const { file } = await shoot(act, of, far ? FAR : NEAR);
  const about = { qualificationId: id, target: 'corrective-action', item };
  return (await upload(applicant.member, file, about)).document.id;
}

/** An officer is told of a photo that was not taken at the site. */
export async function lookAtFinding({ scene, story }: Act, documentId: string): Promise<void> {
  const { officer } = scene.parties;
  let found: readonly DocumentFindingView[] = [];
  const metres = (): number =>
    Number(found[0]?.explanation.find(({ code }) => code === 'far-from-site')?.params['metres'] ?? 0);
  await story.step(
    officer,
    () => `is told by a check that one photograph was taken ${Math.round(metres() / 1000)} km from the site`,
    async () => {
      const path = `/v1/documents/${documentId}/findings`;
      found = (await officer.api.get<{ items: DocumentFindingView[] }>(path)).items;
    },
  );
  const right = found.length === 1 && found[0]?.check === 'location' && metres() > 10_000;
  scene.expectations.expect(
    'a photo taken far from the site raises a finding, and no other does',
    right,
    found,
  );
}
