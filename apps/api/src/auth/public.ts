import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'selvedge:public';
/** This route answers anybody. All others want a token. */
export const Public = () => SetMetadata(PUBLIC, true);

export const FROM_ANYWHERE = 'selvedge:from-anywhere';
/** This public route begins nothing in a browser: it may be asked from any page, and by programs. */
export const FromAnywhere = () => SetMetadata(FROM_ANYWHERE, true);
