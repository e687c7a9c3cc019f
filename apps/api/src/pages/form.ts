import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ProblemException } from '#platform';
import { html, type Html } from '../http/html.js';
import { readerIn, type Reader } from './visit.js';

/** A form as it was filled in: texts by the names of their fields. */
export type Form = Readonly<Record<string, string>>;

/** A form, and who sent it. */
export interface Sent extends Reader {
  readonly form: Form;
}

/** The form that was sent. @throws ProblemException 415 when it is none */
export const SentForm = createParamDecorator((_: undefined, context: ExecutionContext): Sent => {
  const reader = readerIn(context);
  const { body } = reader.request;
  if (!(body instanceof URLSearchParams)) throw new ProblemException('unsupported-media-type');
  return { ...reader, form: Object.fromEntries(body) };
});

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: Html | string;
  /** What was typed before. */
  readonly value?: string | undefined;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  /** `code`: letters and digits of ours, in capitals. */
  readonly kind?: 'tel' | 'digits' | 'code' | 'text';
  readonly autocomplete?: string;
}

const INPUT = {
  tel: html`type="tel"`,
  digits: html`type="text" inputmode="numeric"`,
  code: html`type="text" autocapitalize="characters" spellcheck="false"`,
  text: html`type="text" autocapitalize="none" spellcheck="false"`,
} as const;

/** A field with its words; what is wrong with it is said beside it, and read out with it. */
export function field({ name, label, hint, value, fault, kind = 'text', autocomplete = 'off' }: Field): Html {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`<label for="${name}">${label}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${fault && html`<p class="error" id="${name}-fault">${fault}</p>`}
    <input
      id="${name}"
      name="${name}"
      ${INPUT[kind]}
      autocomplete="${autocomplete}"
      maxlength="300"
      required
      value="${value ?? ''}"
      ${described && html` aria-describedby="${described}"`}${fault && html` aria-invalid="true" autofocus`}
    />`;
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** @param content fields and what is hidden */
export const postForm = (action: string, content: Html, submit: string, quiet = false): Html =>
  html`<form method="post" action="${action}">
    ${content}
    <button type="submit" ${quiet && html` class="second"`}>${submit}</button>
  </form>`;
