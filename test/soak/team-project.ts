/** What somebody does by hand in a team-managed project before Shift-Up can be added to it: everything that the guide names. */
import { FIELDS } from '../../src/domain/site-setup';
import { NEEDED_FIELDS, RISK_TYPE } from '../../src/setup/needed';
import { teamManaged } from '../local-jira/by-hand/index';
import type { LocalJira } from '../local-jira/index';
import type { Key } from '../fixtures/site';

const KIND = {
  select: 'dropdown',
  user: 'people',
  date: 'date',
  paragraph: 'paragraph',
  labels: 'labels',
  url: 'url',
} as const;

export function doByHand(state: LocalJira['state'], { id }: Pick<Key, 'id'>): void {
  const hand = teamManaged(state, id);
  const story = hand.types().find(({ name }) => name === 'Story');
  const risk = hand.addIssueType({ name: RISK_TYPE.name });
  for (const field of FIELDS) {
    const { name, kind, options = [] } = NEEDED_FIELDS[field];
    const isOfStories = field === 'securityRelevance' || field === 'relevanceReason';
    const type = isOfStories ? story : risk;
    if (type === undefined) throw new Error('a team-managed project without stories');
    hand.addField(type.id, { name, type: KIND[kind], options: options.map(({ value }) => value) });
  }
}
