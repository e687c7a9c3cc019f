import { rule } from './rule.js';
import { buyerWith, type Relation } from './relations.js';

const KNOWN = ['member', 'acquaintance', 'programme-office'] as const satisfies readonly Relation[];
const PERSON_KNOWN = ['self', 'colleague', 'programme-office'] as const satisfies readonly Relation[];

/** A buyer's own; the office sees those of all buyers. */
const OF_OVERLAYS = [
  'buying-requester',
  'buying-approver',
  'programme-office',
] as const satisfies readonly Relation[];

/** Organisations, sites, people, tokens, schemes and calendars. */
export const directoryOperations = {
  isLive: rule('none', 'read', ['anyone']),
  isReady: rule('none', 'read', ['anyone']),
  listProblems: rule('none', 'read', ['anyone']),
  getProblem: rule('none', 'read', ['anyone']),
  listEventTypes: rule('none', 'read', ['anyone']),
  getEventSchema: rule('none', 'read', ['anyone']),
  getJournalKeys: rule('none', 'read', ['anyone']),

  createOrganisation: rule('none', 'administer', ['officer']),
  listOrganisations: rule('none', 'read', ['signed-in']),
  getOrganisation: rule('organisation', 'read', KNOWN),
  changeOrganisation: rule('organisation', 'administer', ['officer'], KNOWN),
  getInterests: rule('organisation', 'read', ['administrator', 'purchaser', 'programme-office'], KNOWN),
  declareInterests: rule('organisation', 'administer', ['administrator', 'purchaser'], KNOWN),
  createSupplier: rule('none', 'administer', ['officer']),
  listSuppliers: rule('none', 'read', ['signed-in']),
  getSupplier: rule('organisation', 'read', KNOWN),
  changeSupplier: rule('organisation', 'write', ['supplier', 'officer'], KNOWN),
  getAuditorQuality: rule('organisation', 'read', ['programme-office'], KNOWN),
  exportSupplier: rule('organisation', 'read', ['supplier'], KNOWN),
  createSite: rule('organisation', 'write', ['supplier', 'officer'], KNOWN),
  listSites: rule('organisation', 'read', KNOWN),
  getSite: rule('organisation', 'read', ['member', 'audit-firm', buyerWith('site'), 'programme-office']),
  changeSite: rule('organisation', 'write', ['supplier', 'officer'], KNOWN),

  stateDemand: rule('organisation', 'write', ['purchaser', 'officer'], KNOWN),
  changeDemand: rule('organisation', 'write', ['purchaser', 'officer'], KNOWN),
  listCandidates: rule('organisation', 'read', ['member', 'programme-office'], KNOWN),
  listDemands: rule('none', 'read', ['signed-in']),

  getMe: rule('none', 'read', ['signed-in']),
  createPerson: rule('none', 'administer', ['officer']),
  listPeople: rule('organisation', 'read', ['member', 'programme-office']),
  getPerson: rule('person', 'read', PERSON_KNOWN),
  setMembership: rule('person', 'administer', ['administrator', 'officer'], PERSON_KNOWN),
  erasePerson: rule('person', 'administer', ['officer'], PERSON_KNOWN),
  endMembership: rule('person', 'administer', ['administrator', 'officer'], PERSON_KNOWN),
  createToken: rule('person', 'administer', ['administrator', 'officer'], PERSON_KNOWN),
  listTokens: rule('person', 'read', ['self', 'administrator', 'programme-office'], PERSON_KNOWN),
  revokeToken: rule('token', 'administer', ['self', 'administrator', 'programme-office']),
  rotateToken: rule('token', 'administer', ['self', 'programme-office']),

  createScheme: rule('none', 'administer', ['officer']),
  listSchemes: rule('none', 'read', ['signed-in']),
  getScheme: rule('none', 'read', ['signed-in']),
  createSchemeVersion: rule('none', 'administer', ['officer']),
  importSchemeVersion: rule('none', 'administer', ['officer']),
  changeSchemeVersion: rule('none', 'administer', ['officer']),
  reviewItemText: rule('none', 'administer', ['officer']),
  submitSchemeVersion: rule('none', 'administer', ['officer']),
  returnSchemeVersion: rule('none', 'administer', ['officer']),
  publishSchemeVersion: rule('none', 'administer', ['officer']),
  retireSchemeVersion: rule('none', 'administer', ['officer']),
  listSchemeVersions: rule('none', 'read', ['signed-in']),
  getSchemeVersion: rule('none', 'read', ['signed-in']),
  previewChecklist: rule('none', 'read', ['signed-in']),
  compareSchemeVersions: rule('none', 'read', ['signed-in']),
  exportSchemeVersion: rule('none', 'read', ['signed-in']),
  getSchemeFileSchema: rule('none', 'read', ['signed-in']),

  createOverlay: rule('none', 'write', ['buying-requester']),
  changeOverlay: rule('none', 'write', ['buying-requester']),
  publishOverlay: rule('none', 'decide', ['buying-approver']),
  retireOverlay: rule('none', 'decide', ['buying-approver']),
  listOverlays: rule('none', 'read', OF_OVERLAYS),
  getOverlay: rule('none', 'read', OF_OVERLAYS),
  setHolidays: rule('none', 'administer', ['officer']),
  listHolidays: rule('none', 'read', ['signed-in']),
};
