import type { OnePageView } from '#contracts';
import {
  CHECK_KINDS,
  CHECK_REGISTER,
  lightOf,
  uncorrectedFindings,
  type AuditFinding,
  type CheckKind,
  type ListEdition,
} from '#domain';
import { sayName, sectionTitle, type Language } from '#wording';
import type { CaseView } from '../qualifications/qualifications.view.js';
import { isTold, scoreView } from '../scores/scores.view.js';
import { opens, type PageReader } from './page-reader.js';

export function auditView(reader: PageReader, { audit }: CaseView): OnePageView['audit'] {
  if (!opens(reader, 'audit-result')) return null;
  const { initial = null, current = null, visitDate = null } = audit;
  return { initial, current, visitDate };
}

/** The score by section, with the floors that it must not fall below. */
export function breakdownView(reader: PageReader): OnePageView['score'] {
  const told = opens(reader, 'findings') ? scoreView(reader.detail, reader.actor).breakdown : null;
  if (!told) return null;
  const { sections, scoring } = reader.detail.facts.scheme.checklist;
  const title = (code: string): string =>
    sectionTitle(code, sections.find((one) => one.code === code)?.title ?? code, reader.language);
  return {
    sections: told.sections.map(({ section, score = null, belowFloor, items, notApplicable }) => ({
      ...{ section, title: title(section), score, floor: scoring.sectionFloors[section] ?? null },
      ...{ belowFloor, items, notApplicable },
    })),
    ...{ limits: told.limits, openCriticals: told.openCriticals, openMajors: told.openMajors },
  };
}

/** The question of an item, in draft words rather than in another language. */
function questionOf({ detail, language }: PageReader, itemId: string) {
  const item = detail.facts.scheme.checklist.items.find(({ id }) => id === itemId);
  const words = language === 'en' ? undefined : item?.texts?.[language]?.question;
  return { section: item?.section ?? '', question: words ?? item?.question ?? itemId };
}

/**
 * Findings that are open, when the result of the audit is told: until somebody has judged what was found, it is not. Whether
 * one of zero tolerance is among them is said of those that the reader may know of.
 */
export function findingsView(
  reader: PageReader,
  { audit, correctiveActions }: CaseView,
): OnePageView['findings'] {
  if (!opens(reader, 'findings') || !isTold(reader.detail)) return null;
  const found: readonly AuditFinding[] = audit.findings ?? [];
  const { zeroTolerance } = reader.detail.state.audit;
  const confirmed = found.some(
    ({ itemId, severity }) => severity === 'zero-tolerance' && zeroTolerance[itemId] === 'confirmed',
  );
  const open = uncorrectedFindings(found, Object.values(correctiveActions));
  return {
    open: open.map(({ itemId, severity, value, dueAt = null, action = null }) => ({
      ...{ itemId, ...questionOf(reader, itemId), severity, value, dueAt, action },
    })),
    zeroTolerance: confirmed ? 'confirmed' : 'none',
  };
}

/** `UN-SC@2026-02-01#1a2b3c4d+OFAC-SDN@…`: the editions that screening names, without their digests. */
const editionsIn = (sourceVersion: string): ListEdition[] =>
  [...sourceVersion.matchAll(/(?:^|\+)([A-Z-]+)@([^#+]+)#/g)].map(([, list = '', version = '']) => ({
    ...{ list, version, date: /^\d{4}-\d{2}-\d{2}$/.test(version) ? version : null },
  }));

const checkLight = (reader: PageReader, kind: CheckKind, checks: CaseView['checks'], language: Language) => {
  const { verdict, expiresAt = null } = checks[kind] ?? { verdict: 'PENDING' };
  const run = reader.row.checkDates.find((one) => one.kind === kind);
  return {
    ...{ kind, number: CHECK_REGISTER[kind].number, name: sayName('check', kind, language) },
    ...{ light: lightOf(verdict), verdict, expiresAt },
    ranAt: run ? new Date(run.ranAt).toISOString() : null,
    lists: editionsIn(run?.sourceVersion ?? ''),
  };
};

/** Each check of the case at a glance, with the lists that it was held against. */
export const checksView = (reader: PageReader, { checks }: CaseView): OnePageView['checks'] =>
  opens(reader, 'compliance-verdicts')
    ? CHECK_KINDS.filter((kind) => checks[kind]).map((kind) =>
        checkLight(reader, kind, checks, reader.language),
      )
    : null;
