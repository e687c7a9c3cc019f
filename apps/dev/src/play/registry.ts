import type { MeView } from '#contracts';
import type { Role } from '#domain';
import { ApiClient } from './api-client.js';
import { Browser } from './browser.js';
import type { Firm, Member } from './parties.js';
import { MOST_BY_PHONE, Telephone } from './telephone.js';

/** How people come in: with a token each, which is quick, or signed in with a browser or a telephone, as they do. */
export type Entry = 'token' | 'session';

/** Sign in at the provider, with the second factor of those who see what is others'. */
export async function signedIn({ baseUrl, costs }: ApiClient, personId: string): Promise<ApiClient> {
  const browser = new Browser(baseUrl);
  await browser.signIn(personId);
  await browser.setUpSecondFactor();
  return browser.client(costs);
}

/** Enters people and organisations as the office does, over the API. */
export class Registry {
  private static invited = 0;

  constructor(
    private readonly office: ApiClient,
    private readonly entry: Entry,
  ) {}

  async organisation(kind: string, name: string): Promise<string> {
    return (await this.office.post<{ id: string }>('/v1/organisations', { kind, name })).id;
  }

  async member(organisationId: string, name: string, ...roles: Role[]): Promise<Member> {
    const { id: personId } = await this.office.post<{ id: string }>('/v1/people', {
      ...{ name, organisationId, roles },
    });
    await this.identity(personId);
    const token = await this.token(personId, organisationId);
    const api = this.entry === 'token' ? this.with(token) : await signedIn(this.office, personId);
    return { ...{ personId, organisationId, name, roles, token }, api };
  }

  /** Somebody of a supplier: they have no account anywhere and come in by telephone, as many as there is room for. */
  supplier(organisationId: string, name: string): Promise<Member> {
    if (this.entry === 'session' && Registry.invited++ < MOST_BY_PHONE)
      return this.invite(organisationId, name, 'supplier');
    return new Registry(this.office, 'token').member(organisationId, name, 'supplier');
  }

  /** The sign-in provider of development knows people by the ids that they have here. */
  async identity(personId: string): Promise<void> {
    await this.office.post(`/v1/people/${personId}/identities`, { subject: personId });
  }

  async firm(name: string, requester: string, approver: string): Promise<Firm> {
    const organisationId = await this.organisation('buyer', name);
    return {
      organisationId,
      name,
      requester: await this.member(organisationId, requester, 'buyer-requester', 'inspector'),
      approver: await this.member(organisationId, approver, 'buyer-approver'),
    };
  }

  /** An invitation by message, and a code to accept it with. */
  private async invite(organisationId: string, name: string, ...roles: Role[]): Promise<Member> {
    const telephone = new Telephone(this.office);
    const phone = telephone.number;
    const path = `/v1/organisations/${organisationId}/invitations`;
    await this.office.post(path, { name, roles, contact: { phone } });
    const api = (await telephone.acceptInvitation()).client(this.office.costs);
    const { person } = await api.get<MeView>('/v1/me');
    const token = await this.token(person.id, organisationId);
    return { personId: person.id, ...{ organisationId, name, roles, token, phone, api } };
  }

  private async token(personId: string, organisationId: string): Promise<string> {
    const body = { organisationId, expiresInDays: 365 };
    return (await this.office.post<{ token: string }>(`/v1/people/${personId}/tokens`, body)).token;
  }

  private with(token: string): ApiClient {
    return new ApiClient(this.office.baseUrl, token, this.office.costs);
  }
}
