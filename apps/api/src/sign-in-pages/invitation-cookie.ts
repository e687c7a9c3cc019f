import { Injectable } from '@nestjs/common';
import { Keyring } from '#persistence';
import { SealedCookie } from '../http/sealed-cookie.js';

/**
 * Keeps the secret of an invitation in the browser that its link was opened in: so it stands in one address, of one request,
 * and in none that is kept, shown or sent on.
 */
@Injectable()
export class InvitationCookie extends SealedCookie<string> {
  constructor(keyring: Keyring) {
    super(keyring, { name: '__Host-selvedge-invitation', place: 'sign-in/invitation', lastsSeconds: 3600 });
  }
}
