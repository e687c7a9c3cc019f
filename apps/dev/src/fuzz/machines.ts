import { Webhook } from 'standardwebhooks';
import type { Parties } from '../play/parties.js';

/** What programs of others have here, to be changed and ended at will. */
export interface Machines {
  readonly clients: readonly string[];
  readonly sources: readonly string[];
  readonly events: readonly string[];
}
interface Source {
  readonly id: string;
  readonly source: string;
  readonly secret: string;
}
const SOME = ['1', '2', '3'];

/** OAuth clients of the mill, systems of it that send events, and an event that one of them sent. */
export async function enterMachines(parties: Parties, qualificationId: string): Promise<Machines> {
  const { officer, mill } = parties;
  const { personId, organisationId, api } = mill.requester;
  const clients: string[] = [];
  const sources: Source[] = [];
  for (const name of SOME) {
    const asked = { name, scopes: ['read'], member: { personId, organisationId } };
    clients.push((await officer.api.post<{ id: string }>('/v1/oauth-clients', asked)).id);
    sources.push(await api.post<Source>('/v1/inbound-sources', { name }));
  }
  const [first] = sources;
  if (!first) throw new Error('no source of events was made');
  const event = await sendComplaint(parties.baseUrl, first, qualificationId);
  return { clients, sources: sources.map(({ id }) => id), events: [event] };
}

/** Of a delivery that never was: what came in is kept, and refused. */
async function sendComplaint(baseUrl: string, { source, secret }: Source, qualificationId: string) {
  const data = { qualificationId, delivery: 'D-0', number: 'C-0', reason: 'damaged', units: 1 };
  const type = 'org.selvedge.inbound.complaint.v1';
  const body = JSON.stringify({ specversion: '1.0', id: 'E-0', source, type, data });
  const now = new Date();
  const headers = {
    ...{ 'content-type': 'application/cloudevents+json', 'webhook-id': 'E-0' },
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('E-0', now, body),
  };
  const answer = await fetch(`${baseUrl}/v1/inbound-events`, { method: 'POST', headers, body });
  return ((await answer.json()) as { id: string }).id;
}
