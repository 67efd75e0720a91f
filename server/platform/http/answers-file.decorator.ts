import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { Refuses } from './refuses.decorator.js';

/** Documents a route that answers by `sendFile`: whole, in part, or not again. */
export function AnswersFile(mime: string): MethodDecorator {
  const content = { [mime]: { schema: { type: 'string', format: 'binary' } } };
  return applyDecorators(
    ApiResponse({ status: 200, description: 'The file.', content }),
    ApiResponse({ status: 206, description: 'The part that `Range` asks for.', content }),
    ApiResponse({ status: 304, description: 'The reader has it: `If-None-Match` is its `ETag`.' }),
    Refuses('gone', 'range_unsatisfiable'),
  );
}
