import { ProblemException, validationProblem } from '#platform';
import type { PageTextId } from '#wording';
import type { z } from 'zod';
import { html, type Html } from '../http/html.js';
import { textsFor } from './page.js';
import type { Visit } from './visit.js';

/** Why a form was not taken: to be said on the page that it came from, with what was typed. */
export interface Faults {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** By field. */
  readonly fields: Readonly<Record<string, string>>;
  /** What is about no field. */
  readonly general?: string;
}

const FORM_AS_A_WHOLE: Readonly<Record<string, PageTextId>> = {
  'messages-unavailable': 'public.fault.unavailable',
  'sign-in-unavailable': 'public.fault.unavailable',
  'too-busy': 'public.fault.unavailable',
};

/**
 * What a service has against a form, in words. What is not about the form is thrown on.
 * @param words what is said of each field that is not good
 */
export function faultsOf(error: unknown, visit: Visit, words: Readonly<Record<string, string>>): Faults {
  if (!(error instanceof ProblemException)) throw error;
  const { status, code, errors = [] } = error.problem;
  const { headers } = error;
  const text = textsFor(visit);
  if (code === 'too-many-requests') {
    const minutes = Math.ceil(Number(headers['retry-after'] ?? 60) / 60);
    return { status, headers, fields: {}, general: text('public.fault.too-many', { minutes }) };
  }
  const whole = FORM_AS_A_WHOLE[code];
  if (whole) return { status, headers, fields: {}, general: text(whole) };
  const fields = errors.flatMap(({ pointer }) => {
    const name = pointer.replace(/^#\//, '');
    return words[name] === undefined ? [] : [[name, words[name]] as const];
  });
  if (fields.length === 0) throw error;
  return { status, headers, fields: Object.fromEntries(fields) };
}

/** A form as its contract wants it. @throws ProblemException 422 naming the fields */
export function parsed<S extends z.ZodType>(schema: S, form: unknown): z.output<S> {
  const result = schema.safeParse(form);
  if (result.success) return result.data;
  throw validationProblem(result.error.issues);
}

/** What is wrong with a form as a whole, told at once. */
export const generalFault = (faults: Faults | undefined): Html =>
  html`${faults?.general && html`<p class="error" role="alert">${faults.general}</p>`}`;
