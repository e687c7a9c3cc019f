import type { Person } from '../actors.js';
import type { OperationId } from './table.js';

/** What a session may do that still lacks the second factor: know itself, give the factor, leave. */
const WITHOUT_SECOND_FACTOR: readonly OperationId[] = [
  'getMe',
  'signOut',
  'enrolSecondFactor',
  'confirmSecondFactor',
  'verifySecondFactor',
];

/**
 * Whether a person at a browser must give a second factor (ASVS 5.0, 6.3.3): auditors, buyers and the programme office
 * always, because they see what is others'; a supplier when they have set one up themselves.
 */
export const wantsSecondFactor = ({ organisationKind }: Person, enrolled: boolean): boolean =>
  organisationKind !== 'supplier' || enrolled;

/** Whether a session without the second factor that it wants may still do this. */
export const allowedWithoutSecondFactor = (operation: OperationId): boolean =>
  WITHOUT_SECOND_FACTOR.includes(operation);
