/**
 * What a board hands to its action. Atlassian does not document it, so every part may be missing or have another type.
 */
import * as v from 'valibot';
import { isNumericId, isProjectKey } from '../../../../../src/domain/identifiers';
import type { PageContext } from '../../shared/bridge';

export interface BoardProject {
  readonly id: string;
  /** Empty when the host did not tell. */
  readonly key: string;
}

const extensionSchema = v.object({
  project: v.object({
    id: v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(String),
      v.check((id) => isNumericId(id)),
    ),
    key: v.fallback(
      v.pipe(
        v.string(),
        v.check((key) => isProjectKey(key)),
      ),
      '',
    ),
  }),
});

/** The project the board stands in; `undefined` for a board of several projects or of a person. */
export function projectOf(context: PageContext): BoardProject | undefined {
  const parsed = v.safeParse(extensionSchema, context.extension);
  return parsed.success ? parsed.output.project : undefined;
}
