import { describe, expect, it } from '@jest/globals';
import * as contracts from '#contracts';
import { AskCommand, CreateSite, OrganisationView } from '#contracts';
import { z } from 'zod';
import { zodToOpenApi } from './zod-to-openapi.js';

describe('the OpenAPI schemas', () => {
  it('are draft 2020-12: numbers for exclusive limits, null as a type', () => {
    const text = JSON.stringify(
      [AskCommand, CreateSite, OrganisationView].map((schema) => zodToOpenApi(schema)),
    );
    expect(text).not.toMatch(/"exclusiveM(?:in|ax)imum":(?:true|false)|"nullable"/);
    expect(zodToOpenApi(OrganisationView)?.components['OrganisationView']).toHaveProperty(
      'properties.phone.type',
      ['string', 'null'],
    );
  });

  it('name every kind of command as a component', () => {
    expect(Object.keys(zodToOpenApi(AskCommand)?.components ?? {})).toContain('RequestInformationCommand');
  });

  it('leave answers open for fields to come and bodies closed', () => {
    expect(zodToOpenApi(OrganisationView)?.components['OrganisationView']).not.toHaveProperty(
      'additionalProperties',
    );
    expect(zodToOpenApi(CreateSite)?.components['CreateSite']).toHaveProperty('additionalProperties', false);
  });

  it('give queries no name: a named one would be left out of the parameters', () => {
    const queries = Object.entries(contracts).filter(([name]) => name.endsWith('Query'));
    expect(queries.length).toBeGreaterThan(10);
    const named = queries.filter(([, one]) => one instanceof z.ZodType && z.globalRegistry.get(one)?.id);
    expect(named.map(([name]) => name)).toEqual([]);
  });
});
