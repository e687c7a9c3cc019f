import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChangeSchemeVersion,
  id,
  ReturnSchemeVersion,
  SchemeVersionView,
  TextItem,
  TextLanguageName,
} from '#contracts';
import type { Person, TextLanguage } from '#domain';
import { CurrentActor } from '../auth/current-actor.js';
import { Operation, type OperationSettings } from '../http/operation.js';
import { IfMatch } from '../http/preconditions.js';
import { SchemeLifeService } from './scheme-life.service.js';

const Scheme = () => Param('id', { schema: id });
const Version = () => Param('versionId', { schema: id });
const step = (summary: string): OperationSettings => ({
  ...{ summary, answers: SchemeVersionView, headers: ['if-match'] },
  problems: [403, 404, 409, 412, 428],
});

@ApiTags('schemes')
@Controller('v1/schemes')
export class SchemeLifeController {
  constructor(private readonly life: SchemeLifeService) {}

  @Put(':id/versions/:versionId')
  @Operation('changeSchemeVersion', step('Write a draft anew (office)'))
  change(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @IfMatch() revision: number,
    @Body({ schema: ChangeSchemeVersion }) body: ChangeSchemeVersion,
  ) {
    return this.life.change(actor, schemeId, versionId, revision, body);
  }

  @Post(':id/versions/:versionId/texts/:item/:language/review')
  @Operation('reviewItemText', step('Say that the words of an item are right in a language (office)'))
  review(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @Param('item', { schema: TextItem }) itemId: string,
    @Param('language', { schema: TextLanguageName }) language: TextLanguage,
    @IfMatch() revision: number,
  ) {
    return this.life.reviewText(actor, { schemeId, id: versionId, revision }, { itemId, language });
  }

  @Post(':id/versions/:versionId/submit')
  @Operation('submitSchemeVersion', step('Hand a draft in for review (office)'))
  submit(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @IfMatch() revision: number,
  ) {
    return this.life.submit(actor, schemeId, versionId, revision);
  }

  @Post(':id/versions/:versionId/return')
  @Operation('returnSchemeVersion', step('Send a version back from review, with a note (office)'))
  sendBack(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @IfMatch() revision: number,
    @Body({ schema: ReturnSchemeVersion }) { note }: ReturnSchemeVersion,
  ) {
    return this.life.sendBack(actor, schemeId, versionId, revision, note);
  }

  @Post(':id/versions/:versionId/publish')
  @Operation('publishSchemeVersion', step('Publish a version that another person handed in (office)'))
  publish(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @IfMatch() revision: number,
  ) {
    return this.life.publish(actor, schemeId, versionId, revision);
  }

  @Post(':id/versions/:versionId/retire')
  @Operation('retireSchemeVersion', step('Let no new case be opened under a version (office)'))
  retire(
    @CurrentActor() actor: Person,
    @Scheme() schemeId: string,
    @Version() versionId: string,
    @IfMatch() revision: number,
  ) {
    return this.life.retire(actor, schemeId, versionId, revision);
  }
}
