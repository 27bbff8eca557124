import Type from 'typebox';
import type { Copy } from '../../claims/copy.ts';
import { object, oneOf, orNull, SpanSchema, text, textOrNull } from './parts.ts';
import type { Same } from './same.ts';

const two = <T>(items: object) =>
  Type.Unsafe<T>({ type: 'array', items, minItems: 2, maxItems: 2 } as Record<string, unknown>);

export const CopySchema = object({
  a: text(),
  b: text(),
  kind: oneOf(['same text', 'copy', 'excerpt', 'rewrite']),
  from: textOrNull('The one copied from; null where credit and time do not establish it.'),
  containment: two<Copy['containment']>({ type: 'number' }),
  shared: Type.Array(two<Copy['shared'][number]>(SpanSchema)),
  evidence: Type.Array(
    object({
      kind: oneOf(['credit', 'byline', 'dateline', 'address', 'third party', 'time']),
      document: text(),
      span: orNull(SpanSchema),
      words: text(),
    }),
  ),
});
export const copyFits: Same<typeof CopySchema, Copy> = true;
