/**
 * The steps by hand in a team-managed project, in the words that Jira's own settings use. Pure.
 */
import type { GuideStep } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill } from '../strings/fill';
import { optionWords } from './happens';

const words = setUp.guide;

/** "Add the field “Security relevance” to every type of story" */
export function guideWords({ task }: GuideStep): string {
  return task.kind === 'issueType'
    ? fill(words.issueType, { name: task.name })
    : fill(words.field, { name: task.name, on: words.on[task.on] });
}

/** What stands below a step: how to do it, what is missing, what is wrong. Empty where nothing needs saying. */
export function guideDetail({ task, state, missing = [] }: GuideStep): string {
  if (state === 'done' || task.kind === 'issueType') return '';
  if (state === 'missingOptions') return fill(words.missingOptions, { options: missing.join(', ') });
  const how = howToAdd(task);
  return state === 'wrongKind' ? fill(words.wrongKind, { instead: how }) : how;
}

/** The site's own field is the easier way; a new one of the project's own works too, except for people. */
function howToAdd({ fieldKind, options }: { readonly fieldKind: string; readonly options: readonly string[] }): string {
  if (fieldKind === 'user') return words.pickOnly;
  const kind = kindOf(fieldKind);
  return options.length === 0
    ? fill(words.pickOrMake, { kind })
    : fill(words.pickOrMakeOptions, { kind, options: optionWords(options) });
}

function kindOf(fieldKind: string): string {
  const known: Readonly<Record<string, string>> = words.kinds;
  return (Object.hasOwn(known, fieldKind) ? known[fieldKind] : undefined) ?? words.kinds.other;
}
