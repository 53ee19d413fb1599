/**
 * What may come in about security risks. Anything not listed in a payload is dropped.
 */
import * as v from 'valibot';
import { isIsoDay } from '../domain/day';
import { TREATMENTS } from '../domain/site-setup';
import { id, rating } from './payloads';

/** Risks changed in one call: each is a write, and a function has 25 s. */
const RISKS_MAX = 50;
/** Far below what Jira takes for a comment or a paragraph; enough for what somebody reads. */
const TEXT_MAX = 10_000;

/** Of a person, as Jira writes it: letters, digits, and a few marks in older ones. */
export const accountId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:_-]{1,128}$/));
export const isoDay = v.custom<string>(isIsoDay);
export const score = v.object({ likelihood: rating, impact: rating });

/** Text of several lines; other control characters are refused, as Jira does. */
const lines = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(TEXT_MAX),
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  v.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/),
);
export const note = v.pipe(lines, v.minLength(1));

export const riskIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(RISKS_MAX));

export const riskChanges = v.pipe(
  v.object({
    owner: v.exactOptional(v.nullable(accountId)),
    treatment: v.exactOptional(v.nullable(v.picklist(TREATMENTS))),
    nextReview: v.exactOptional(v.nullable(isoDay)),
    // An empty text empties the field.
    businessImpact: v.exactOptional(
      v.nullable(
        v.pipe(
          lines,
          v.transform((text) => (text === '' ? null : text)),
        ),
      ),
    ),
    inherent: v.exactOptional(score),
    residual: v.exactOptional(score),
  }),
  v.check((changes) => Object.keys(changes).length > 0),
);
