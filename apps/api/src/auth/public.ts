import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'selvedge:public';
export type PublicTo = 'anybody' | 'machines';
/** This route answers anybody. All others want a token. */
export const Public = () => SetMetadata(PUBLIC, 'anybody' satisfies PublicTo);
/** The same of a route that no browser asks: whoever asks proves what they may in the request itself, and no cookie counts. */
export const PublicToMachines = () => SetMetadata(PUBLIC, 'machines' satisfies PublicTo);
