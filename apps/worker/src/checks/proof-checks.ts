import {
  checkBankAccount,
  checkBusinessRegistration,
  checkCapacity,
  checkCaseDocuments,
  checkForcedLabour,
  checkInsurance,
  checkPermits,
  checkPhotoLocations,
  checkTestReports,
  type BankAccount,
  type InsurancePolicy,
  type MachineGroup,
  type Permit,
  type TestReport,
} from '#domain';
import { MODEL_VERSION } from '#screening';
import { declared, firmNames, section, type Check, type Checks } from './check.js';
import { lookUp } from './hits.js';
import { forcedLabourParties, materialSuppliers } from './parties.js';

const UFLPA = 'UFLPA';

const businessRegistration: Check = async ({ data, at, sources }) => {
  const number = section<{ businessRegistrationNumber: string }>(data, 'profile').businessRegistrationNumber;
  const names = firmNames(data);
  const { answer, source, sourceVersion } = await sources.registry.lookUp(number ?? '');
  const result = checkBusinessRegistration({ number, firmNames: names, answer, at });
  return { ...result, input: { number, names, answer }, dataSource: source, sourceVersion };
};

const forcedLabour: Check = async (context) => {
  const { data, at, screening } = context;
  const lists = await screening.lists();
  const suppliers = materialSuppliers(data);
  const firmAddress = section<{ address: string }>(data, 'site').address;
  const names = firmNames(data);
  const { hits, cleared } = lookUp(context, lists, forcedLabourParties(data), (list) => list === UFLPA);
  const edition = lists.versions.find(({ list }) => list === UFLPA);
  const result = checkForcedLabour({ suppliers, firmAddress, hits, listed: edition !== undefined, at });
  return {
    ...result,
    explanation: [...result.explanation, ...cleared],
    input: {
      ...{ names, suppliers, firmAddress },
      ...(data.clearedHits.length > 0 && { cleared: data.clearedHits }),
    },
    dataSource: 'uflpa-list',
    sourceVersion: edition
      ? `${edition.version}#${edition.sha256.slice(0, 8)}+model@${MODEL_VERSION}`
      : 'none',
  };
};

const bankAccount: Check = ({ data, at }) => {
  const account = section<BankAccount>(data, 'bank');
  const { bankChangePending: changePending } = data;
  const result = checkBankAccount({ account, firmNames: firmNames(data), changePending, at });
  // What is personal in it is sealed anew with each writing.
  return Promise.resolve(
    declared({ bank: data.stored['bank'], names: firmNames(data), changePending }, result),
  );
};

const insurance: Check = ({ data, at }) => {
  const policies = section<{ policies: InsurancePolicy[] }>(data, 'insurance').policies ?? [];
  const pilotValueUsd = data.pilotValueUsd ?? undefined;
  return Promise.resolve(
    declared({ policies, pilotValueUsd }, checkInsurance({ policies, pilotValueUsd, at })),
  );
};

const capacity: Check = ({ data }) => {
  const { monthlyCapacity } = section<{ monthlyCapacity: number }>(data, 'capacity');
  const { machines = [], hoursPerMonth } = section<{ machines: MachineGroup[]; hoursPerMonth: number }>(
    data,
    'machines',
  );
  const input = { machines, hoursPerMonth, monthlyCapacity };
  return Promise.resolve(declared(input, checkCapacity(input)));
};

/** Checks of what the supplier proves with papers, machines and photos, and of whom it buys from. */
export const PROOF_CHECKS = {
  'business-registration': businessRegistration,
  'forced-labour': forcedLabour,
  'bank-account': bankAccount,
  insurance,
  capacity,
  'test-reports': ({ data, at }) => {
    const reports = section<{ reports: TestReport[] }>(data, 'test-reports').reports ?? [];
    return Promise.resolve(declared({ reports }, checkTestReports({ reports, at })));
  },
  permits: ({ data, at }) => {
    const permits = section<{ permits: Permit[] }>(data, 'permits').permits ?? [];
    return Promise.resolve(declared({ permits }, checkPermits({ permits, at })));
  },
  'document-authenticity': async ({ evidence }) => {
    const { documents, questionable, worst } = await evidence();
    const input = { documents, questionable, worst };
    return { ...checkCaseDocuments(input), input, dataSource: 'documents', sourceVersion: '1' };
  },
  location: async ({ evidence }) => {
    const { photos, located, far } = await evidence();
    const input = { photos, located, far };
    return { ...checkPhotoLocations(input), input, dataSource: 'documents', sourceVersion: '1' };
  },
} as const satisfies Checks;
