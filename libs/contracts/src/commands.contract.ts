import type { Command } from '#domain';
import { z } from 'zod';
import { APPLICATION_COMMANDS } from './application.commands.js';
import { AUDIT_COMMANDS } from './audit.commands.js';
import { BUYER_COMMANDS } from './buyer.commands.js';
import { OFFICE_COMMANDS } from './office.commands.js';
import { QUALIFIED_COMMANDS } from './qualified.commands.js';
import { RENEWAL_COMMANDS } from './renewal.commands.js';
import { id, instant } from './primitives.js';

/** What a person may ask of a case. Free text travels as `note` and is stored apart; the command keeps its id. */
export const AskCommand = z
  .discriminatedUnion('type', [
    ...APPLICATION_COMMANDS,
    ...AUDIT_COMMANDS,
    ...BUYER_COMMANDS,
    ...OFFICE_COMMANDS,
    ...QUALIFIED_COMMANDS,
    ...RENEWAL_COMMANDS,
  ])
  .meta({ id: 'AskCommand' });
export type AskCommand = z.infer<typeof AskCommand>;

/** Commands that no person sends, and `open`, which has a body of its own. */
type NotAsked = 'open' | 'record-checks' | 'request-checks' | 'advance-clock' | 'keep';
type Asked = Exclude<Command, { type: NotAsked }>;
type WithNote<C> = C extends unknown
  ? C extends { readonly noteId: string }
    ? Omit<C, 'noteId'> & { note: string }
    : 'noteId' extends keyof C
      ? Omit<C, 'noteId'> & { note?: string }
      : C
  : never;

type Plain<T> = T extends readonly (infer U)[]
  ? readonly Plain<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type PerType<C extends { readonly type: string }> = {
  [T in C['type']]: Plain<Extract<C, { readonly type: T }>>;
};
type Mirrors = {
  [T in AskCommand['type'] | Asked['type']]: T extends AskCommand['type'] & Asked['type']
    ? Same<PerType<AskCommand>[T], Plain<WithNote<Extract<Asked, { readonly type: T }>>>>
    : false;
};
type Holds<T extends true> = T;
/** Does not compile when this contract and the domain's `Command` are not the same. */
export type CommandsMirrorDomain = Holds<Mirrors[keyof Mirrors]>;

export const CommandStatusView = z
  .object({
    id,
    qualificationId: id,
    type: z.string(),
    status: z.enum(['pending', 'done', 'refused']),
    refusal: z.object({ code: z.string(), items: z.array(z.string()).optional() }).optional(),
    seq: z.number().int().optional(),
    recordedAt: instant,
  })
  .meta({ id: 'CommandStatusView' });
export type CommandStatusView = z.infer<typeof CommandStatusView>;
