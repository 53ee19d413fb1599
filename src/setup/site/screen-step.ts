/** The screen of security risks, and the scheme that makes it theirs. */
import { listFieldIds } from '../../jira/field';
import { createScreen, fieldsOnScreen, listScreens, putOnScreen, renameScreen } from '../../jira/screen';
import { changeScreenScheme, createScreenScheme, listScreenSchemes } from '../../jira/screen-scheme';
import { FIELDS } from '../../domain/site-setup';
import { isStoryField, RISK_SCREEN } from '../needed';
import { screenSchemeStanding, screenStanding } from '../object-standing';
import { riskFieldIds, wantedOnScreen } from '../risk-screen';
import { done, StepRefusal, type StepContext, type StepOutcome } from '../step-context';
import { stepName, type SiteStep } from '../step-name';
import { finish, settle, type StepOrder } from './settle';

const SCREEN: SiteStep = { part: 'screen' };
const SCHEME: SiteStep = { part: 'screenScheme' };
const { description } = RISK_SCREEN;

export async function screenStep(context: StepContext, order: StepOrder): Promise<StepOutcome> {
  const { jira } = context;
  if (riskFieldIds(context.record()).length < FIELDS.filter((field) => !isStoryField(field)).length) {
    throw new StepRefusal('not-set-up');
  }
  const there = await listScreens(jira);
  const { object, result } = await settle(context, SCREEN, order, {
    there,
    standing: screenStanding(there, context.record()),
    make: (name) => createScreen(jira, { name, description }),
    recorded: (record, { id }) => ({ ...record, screenId: id }),
    rename: ({ id }, name) => renameScreen(jira, id, name),
  });
  const [fields, onScreen] = await Promise.all([listFieldIds(jira), fieldsOnScreen(jira, object.id)]);
  // On a finished screen only ours are put back: what an admin did about the others is theirs to decide.
  const isNew = context.record().begun.includes(stepName(SCREEN));
  const wanted = isNew
    ? wantedOnScreen(fields, context.record())
    : riskFieldIds(context.record()).filter((id) => fields.has(id));
  const missing = wanted.filter((id) => !onScreen.has(id));
  if (missing.length > 0) await putOnScreen(jira, object.id, missing);
  await finish(context, SCREEN);
  return done(result === 'alreadyRight' && missing.length > 0 ? 'repaired' : result);
}

export async function screenSchemeStep(context: StepContext, order: StepOrder): Promise<StepOutcome> {
  const { jira } = context;
  const { screenId } = context.record();
  if (screenId === undefined) throw new StepRefusal('not-set-up');
  const there = await listScreenSchemes(jira);
  const { result } = await settle(context, SCHEME, order, {
    there,
    standing: screenSchemeStanding(there, context.record()),
    make: async (name) => {
      const id = await createScreenScheme(jira, { name, description, screenId });
      return { id, name, description, screenIds: [screenId] };
    },
    recorded: (record, { id }) => ({ ...record, screenSchemeId: id }),
    rename: ({ id }, name) => changeScreenScheme(jira, { id, name, screenId }),
  });
  await finish(context, SCHEME);
  return done(result);
}
