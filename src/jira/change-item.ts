/**
 * One field of one change, as Jira's histories have it in every answer.
 */
import * as v from 'valibot';

/** Empty where Jira says nothing. */
export const changeItemSchema = v.object({
  fieldId: v.optional(v.string(), ''),
  from: v.nullish(v.string(), ''),
  fromString: v.nullish(v.string(), ''),
  to: v.nullish(v.string(), ''),
  // Where Jira sent none, this name is a function that every object has.
  toString: v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' ? value : '')),
  ),
});
