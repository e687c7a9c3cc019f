import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { LANGUAGES, type Language } from '#wording';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Who asked for neither language nor anything else reads Khmer: suppliers are whom the pages are for first. */
const UNLESS_ASKED: Language = 'km';

/** Somebody who reads a page. */
export interface Visit {
  readonly language: Language;
  /** Chosen on a page: links keep it. */
  readonly chosen: boolean;
  /** The path they are at, with what was asked there. */
  readonly at: string;
}

const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((one) => one === text);

/** The languages of `Accept-Language` (RFC 9110, 12.5.4), the most wanted first. */
function wanted(header = ''): readonly string[] {
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const q = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
    return { tag: tag.toLowerCase().split('-', 1)[0] ?? '', quality: Number(q) || 0 };
  });
  return ranges
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

/** In which language somebody reads: the one they chose, else the first of their browser's that there is. */
export function visitOf({ url, headers }: FastifyRequest): Visit {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const asked = searchParams.get('language') ?? undefined;
  searchParams.delete('language');
  const at = pathname + (searchParams.size > 0 ? `?${searchParams.toString()}` : '');
  if (isLanguage(asked)) return { language: asked, chosen: true, at };
  return {
    language: wanted(headers['accept-language']).find(isLanguage) ?? UNLESS_ASKED,
    chosen: false,
    at,
  };
}

/** A visit, with what it is answered by. */
export interface Reader {
  readonly visit: Visit;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
export function readerIn(context: ExecutionContext): Reader {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { visit: visitOf(request), request, reply: http.getResponse<FastifyReply>() };
}
/** Whoever asks for a page. */
export const PageReader = createParamDecorator((_: undefined, context: ExecutionContext) =>
  readerIn(context),
);

/** An address of a page, for whoever reads this one: a language that they chose goes along. */
export function linkTo(
  { language, chosen }: Visit,
  path: string,
  asked: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams({ ...asked, ...(chosen && { language }) }).toString();
  return parameters ? `${path}${path.includes('?') ? '&' : '?'}${parameters}` : path;
}
