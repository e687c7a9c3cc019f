import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcceptedInvitationView,
  AcceptInvitation,
  id,
  InvitationPage,
  InvitationView,
  InviteMember,
  InviteOrganisation,
  PageQuery,
} from '#contracts';
import type { Person } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { OptionalIdempotencyKey } from '../http/idempotency-key.js';
import { Operation } from '../http/operation.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('invitations')
@Controller('v1')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Post('invitations')
  @Operation('inviteOrganisation', {
    summary: 'Register an organisation and invite its first administrator (office)',
    answers: InvitationView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403],
  })
  inviteOrganisation(
    @CurrentActor() actor: Person,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: InviteOrganisation }) body: InviteOrganisation,
  ) {
    return this.invitations.inviteOrganisation(actor, key, body);
  }

  @Post('invitations/acceptance')
  @Operation('acceptInvitation', {
    summary: 'Become a member by the secret of an invitation; it works once',
    answers: AcceptedInvitationView,
    problems: [404],
  })
  accept(@CurrentActor() actor: Person, @Body({ schema: AcceptInvitation }) { secret }: AcceptInvitation) {
    return this.invitations.accept(actor, secret);
  }

  @Post('organisations/:id/invitations')
  @Operation('inviteMember', {
    summary: 'Invite somebody into an organisation (its administrator, or the office)',
    answers: InvitationView,
    status: 201,
    headers: ['idempotency-key'],
    problems: [403, 404, 409],
  })
  inviteMember(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) organisationId: string,
    @OptionalIdempotencyKey() key: string | undefined,
    @Body({ schema: InviteMember }) body: InviteMember,
  ) {
    return this.invitations.inviteMember(actor, organisationId, key, body);
  }

  @Get('organisations/:id/invitations')
  @Operation('listInvitations', {
    summary: 'List the invitations to an organisation (its administrators, or the office)',
    answers: InvitationPage,
    problems: [403, 404],
  })
  list(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) organisationId: string,
    @Query({ schema: PageQuery }) page: PageQuery,
  ) {
    return this.invitations.list(actor, organisationId, page);
  }

  @Post('organisations/:id/invitations/:invitationId/sends')
  @Operation('resendInvitation', {
    summary: 'Send an invitation again; the former secret is worthless',
    answers: InvitationView,
    problems: [403, 404, 409],
  })
  resend(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) organisationId: string,
    @Param('invitationId', { schema: id }) invitationId: string,
  ) {
    return this.invitations.resend(actor, organisationId, invitationId);
  }

  @Delete('organisations/:id/invitations/:invitationId')
  @Operation('revokeInvitation', { summary: 'Revoke an invitation', problems: [403, 404, 409] })
  revoke(
    @CurrentActor() actor: Person,
    @Param('id', { schema: id }) organisationId: string,
    @Param('invitationId', { schema: id }) invitationId: string,
  ) {
    return this.invitations.revoke(actor, organisationId, invitationId);
  }
}
