import { Module } from '@nestjs/common';
import { AccessesModule } from '../accesses/accesses.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { ComplianceChecksModule } from '../compliance-checks/compliance-checks.module.js';
import { ConsentsModule } from '../consents/consents.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PublicConsentsModule } from '../public-consents/public-consents.module.js';
import { QualificationsModule } from '../qualifications/qualifications.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { SupplierExportsController } from './supplier-exports.controller.js';
import { SupplierExportsService } from './supplier-exports.service.js';

@Module({
  imports: [
    AccessesModule,
    ApprovalsModule,
    ComplianceChecksModule,
    ConsentsModule,
    DocumentsModule,
    LettersModule,
    OrganisationsModule,
    PeopleModule,
    PublicConsentsModule,
    QualificationsModule,
    SitesModule,
  ],
  controllers: [SupplierExportsController],
  providers: [SupplierExportsService],
})
export class SupplierExportsModule {}
