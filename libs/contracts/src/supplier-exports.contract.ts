import { z } from 'zod';
import { AccessView } from './accesses.contract.js';
import { QualificationView } from './cases.contract.js';
import { ComplianceCheckView } from './compliance-checks.contract.js';
import { ConsentView } from './consents.contract.js';
import { ScorecardList } from './deliveries.contract.js';
import { DocumentView } from './documents.contract.js';
import { FactView } from './facts.contract.js';
import { JournalEntryView } from './journal.contract.js';
import { LetterView } from './letters.contract.js';
import { OrganisationView } from './organisations.contract.js';
import { PersonView } from './people.contract.js';
import { id, instant } from './primitives.js';
import { PublicConsentView } from './public-consents.contract.js';
import { SiteView } from './suppliers.contract.js';

/** The form of an export; a new one when a field changes its meaning or goes. */
export const EXPORT_FORM = 'selvedge/supplier-export/1';

export const ExportedCase = z
  .object({
    qualification: QualificationView,
    facts: z.array(z.object({ ...FactView.shape, paper: z.string() })),
    complianceChecks: z.array(ComplianceCheckView),
    scorecards: ScorecardList.shape.items,
    documents: z.array(z.object({ ...DocumentView.shape, content: z.string() })),
    consents: z.array(ConsentView),
    publicConsent: PublicConsentView,
    accesses: z.array(AccessView),
    journal: z.array(JournalEntryView),
    letters: z.array(LetterView),
  })
  .meta({ id: 'ExportedCase' });

export const SupplierExport = z
  .object({
    form: z.literal(EXPORT_FORM),
    supplierId: id,
    exportedAt: instant,
    supplier: OrganisationView,
    sites: z.array(SiteView),
    people: z.array(PersonView),
    qualifications: z.array(ExportedCase),
    complete: z.literal(true).meta({ description: 'The last field: an answer that breaks off has none.' }),
  })
  .meta({
    id: 'SupplierExport',
    description:
      'All that is kept of a supplier, as it is told to it: each part in the form in which it is read elsewhere, ' +
      'personal data opened. `content` of a document is where its bytes are. Journal entries that are not told yet ' +
      'stand with their place, hash and digest.',
  });
