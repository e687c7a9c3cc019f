import type { OnePageView } from '#contracts';
import { checkAddressOf } from '#platform';
import { caseView } from '../qualifications/qualifications.view.js';
import {
  certificatesView,
  goodsOfPage,
  originView,
  ownersView,
  placeView,
  profileView,
} from './application.view.js';
import { auditView, breakdownView, checksView, findingsView } from './assessment.view.js';
import { decisionView, historyView, pilotsView, readAs } from './deals.view.js';
import { opens, PAGE_SECTIONS, type PageReader } from './page-reader.js';

/** A case on one page: the case as this reader may see it anyway, put together, and no more. */
export function onePageView(reader: PageReader, publicOrigin: string): OnePageView {
  const { detail, row, actor, now, language } = reader;
  const view = caseView(detail, actor, now);
  return {
    ...{ qualificationId: view.id, caseNumber: view.caseNumber, category: detail.state.category },
    ...{ asOf: now, language, readAs: readAs(detail.relations) },
    notOpened: PAGE_SECTIONS.filter((section) => !opens(reader, section)),
    consentUntil: row.consentUntil?.toISOString() ?? null,
    watchedSince: row.watchedSince?.toISOString() ?? null,
    checkAddress: checkAddressOf(publicOrigin, view.caseNumber),
    ...{ supplier: view.supplier, site: view.site, openedAt: view.openedAt },
    ...{ stage: view.stage as OnePageView['stage'], substate: view.substate },
    endMarkets: view.endMarkets,
    ...{ validFrom: detail.state.validity?.from ?? null, validUntil: view.validUntil },
    grade: view.grade ?? view.audit.current?.grade ?? null,
    ...{ suspension: view.suspension, conditions: view.conditions },
    profile: profileView(reader),
    place: placeView(reader),
    owners: ownersView(reader),
    goods: goodsOfPage(reader),
    audit: auditView(reader, view),
    score: breakdownView(reader),
    findings: findingsView(reader, view),
    checks: checksView(reader, view),
    certificates: certificatesView(reader),
    pilots: pilotsView(reader, view),
    origin: originView(reader),
    otherBuyers: view.otherBuyers,
    history: historyView(reader),
    decision: decisionView(reader, view),
  };
}
