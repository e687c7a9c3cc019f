import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'selvedge:public';
/** This route answers anybody. All others want a token. */
export const Public = () => SetMetadata(PUBLIC, true);
