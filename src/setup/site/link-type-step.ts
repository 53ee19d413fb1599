/** One type of links. */
import type { LinkTypeName } from '../../domain/site-setup';
import { changeLinkType, createLinkType, listLinkTypes } from '../../jira/link-type';
import { siteIssueTypes } from '../found';
import { linkWordsBeside } from '../link-words';
import { NEEDED_LINK_TYPES } from '../needed';
import { isReinstallation, linkTypeStanding } from '../object-standing';
import { done, type StepContext, type StepOutcome } from '../step-context';
import type { SiteStep } from '../step-name';
import { finish, settle, type StepOrder } from './settle';

export async function linkTypeStep(
  context: StepContext,
  linkType: LinkTypeName,
  order: StepOrder,
): Promise<StepOutcome> {
  const { jira } = context;
  const step: SiteStep = { part: 'linkType', linkType };
  const [there, issueTypes] = await Promise.all([listLinkTypes(jira), siteIssueTypes(jira)]);
  const needed = NEEDED_LINK_TYPES[linkType];
  const { object, origin, result } = await settle(context, step, order, {
    there,
    standing: linkTypeStanding(linkType, there, context.record(), isReinstallation(issueTypes, context.record())),
    make: (name) => createLinkType(jira, { name, ...linkWordsBeside(linkType, there, undefined) }),
    recorded: (record, made) => ({ ...record, linkTypes: { ...record.linkTypes, [linkType]: made } }),
    canServe: ({ outward, inward }) => outward === needed.outward && inward === needed.inward,
    rename: (type, name) => changeLinkType(jira, { ...type, name }),
  });
  const recorded = context.record().linkTypes[linkType];
  const words = recorded === undefined ? object : { outward: recorded.outward, inward: recorded.inward };
  const readsOtherwise = object.outward !== words.outward || object.inward !== words.inward;
  if (readsOtherwise && origin === 'chosen') {
    // Theirs is not ours to change; what it reads now is what queries have to ask for.
    await context.save((record) => ({ ...record, linkTypes: { ...record.linkTypes, [linkType]: object } }));
  } else if (readsOtherwise) {
    await changeLinkType(jira, {
      ...object,
      ...words,
      name: context.record().linkTypes[linkType]?.name ?? object.name,
    });
  }
  await finish(context, step);
  return done(result === 'alreadyRight' && readsOtherwise ? 'repaired' : result);
}
