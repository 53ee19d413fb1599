/**
 * Own reasons for "not relevant": each is an option of the field Relevance reason, made when it is first saved. A reason
 * that is taken out of the settings stays an option in Jira, because issues may use it.
 */
import type { OwnReason, ReasonChoice } from '../domain/project-settings';
import type { SettingsMistake } from '../domain/settings-mistakes';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { addOptions, globalContextOf, listOptions, type FieldOption } from '../jira/field-option';
import { optionsOnForm } from '../jira/form-option';
import type { JiraRequest } from '../jira/request';

/** False where the field belongs to a team-managed project: no call adds an option to it. */
export function reasonsAreSiteWide(site: SiteSetup, project: Pick<ProjectSetup, 'own'> | undefined): boolean {
  const { fields, missingFields } = setupOf(site, project);
  return fields.relevanceReason === site.fields.relevanceReason && !missingFields?.includes('relevanceReason');
}

export interface SettledReasons {
  /** Every own reason with its option, and with the words that the option has in Jira. */
  readonly reasons: readonly ReasonChoice[];
  readonly mistakes: readonly SettingsMistake[];
}

/**
 * Finds the option of every own reason and makes those that are missing, unless some reason has none and cannot get one:
 * then nothing is made. Repeating it makes nothing twice, also after a lost answer.
 * @param app as the app; the caller has checked that the person administers the project.
 * @throws JiraError
 */
export async function settleReasons(
  app: JiraRequest,
  site: SiteSetup,
  project: Pick<ProjectSetup, 'projectId' | 'storyTypeIds' | 'own'>,
  reasons: readonly ReasonChoice[],
): Promise<SettledReasons> {
  if (!reasons.some(({ kind }) => kind === 'own')) return { reasons, mistakes: [] };
  const select = await readSelect(app, site, project);
  const ours = new Set(Object.values(setupOf(site, project).options.relevanceReason));
  const mistakes = reasons.flatMap((reason, index): SettingsMistake[] => {
    if (reason.kind === 'standard') return [];
    const option = optionFor(reason, select.options);
    if (option !== undefined && ours.has(option.id)) return [{ at: 'reasons', mistake: 'reserved', index }];
    const mayBeMade = select.add !== undefined && reason.optionId === '';
    return option === undefined && !mayBeMade ? [{ at: 'reasons', mistake: 'noOption', index }] : [];
  });
  if (mistakes.length > 0) return { reasons, mistakes };
  const options = await withMissing(select, reasons);
  const settled = reasons.map((reason): ReasonChoice => {
    const option = reason.kind === 'own' ? optionFor(reason, options) : undefined;
    return option === undefined ? reason : { kind: 'own', optionId: option.id, text: option.value };
  });
  return { reasons: settled, mistakes: sameOptions(settled) };
}

/** One reason by its option, another by the words that the option has by now. */
function sameOptions(reasons: readonly ReasonChoice[]): readonly SettingsMistake[] {
  const ids = reasons.map((reason) => (reason.kind === 'own' ? reason.optionId : undefined));
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index ? [{ at: 'reasons', mistake: 'repeated', index } as const] : [],
  );
}

interface Select {
  readonly options: readonly FieldOption[];
  /** Adds options and answers with all there are; missing where only a person can. */
  readonly add?: (texts: readonly string[]) => Promise<readonly FieldOption[]>;
}

async function readSelect(
  app: JiraRequest,
  site: SiteSetup,
  project: Pick<ProjectSetup, 'projectId' | 'storyTypeIds' | 'own'>,
): Promise<Select> {
  const { fields, missingFields } = setupOf(site, project);
  const fieldId = fields.relevanceReason;
  if (reasonsAreSiteWide(site, project)) {
    const contextId = await globalContextOf(app, fieldId, 'Relevance reason: everywhere');
    const list = () => listOptions(app, fieldId, contextId);
    return {
      options: await list(),
      add: async (texts) => {
        try {
          await addOptions(app, fieldId, contextId, texts);
        } catch (error) {
          // Somebody was faster, or the answer was lost: whether the options are there can be seen.
          if (!(error instanceof JiraError) || !MAY_BE_THERE.has(error.kind)) throw error;
          const options = await list();
          if (texts.every((text) => options.some(({ value }) => isSameText(value, text)))) return options;
          throw error;
        }
        return list();
      },
    };
  }
  const [issueTypeId] = project.storyTypeIds;
  if (issueTypeId === undefined || missingFields?.includes('relevanceReason')) return { options: [] };
  return { options: await optionsOnForm(app, { projectId: project.projectId, issueTypeId }, fieldId) };
}

const MAY_BE_THERE: ReadonlySet<string> = new Set(['refused', 'conflict', 'unavailable', 'unexpectedAnswer']);

async function withMissing(select: Select, reasons: readonly ReasonChoice[]): Promise<readonly FieldOption[]> {
  const missing = reasons.flatMap((reason) => {
    return reason.kind === 'own' && optionFor(reason, select.options) === undefined ? [reason.text.trim()] : [];
  });
  return missing.length === 0 || select.add === undefined ? select.options : select.add(missing);
}

/** By id once it is known; by its words before that. */
function optionFor({ optionId, text }: OwnReason, options: readonly FieldOption[]): FieldOption | undefined {
  return options.find(({ id, value }) => (optionId === '' ? isSameText(value, text) : id === optionId));
}

/** As Jira compares the options of one field. */
function isSameText(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
