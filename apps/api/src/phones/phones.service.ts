import { Injectable } from '@nestjs/common';
import type { PhoneView } from '#contracts';
import type { Person } from '#domain';
import { contactIndex, Database, Keyring, phonePlace } from '#persistence';
import { alreadyExists, isUniqueViolation, notFound } from '#platform';
import { PeopleService } from '../people/people.service.js';
import { READ_PHONE, REMOVE_PHONE, SET_PHONE } from './phones.queries.js';
import { phoneView, type PhoneRow } from './phones.view.js';

/** The telephone numbers that people sign in with: one of each person, and no number of two. */
@Injectable()
export class PhonesService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly people: PeopleService,
  ) {}

  /**
   * The office enters the number of a person. With another number, sessions begun with the former one end.
   * @throws ProblemException 409 when it is somebody else's, 404 when the person was erased
   */
  async set(actor: Person, personId: string, phone: string): Promise<void> {
    await this.people.mustMay('setPhone', actor, personId);
    const sealed = await this.keyring.seal(phone, phonePlace(personId));
    const index = contactIndex(this.keyring, { kind: 'phone', address: phone });
    const [owner] = await this.db.run(actor, SET_PHONE, [personId, sealed, index]).catch((error: unknown) => {
      if (!isUniqueViolation(error, 'person_contact_by_index')) throw error;
      throw alreadyExists('#/phone', 'Somebody else signs in with this number.');
    });
    if (!owner) throw notFound('person');
  }

  /** The number of a person, for that person and the office. */
  async read(actor: Person, personId: string): Promise<PhoneView> {
    await this.people.mustMay('getPhone', actor, personId);
    const [row] = await this.db.run<PhoneRow & { sealedContact: string }>(actor, READ_PHONE, [personId]);
    if (!row) throw notFound('number');
    return phoneView(row, await this.keyring.open(row.sealedContact, phonePlace(personId)));
  }

  /** The office takes the number away; sessions begun with it end. */
  async remove(actor: Person, personId: string): Promise<void> {
    await this.people.mustMay('removePhone', actor, personId);
    const [row] = await this.db.run(actor, REMOVE_PHONE, [personId]);
    if (!row) throw notFound('number');
  }
}
