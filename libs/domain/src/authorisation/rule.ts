import type { Relation } from './relations.js';

/** What a machine's token must be good for. */
export const SCOPES = ['read', 'write', 'decide', 'administer'] as const;
export type Scope = (typeof SCOPES)[number];

/** What an operation is about; `none`: a list of one's own, or something new. */
export type ObjectKind =
  'none' | 'organisation' | 'person' | 'token' | 'session' | 'case' | 'command' | 'document' | 'webhook';

export interface OperationRule {
  readonly object: ObjectKind;
  readonly scope: Scope;
  /** Who may do it. */
  readonly may: readonly Relation[];
  /** Who may know of the object beside them: they are refused (403); to all others it is not there (404). */
  readonly sees: readonly Relation[];
}

export const rule = (
  object: ObjectKind,
  scope: Scope,
  may: readonly Relation[],
  sees: readonly Relation[] = [],
): OperationRule => ({ object, scope, may, sees });
