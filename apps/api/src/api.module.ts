import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#platform';
import { AddressesModule } from './addresses/addresses.module.js';
import { AccessesModule } from './accesses/accesses.module.js';
import { ApplicationSectionsModule } from './application-sections/application-sections.module.js';
import { ApprovalsModule } from './approvals/approvals.module.js';
import { ApprovedSuppliersModule } from './approved-suppliers/approved-suppliers.module.js';
import { AuditVisitsModule } from './audit-visits/audit-visits.module.js';
import { AuditorCandidatesModule } from './auditor-candidates/auditor-candidates.module.js';
import { AuditorSkillsModule } from './auditor-skills/auditor-skills.module.js';
import { AuditorQualityModule } from './auditor-quality/auditor-quality.module.js';
import { AgendaModule } from './agenda/agenda.module.js';
import { AuditsModule } from './audits/audits.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { CandidatesModule } from './candidates/candidates.module.js';
import { ChemicalInventoryModule } from './chemical-inventory/chemical-inventory.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { ComplianceChecksModule } from './compliance-checks/compliance-checks.module.js';
import { CompletenessModule } from './completeness/completeness.module.js';
import { ConsentsModule } from './consents/consents.module.js';
import { CorrectiveActionsModule } from './corrective-actions/corrective-actions.module.js';
import { ErasuresModule } from './erasures/erasures.module.js';
import { OriginModule } from './origin/origin.module.js';
import { PilotOrdersModule } from './pilot-orders/pilot-orders.module.js';
import { QualificationsModule } from './qualifications/qualifications.module.js';
import { ProgrammeModule } from './programme/programme.module.js';
import { TaskAssignmentsModule } from './task-assignments/task-assignments.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { AuthModule } from './auth/auth.module.js';
import { Authorisation } from './auth/authorisation.js';
import { ConfigModule } from './config.module.js';
import { DemandsModule } from './demands/demands.module.js';
import { DocumentFindingsModule } from './document-findings/document-findings.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EventsModule } from './events/events.module.js';
import { EventTypesModule } from './event-types/event-types.module.js';
import { EvidenceModule } from './evidence.module.js';
import { HealthModule } from './health/health.module.js';
import { HolidaysModule } from './holidays/holidays.module.js';
import { AnswerHeadersInterceptor } from './http/answer-headers.interceptor.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { IdentitiesModule } from './identities/identities.module.js';
import { InformationQuestionsModule } from './information-questions/information-questions.module.js';
import { InterestsModule } from './interests/interests.module.js';
import { InboundEventsModule } from './inbound-events/inbound-events.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { JournalKeysModule } from './journal-keys/journal-keys.module.js';
import { LettersModule } from './letters/letters.module.js';
import { LimitGuardsModule, LimitsModule } from './limits/limits.module.js';
import { MessageDeliveriesModule } from './message-deliveries/message-deliveries.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { NotesModule } from './notes/notes.module.js';
import { NotificationSettingsModule } from './notification-settings/notification-settings.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OauthModule } from './oauth/oauth.module.js';
import { OnePageModule } from './one-page/one-page.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { OrderQuestionsModule } from './order-questions/order-questions.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { ParkedEventsModule } from './parked-events/parked-events.module.js';
import { PagesModule } from './pages/pages.module.js';
import { PeopleModule } from './people/people.module.js';
import { PersistenceModule } from './persistence.module.js';
import { PhonesModule } from './phones/phones.module.js';
import { PrintingModule } from './printing/printing.module.js';
import { PotentialMatchesModule } from './potential-matches/potential-matches.module.js';
import { ProblemsModule } from './problems/problems.module.js';
import { PublicChecksModule } from './public-checks/public-checks.module.js';
import { PublicConsentsModule } from './public-consents/public-consents.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { ScreeningListsModule } from './screening-lists/screening-lists.module.js';
import { SafeguardingNotesModule } from './safeguarding-notes/safeguarding-notes.module.js';
import { SavedFiltersModule } from './saved-filters/saved-filters.module.js';
import { SchemesModule } from './schemes/schemes.module.js';
import { ScoresModule } from './scores/scores.module.js';
import { OverlaysModule } from './overlays/overlays.module.js';
import { SchemeMigrationsModule } from './scheme-migrations/scheme-migrations.module.js';
import { SchemeVersionsModule } from './scheme-versions/scheme-versions.module.js';
import { SecondFactorModule } from './second-factor/second-factor.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { ShadowAuditsModule } from './shadow-audits/shadow-audits.module.js';
import { SignInPagesModule } from './sign-in-pages/sign-in-pages.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { SitesModule } from './sites/sites.module.js';
import { SupplierExportsModule } from './supplier-exports/supplier-exports.module.js';
import { SuppliersModule } from './suppliers/suppliers.module.js';
import { EscalationsModule } from './escalations/escalations.module.js';
import { StuckCasesModule } from './stuck-cases/stuck-cases.module.js';
import { SurveillanceModule } from './surveillance/surveillance.module.js';
import { TemporalModule } from './temporal.module.js';
import { TokensModule } from './tokens/tokens.module.js';
import { UnsubscribeModule } from './unsubscribe/unsubscribe.module.js';
import { UploadsModule } from './uploads/uploads.module.js';
import { WebhookDeliveriesModule } from './webhook-deliveries/webhook-deliveries.module.js';
import { WebhookEndpointsModule } from './webhook-endpoints/webhook-endpoints.module.js';

/** What everything stands on. */
const FOUNDATION = [
  PersistenceModule,
  EvidenceModule,
  PrintingModule,
  TemporalModule,
  LimitsModule,
  HealthModule,
  ProblemsModule,
  EventTypesModule,
  PagesModule,
];
/** One module per resource. */
const RESOURCES = [
  OrganisationsModule,
  InterestsModule,
  SuppliersModule,
  SitesModule,
  PeopleModule,
  InvitationsModule,
  PhonesModule,
  MessagesModule,
  AddressesModule,
  MessageDeliveriesModule,
  UnsubscribeModule,
  NotificationsModule,
  NotificationSettingsModule,
  CalendarsModule,
  TokensModule,
  SessionsModule,
  SignInModule,
  SignInPagesModule,
  IdentitiesModule,
  SecondFactorModule,
  SchemesModule,
  SchemeVersionsModule,
  SchemeMigrationsModule,
  OverlaysModule,
  HolidaysModule,
  JournalKeysModule,
  ApplicationSectionsModule,
  CompletenessModule,
  InformationQuestionsModule,
  NotesModule,
  ReviewsModule,
  ScreeningListsModule,
  OperationsModule,
  ApprovalsModule,
  ApprovedSuppliersModule,
  AuditorQualityModule,
  AuditorCandidatesModule,
  AuditorSkillsModule,
  AuditVisitsModule,
  AgendaModule,
  AuditsModule,
  CandidatesModule,
  ChemicalInventoryModule,
  ScoresModule,
  CommandsModule,
  ComplianceChecksModule,
  ConsentsModule,
  AccessesModule,
  CorrectiveActionsModule,
  DemandsModule,
  DocumentFindingsModule,
  DocumentsModule,
  ErasuresModule,
  InboundEventsModule,
  OauthModule,
  OnePageModule,
  OrderQuestionsModule,
  EventsModule,
  ParkedEventsModule,
  OriginModule,
  PilotOrdersModule,
  PublicChecksModule,
  PublicConsentsModule,
  QualificationsModule,
  SafeguardingNotesModule,
  ShadowAuditsModule,
  SurveillanceModule,
  LettersModule,
  SupplierExportsModule,
  ProgrammeModule,
  TasksModule,
  TaskAssignmentsModule,
  SavedFiltersModule,
  EscalationsModule,
  PotentialMatchesModule,
  StuckCasesModule,
  UploadsModule,
  WebhookDeliveriesModule,
  WebhookEndpointsModule,
];

@Module({ providers: [AnswerHeadersInterceptor, IdempotencyInterceptor] })
export class ApiModule {
  static with(config: Config, authorisation = new Authorisation()): DynamicModule {
    const parts = [
      ConfigModule.with(config),
      ...FOUNDATION,
      AuthModule.with(authorisation),
      LimitGuardsModule,
      ...RESOURCES,
    ];
    return { module: ApiModule, imports: parts };
  }
}
