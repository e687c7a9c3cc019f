import { AccessLog } from './access-log.entity.js';
import { AnchorFileRow } from './anchor-file.entity.js';
import { AddressCode } from './address-code.entity.js';
import { AuditorSkillsRow } from './auditor-skills.entity.js';
import { ApiToken } from './api-token.entity.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { ApprovalRow } from './approval.entity.js';
import { CaseWait } from './case-wait.entity.js';
import { EndedTask } from './ended-task.entity.js';
import { ProgrammeCase } from './programme-case.entity.js';
import { CaseOverlay } from './case-overlay.entity.js';
import { CaseWatch } from './case-watch.entity.js';
import { CommandRecord } from './command.entity.js';
import { ComplianceCheckRun } from './compliance-check-run.entity.js';
import { Consent } from './consent.entity.js';
import { DecisionBasisRow } from './decision-basis.entity.js';
import { DemandRow } from './demand.entity.js';
import { Erasure } from './erasure.entity.js';
import { DocumentFinding } from './document-finding.entity.js';
import { DocumentFingerprint } from './document-fingerprint.entity.js';
import { DocumentLink } from './document-link.entity.js';
import { DocumentRecord } from './document.entity.js';
import { FactRevision } from './fact-revision.entity.js';
import { Fact } from './fact.entity.js';
import { HolidayEdition } from './holiday-edition.entity.js';
import { HolidayCalendar } from './holiday-calendar.entity.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';
import { InboundEvent } from './inbound-event.entity.js';
import { InboundSource } from './inbound-source.entity.js';
import { JournalAnchor } from './journal-anchor.entity.js';
import { Identity } from './identity.entity.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { InterestRow } from './interest.entity.js';
import { Invitation } from './invitation.entity.js';
import { JournalRow } from './journal-row.entity.js';
import { Membership } from './membership.entity.js';
import { Message } from './message.entity.js';
import { MessageDelivery } from './message-delivery.entity.js';
import { Note } from './note.entity.js';
import { NotificationPlace } from './notification-place.entity.js';
import { NotificationPreference } from './notification-preference.entity.js';
import { Notification } from './notification.entity.js';
import { FeedEntryRow } from './feed-entry.entity.js';
import { FeedHead } from './feed-head.entity.js';
import { OauthClient } from './oauth-client.entity.js';
import { OfficeTask } from './office-task.entity.js';
import { Organisation } from './organisation.entity.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OverlayVersion } from './overlay-version.entity.js';
import { PersonAddress } from './person-address.entity.js';
import { PersonContact } from './person-contact.entity.js';
import { Person } from './person.entity.js';
import { PhoneCode } from './phone-code.entity.js';
import { PublicConsentRevision } from './public-consent-revision.entity.js';
import { PublicConsent } from './public-consent.entity.js';
import { PilotOrderRow } from './pilot-order.entity.js';
import { QualificationParty } from './qualification-party.entity.js';
import { Qualification } from './qualification.entity.js';
import { SavedFilter } from './saved-filter.entity.js';
import { SafeguardingNote } from './safeguarding-note.entity.js';
import { RateLimit } from './rate-limit.entity.js';
import { SchemeVersion } from './scheme-version.entity.js';
import { Scheme } from './scheme.entity.js';
import { SecondFactor } from './second-factor.entity.js';
import { ScreeningListVersion } from './screening-list-version.entity.js';
import { SectionCheck } from './section-check.entity.js';
import { Session } from './session.entity.js';
import { ShadowAuditRow } from './shadow-audit.entity.js';
import { Site } from './site.entity.js';
import { SubjectKey } from './subject-key.entity.js';
import { SupplierExternalId } from './supplier-external-id.entity.js';
import { Task } from './task.entity.js';
import { TelegramLink } from './telegram-link.entity.js';
import { TelegramPlace } from './telegram-place.entity.js';
import { UnsubscribeSecret } from './unsubscribe-secret.entity.js';
import { WebhookAttemptRow } from './webhook-attempt.entity.js';
import { WebhookDeliveryRow } from './webhook-delivery.entity.js';
import { WebhookEndpointRow } from './webhook-endpoint.entity.js';
import { WebhookSecretRow } from './webhook-secret.entity.js';
import { WorkingPaperRow } from './working-paper-row.entity.js';

/** Every table that TypeORM knows, one class each. */
export const ENTITIES = [
  Organisation,
  Person,
  Membership,
  ApiToken,
  Scheme,
  SchemeVersion,
  OverlayVersion,
  CaseOverlay,
  CaseWait,
  EndedTask,
  ProgrammeCase,
  HolidayCalendar,
  Site,
  Qualification,
  QualificationParty,
  CommandRecord,
  JournalRow,
  OutboxEvent,
  WorkingPaperRow,
  Fact,
  FactRevision,
  Note,
  SafeguardingNote,
  ComplianceCheckRun,
  Task,
  FeedEntryRow,
  FeedHead,
  Notification,
  NotificationPreference,
  NotificationPlace,
  CalendarFeed,
  OfficeTask,
  JournalAnchor,
  AnchorFileRow,
  IdempotencyRecord,
  Consent,
  AccessLog,
  SubjectKey,
  Erasure,
  DocumentRecord,
  DocumentLink,
  DocumentFingerprint,
  DocumentFinding,
  Session,
  Identity,
  SecondFactor,
  RateLimit,
  Invitation,
  PersonContact,
  PhoneCode,
  Message,
  PersonAddress,
  AddressCode,
  TelegramLink,
  TelegramPlace,
  MessageDelivery,
  UnsubscribeSecret,
  DemandRow,
  DecisionBasisRow,
  HolidayEdition,
  ScreeningListVersion,
  InterestDeclaration,
  InterestRow,
  ShadowAuditRow,
  ApprovalRow,
  PilotOrderRow,
  CaseWatch,
  SupplierExternalId,
  OauthClient,
  InboundSource,
  InboundEvent,
  WebhookAttemptRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
  WebhookSecretRow,
  PublicConsent,
  PublicConsentRevision,
  SavedFilter,
  AuditorSkillsRow,
  SectionCheck,
];
