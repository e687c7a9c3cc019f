import type { EventType } from '#domain';
import { hasText, say, valueNames, type Values } from '../catalogue.js';
import { isDay, sayDay } from '../days.js';
import type { Language } from '../language.js';
import { capitalised } from './duty-text.js';
import type { Notice, NoticeText } from './notice.js';

/** Lines of a summary that are said; how many there are is in its subject. */
const LINES_OF_DIGEST = 50;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const shown = (value: unknown, language: Language): string | number =>
  isDay(value) ? sayDay(value, language) : typeof value === 'number' ? value : (text(value) ?? 'none');

/** What a text asks for, out of the params; `none` for what they do not have. */
function valuesFor(id: string, { params, caseNumber, link }: Notice, language: Language): Values {
  const given: Readonly<Record<string, unknown>> = { ...params, due: params['dueAt'], caseNumber, link };
  return Object.fromEntries(valueNames(language, id).map((name) => [name, shown(given[name], language)]));
}
const sentence = (language: Language, id: string, notice: Notice): string =>
  say(language, id, valuesFor(id, notice, language));

/** What is to be done by when, and what happens otherwise; nothing where nobody has to do anything. */
function duty(language: Language, { params }: Notice): readonly string[] {
  const what = `duties.do.${String(params['what'])}`;
  if (!hasText(what)) return [];
  const due = isDay(params['dueAt']) ? sayDay(params['dueAt'], language) : 'none';
  const otherwise = `duties.otherwise.${String(params['otherwise'])}`;
  const more = Number(params['tasks'] ?? 1) - 1;
  return [
    say(language, 'notices.frame.todo', { what: say(language, what), due }),
    ...(hasText(otherwise) ? [say(language, otherwise)] : []),
    ...(more > 0 ? [say(language, 'notices.frame.more', { more })] : []),
  ];
}

/** A subject and the first sentence, about a case or not. */
function framed(language: Language, { caseNumber }: Notice, what: string, first: string): NoticeText {
  if (!caseNumber) return { subject: capitalised(what, language), text: first };
  return {
    subject: say(language, 'notices.frame.subject', { caseNumber, what }),
    text: say(language, 'notices.frame.happened', { caseNumber, sentence: first }),
  };
}

/** What happened to a case, in a few words. */
export const eventSubject = (type: EventType, language: Language): string =>
  capitalised(say(language, `events.${type}.subject`), language);

function ofEvent(language: Language, notice: Notice): NoticeText {
  const known = `events.${notice.type ?? ''}`;
  const id = hasText(`${known}.text`) ? known : 'notices.unknown';
  const subject = say(language, `${id}.subject`);
  return framed(language, notice, subject, sentence(language, `${id}.text`, notice));
}

/** A task is headed by what is to be done; what brought it is said first, where it is known. */
function ofTask(language: Language, notice: Notice): NoticeText {
  const what = `duties.do.${String(notice.params['what'])}`;
  if (!hasText(what)) return ofEvent(language, notice);
  const title = say(language, what);
  return notice.type
    ? { ...ofEvent(language, notice), subject: framed(language, notice, title, '').subject }
    : { subject: framed(language, notice, title, '').subject, text: caseOnly(language, notice) };
}
const caseOnly = (language: Language, { caseNumber }: Notice): string =>
  caseNumber ? say(language, 'notices.frame.case', { caseNumber }) : '';

function ofDeadline(language: Language, notice: Notice): NoticeText {
  const [kind = ''] = String(notice.params['deadline']).split(':');
  if (!hasText(`deadlines.${kind}`) || !notice.caseNumber) return ofEvent(language, notice);
  const named = { ...notice, params: { ...notice.params, deadline: say(language, `deadlines.${kind}`) } };
  return {
    subject: sentence(language, `notices.${notice.kind}.subject`, named),
    text: sentence(language, `notices.${notice.kind}.text`, named),
  };
}

const isNotice = (line: unknown): line is Notice =>
  typeof line === 'object' && line !== null && 'kind' in line && 'params' in line;
const lineOf = (line: unknown, language: Language): readonly string[] =>
  isNotice(line) ? [noticeText(language, line).subject] : (text(line) && [String(line)]) || [];

function ofDigest(language: Language, { params }: Notice): NoticeText {
  const given: readonly unknown[] = Array.isArray(params['lines']) ? params['lines'] : [];
  const lines = given.flatMap((line) => lineOf(line, language));
  const count = typeof params['count'] === 'number' ? params['count'] : lines.length;
  return {
    subject: say(language, 'notices.digest.subject', { count }),
    text: [
      say(language, 'notices.digest.text'),
      ...lines.slice(0, LINES_OF_DIGEST).map((line) => `- ${line}`),
    ].join('\n'),
  };
}

function bodyOf(language: Language, notice: Notice): NoticeText {
  const { kind } = notice;
  if (kind === 'task') return ofTask(language, notice);
  if (kind === 'reminder' || kind === 'escalation') return ofDeadline(language, notice);
  if (kind === 'digest') return ofDigest(language, notice);
  if (kind === 'happened' || !hasText(`notices.${kind}.text`)) return ofEvent(language, notice);
  return {
    subject: sentence(language, `notices.${kind}.subject`, notice),
    text: sentence(language, `notices.${kind}.text`, notice),
  };
}

/**
 * A message to one person: what happened to which case, what is to be done by when, what happens otherwise, and where to
 * read on. No personal data: the number of the case and the link lead to them. Days are Cambodia's. A kind or an event
 * without words of its own is told as news of the case.
 */
export function noticeText(language: Language, notice: Notice): NoticeText {
  const { subject, text: body } = bodyOf(language, notice);
  const said = [body, ...(notice.kind === 'digest' ? [] : duty(language, notice))]
    .filter(Boolean)
    .join(language === 'zh' ? '' : ' ');
  const link = notice.link ? [say(language, 'notices.frame.link', { link: notice.link })] : [];
  return { subject, text: [said, ...link].join('\n') };
}
