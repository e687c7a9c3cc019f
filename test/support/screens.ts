import type { Member } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story } from './story.js';
import type { World } from './world.js';

/** Cases at each stage, each of a supplier of its own. */
export interface Scenes {
  readonly draft: Story;
  readonly submitted: Story;
  readonly auditing: Story;
  readonly assigning: Story;
  readonly reviewing: Story;
  readonly correcting: Story;
  readonly ordered: Story;
  readonly deciding: Story;
  readonly qualified: Story;
  /** Open to the mill, which has not ordered yet. */
  readonly open: Story;
  /** With a lot that waits for an inspector of the mill. */
  readonly inspected: { readonly story: Story; readonly pilotId: string };
  /** With an owner whose name is like one on a list. */
  readonly matched: Story;
  /** Of the scheme of all these cases. */
  readonly scheme: { readonly id: string; readonly published: string; readonly draft: string };
}

/** A draft of the scheme of this world. */
async function draftScheme({ parties, rows }: Pick<World, 'parties' | 'rows'>): Promise<Scenes['scheme']> {
  const published = parties.schemeVersionId;
  const [found] = await rows<{ id: string }>('select scheme_id as id from scheme_version where id = $1', [
    published,
  ]);
  const id = found?.id ?? '';
  const body = { version: '1.1.0', basedOn: published };
  const draft = await parties.officer.api.post<{ id: string }>(`/v1/schemes/${id}/versions`, body);
  return { id, published, draft: draft.id };
}

/** Plays the cases that screens show. */
export async function playScenes(world: World): Promise<Scenes> {
  const ordered = await (await Story.open(world)).ready();
  const { mill } = world.parties;
  await ordered.pilot(mill);
  const open = await (await Story.open(world)).ready();
  await open.supplier.ask(open.id, { type: 'grant-consent', buyerId: mill.organisationId });
  const story = await (await Story.open(world)).ready();
  const pilotId = await roles.placePilot(story.applicant, story.id, mill, [1200]);
  await roles.deliver(story.applicant, story.id, { pilotId, lot: 1 });
  const auditing = await (await Story.open(world)).accept();
  await roles.goOnSite(world.parties, auditing.applicant, auditing.id);
  return {
    open,
    inspected: { story, pilotId },
    draft: await Story.open(world),
    submitted: await (await Story.open(world)).submit(),
    auditing,
    assigning: await (await Story.open(world)).accept(),
    reviewing: await (await Story.open(world)).audit({ 'QM-03': 'partial' }),
    correcting: await (await Story.open(world)).correcting(),
    ordered,
    deciding: await (await Story.open(world)).decision(),
    qualified: await (await Story.open(world)).qualified(),
    matched: await (await Story.open(world, { owner: 'Veasnapixh Rattanakiri Test' })).accept(),
    scheme: await draftScheme({ parties: world.parties, rows: world.rows.bind(world) }),
  };
}

/** Pages of an application, and of the papers that belong to it. */
const APPLY_STEPS = [
  ...['who', 'site', 'make', 'owners', 'papers', 'consent', 'send'],
  ...['tax', 'certificates', 'insurance', 'permits', 'bank', 'test-reports', 'external-reports'],
  ...['machines', 'material-suppliers', 'payroll', 'chemicals'],
];

/** One page of the app: who looks at it, and where it is. */
export interface ScreenPlace {
  readonly name: string;
  readonly who: Pick<Member, 'personId' | 'organisationId'>;
  readonly path: string;
}

/** What a buyer's requester sees, who inspects as well. */
function buyersPages({
  deciding,
  ordered,
  open,
  inspected,
  qualified,
}: Scenes): Readonly<Record<string, string>> {
  const order = `/pilots/${inspected.story.id}/${inspected.pilotId}`;
  return {
    candidates: '/',
    compare: `/compare?compare=${deciding.id}.${ordered.id}`,
    case: `/qualifications/${deciding.id}`,
    'pilot-order': `/qualifications/${open.id}/pilot-order`,
    deliveries: `/qualifications/${qualified.id}/deliveries`,
    ...{ board: '/pilots', order, inspection: `${order}/lots/1` },
    ...{ approved: '/approved', demands: '/demands', connections: '/connections' },
  };
}

/** What an officer sees of names on lists, of what is stuck, of schemes and of how the service stands. */
function rulesPages({ matched, scheme }: Scenes): Readonly<Record<string, string>> {
  const [draft, published] = [scheme.draft, scheme.published].map((id) => `/schemes/${scheme.id}/${id}`);
  return {
    ...{ matches: '/matches', match: `/matches/${matched.id}` },
    ...{ stuck: '/stuck', late: '/stuck?tab=late', operations: '/operations' },
    ...{ schemes: '/schemes', scheme: `/schemes/${scheme.id}`, 'scheme-draft': `${draft}` },
    ...{ 'scheme-preview': `${draft}?tab=preview`, 'scheme-changes': `${draft}?tab=changes` },
    ...{ 'scheme-cases': `${published}?tab=cases` },
    ...{ 'scheme-terms': `${draft}?tab=terms`, 'scheme-grades': `${draft}/terms/grades` },
    ...{ 'scheme-sampling': `${draft}/terms/sampling`, 'scheme-validity': `${draft}/terms/validity` },
    ...{
      'scheme-certificates': `${draft}/terms/certificates`,
      'scheme-deadline': `${draft}/deadlines/review`,
    },
    ...{ 'scheme-deadline-published': `${published}/deadlines/review` },
    ...{ 'scheme-item': `${draft}/BL-01`, 'scheme-item-published': `${published}/TR-03` },
  };
}

/** Every page of the app, with a case at the stage that it is made for. */
export function screensOf({ parties }: World, scenes: Scenes): readonly ScreenPlace[] {
  const of = (role: string, who: ScreenPlace['who'], paths: Readonly<Record<string, string>>) =>
    Object.entries(paths).map(([name, path]) => ({ name: `${role}-${name}`, who, path: `/app${path}` }));
  const caseAt = ({ id }: Story, rest = ''): string => `/qualifications/${id}${rest}`;
  const supplier = (story: Story) => story.applicant.member;
  // The audit that is under way is visited within six days.
  const visitMonth = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 7);
  return [
    ...of('supplier', supplier(scenes.draft), {
      home: '/',
      draft: caseAt(scenes.draft),
      account: '/account',
      start: '/start',
      applications: '/applications',
      apply: caseAt(scenes.draft, '/apply'),
      ...APPLY_STEPS.reduce((all, step) => ({ ...all, [step]: caseAt(scenes.draft, `/apply/${step}`) }), {}),
    }),
    ...of('supplier', supplier(scenes.correcting), {
      correcting: caseAt(scenes.correcting),
      improve: caseAt(scenes.correcting, '/improve'),
    }),
    ...of('supplier', supplier(scenes.ordered), { pilot: caseAt(scenes.ordered) }),
    ...of('supplier', supplier(scenes.qualified), {
      qualified: caseAt(scenes.qualified),
      standing: caseAt(scenes.qualified, '/standing'),
      sharing: '/sharing',
      notifications: '/notifications',
    }),
    ...of('auditor', parties.auditor, {
      audits: '/',
      audit: caseAt(scenes.auditing),
      checklist: caseAt(scenes.auditing, '/checklist'),
      critical: caseAt(scenes.auditing, '/checklist?show=critical'),
      interviews: caseAt(scenes.auditing, '/interviews'),
      meetings: caseAt(scenes.auditing, '/meetings'),
      'hand-in': caseAt(scenes.auditing, '/send'),
      'corrective-actions': caseAt(scenes.correcting),
      receipt: caseAt(scenes.correcting, '/send'),
      sync: '/sync',
    }),
    ...of('buyer', parties.mill.requester, buyersPages(scenes)),
    ...of('office', parties.officer, {
      ...{ inbox: '/', 'inbox-mine': '/?claimed=me', case: caseAt(scenes.submitted) },
      ...{ cases: '/cases', visits: `/visits?month=${visitMonth}` },
      ...rulesPages(scenes),
      programme: '/programme',
      'programme-split': '/programme?split-funnel=category&split-time-to-qualification=women-owned',
      'programme-cases': '/programme/funnel/cases?key=application&measure=entered',
      completeness: caseAt(scenes.submitted, '/completeness'),
      assign: caseAt(scenes.assigning, '/assign'),
      correcting: caseAt(scenes.correcting),
      deciding: caseAt(scenes.deciding),
    }),
    ...of('office', parties.reviewer, { review: caseAt(scenes.reviewing, '/review') }),
  ];
}

/** Pages by who looks at them: one browser for all of them, as people have. */
export function byPerson(
  places: readonly ScreenPlace[],
): ReadonlyMap<ScreenPlace['who'], readonly ScreenPlace[]> {
  const found = new Map<ScreenPlace['who'], ScreenPlace[]>();
  for (const place of places) found.set(place.who, [...(found.get(place.who) ?? []), place]);
  return found;
}
