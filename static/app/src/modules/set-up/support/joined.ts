import type { SupportView } from '../../../../../../src/contract/support';

/** Two portions of projects as one; of the site, what the first one says. Pure. */
export function joined(first: SupportView, then: SupportView): SupportView {
  const { next: _before, ...view } = first;
  return {
    ...view,
    projects: [...view.projects, ...then.projects],
    queues: [...view.queues, ...then.queues.filter(({ projectId }) => projectId !== undefined)],
    unreadable: [...new Set([...view.unreadable, ...then.unreadable])],
    ...(then.next === undefined ? {} : { next: then.next }),
  };
}
