import { useState } from 'react';
import { change } from '../../jira/calls';
import { classes } from '../../parts/classes';
import { Icon } from '../../parts/icon';
import { StatusLozenge, statusTone } from '../../parts/lozenge';
import { MenuItem, Popup } from '../../parts/menu';
import { Message } from '../../parts/message';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

export function StatusMenu({ data, onChanged }: { data: IssueData; onChanged: () => void }) {
  const { issue, transitions, rights } = data;
  const [problem, setProblem] = useState<string>();
  const status = issue.fields.status;
  if (status === undefined) return null;
  const move = async (transitionId: string) => {
    try {
      await change.status(issue.key, transitionId);
      setProblem(undefined);
      onChanged();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const toned = classes(styles.status, styles[statusTone(status)]);
  if (!rights.has('TRANSITION_ISSUES') || transitions.length === 0) {
    return (
      <p>
        <span className={classes(toned, styles.fixed)}>{status.name}</span>
      </p>
    );
  }
  return (
    <div>
      <Popup
        kind="menu"
        label="Change status"
        opener={(props) => (
          <button type="button" className={toned} aria-label={`Status: ${status.name}. Change`} {...props}>
            {status.name}
            <Icon name="down" small />
          </button>
        )}
      >
        {(close) =>
          transitions.map((transition) => (
            <MenuItem
              key={transition.id}
              onSelect={() => {
                close();
                void move(transition.id);
              }}
            >
              {transition.name !== transition.to.name && <span>{transition.name}</span>}
              <StatusLozenge status={transition.to} />
            </MenuItem>
          ))
        }
      </Popup>
      {problem !== undefined && <Message kind="danger" title={problem} />}
    </div>
  );
}
