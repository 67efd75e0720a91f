import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Refuses } from './refuses.decorator.js';

/** A route that takes a form with exactly one part `file`, a picture of at most 10 MiB and 40 megapixels. */
export function TakesPicture(): MethodDecorator {
  const properties = { file: { type: 'string', format: 'binary' } };
  return applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', required: ['file'], properties } }),
    Refuses('rate_limited', 'file_unusable'),
  );
}
