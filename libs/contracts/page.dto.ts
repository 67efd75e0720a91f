import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { failsAs, IsVerbatim } from './text.decorators.js';

/** How many of a list are asked for. */
export class LimitQuery {
  /** Most items to answer with. */
  @Optional()
  @Type(() => Number)
  @IsInt(failsAs('invalid'))
  @Min(1, failsAs('too_small'))
  @Max(LIMITS.pageSize.max, failsAs('too_big'))
  limit?: number;
}

/** How lists are asked for: a page at a time, by the opaque cursor of the page before. */
export class PageQuery extends LimitQuery {
  /** `nextCursor` of the page before; an unusable one is refused. */
  @Optional()
  @IsVerbatim({ min: 1, max: 400 })
  cursor?: string;
}
