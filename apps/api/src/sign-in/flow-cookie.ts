import { Injectable } from '@nestjs/common';
import { Keyring } from '#persistence';
import { SealedCookie } from '../http/sealed-cookie.js';
import type { Expected } from './oidc-client.js';

/** What this service must remember of a sign-in while the browser is at the provider. */
export interface Flow extends Expected {
  /** A path of this service. */
  readonly returnTo: string;
  /** The secret of an invitation that is to be accepted by whoever comes back. */
  readonly invitation?: string;
}

/** Keeps a sign-in under way in the browser. */
@Injectable()
export class FlowCookie extends SealedCookie<Flow> {
  constructor(keyring: Keyring) {
    super(keyring, { name: '__Host-selvedge-sign-in', place: 'sign-in/oidc', lastsSeconds: 10 * 60 });
  }
}
