import { useEffect, useId, useState } from 'react';
import { ForgePage } from '../../module/forge-page';
import { Icon } from '../../parts/icon';
import { Lozenge } from '../../parts/lozenge';
import type { Tone } from '../../parts/lozenge';
import type { Badge, ForgeModule } from '../../site/contract';
import { useNavigation } from '../../site/navigation';
import { server } from '../../site/server';
import { useSession } from '../../site/session';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

const TONES: Readonly<Record<Badge['type'], Tone>> = {
  default: 'default',
  inprogress: 'information',
  moved: 'warning',
  new: 'discovery',
  removed: 'danger',
  success: 'success',
};

/** The app's panels of the issue view (jira:issueContext), each with the badge its function draws. */
export function ContextPanels({ data, onAppChanged }: { data: IssueData; onAppChanged: () => void }) {
  const { modules } = useSession();
  return modules
    .filter(({ type }) => type === 'jira:issueContext')
    .map((module) => <ContextPanel key={module.key} module={module} data={data} onAppChanged={onAppChanged} />);
}

function ContextPanel({
  module,
  data,
  onAppChanged,
}: {
  module: ForgeModule;
  data: IssueData;
  onAppChanged: () => void;
}) {
  const { issue, round } = data;
  const { issuetype, project } = issue.fields;
  const { projects, user } = useSession();
  const { place } = useNavigation();
  const [open, setOpen] = useState(place.query.get('panel') !== 'closed');
  const [badge, setBadge] = useState<Badge | null>(null);
  const body = useId();
  const extension = {
    type: 'jira:issueContext',
    issue: { id: issue.id, key: issue.key, type: issuetype?.name ?? '', typeId: issuetype?.id ?? '' },
    project: {
      id: project?.id ?? '',
      key: project?.key ?? '',
      type: projects.find(({ id }) => id === project?.id)?.type ?? 'software',
    },
  };
  const asked = JSON.stringify([module.key, extension, user.accountId]);
  useEffect(() => {
    if (!module.hasBadge) return undefined;
    let current = true;
    server.badge(module.key, extension).then(
      (drawn) => current && setBadge(drawn),
      () => current && setBadge(null),
    );
    return () => {
      current = false;
    };
    // `asked` stands for module, extension and person; `round` for a change of the issue.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, round]);
  return (
    <section className={styles.panel}>
      <h2>
        <button
          type="button"
          className={styles.panelHead}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} />
          {module.title}
          {badge !== null && (
            <span className={styles.badge}>
              <Lozenge tone={TONES[badge.type]}>{badge.label}</Lozenge>
            </span>
          )}
        </button>
      </h2>
      <div id={body} hidden={!open} className={styles.panelBody}>
        {open && <ForgePage module={module} extension={extension} onRefresh={onAppChanged} />}
      </div>
    </section>
  );
}
