import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { validationProblem } from '#platform';
import { isDocumentedOnly } from './documented.js';

const PARTS: Readonly<Partial<Record<ArgumentMetadata['type'], 'path' | 'query'>>> = {
  param: 'path',
  query: 'query',
};

/** Parses what carries a schema, and says in which part of the request something is wrong. */
@Injectable()
export class ValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { schema, type, data } = metadata;
    if (!schema || isDocumentedOnly(schema) || !this.toValidate(metadata)) return value;
    this.stripProtoKeys(value);
    const result = await this.validate(value, schema);
    if (!result.issues) return result.value as T;
    const part = PARTS[type];
    throw validationProblem(result.issues, part && { in: part, name: data });
  }
}
