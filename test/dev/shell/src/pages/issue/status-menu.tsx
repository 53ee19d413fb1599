import { useState } from 'react';
import { change } from '../../jira/calls';
import type { Transition } from '../../jira/shapes';
import { Button } from '../../parts/button';
import { classes } from '../../parts/classes';
import { Icon } from '../../parts/icon';
import { StatusLozenge, statusTone } from '../../parts/lozenge';
import { MenuItem, Popup } from '../../parts/menu';
import { Message } from '../../parts/message';
import type { IssueData } from './issue-page';
import styles from './issue.module.css';

export function StatusMenu({ data, onChanged }: { data: IssueData; onChanged: () => void }) {
  const { issue, transitions, rights } = data;
  const [refused, setRefused] = useState<{ readonly to: string; readonly why: string }>();
  const status = issue.fields.status;
  if (status === undefined) return null;
  const move = async (transition: Transition) => {
    try {
      await change.status(issue.key, transition.id);
      setRefused(undefined);
      onChanged();
    } catch (error) {
      // Jira says what its validators say; it stays until the next try, because it may be several sentences long.
      setRefused({ to: transition.to.name, why: error instanceof Error ? error.message : String(error) });
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
                void move(transition);
              }}
            >
              {transition.name !== transition.to.name && <span>{transition.name}</span>}
              <StatusLozenge status={transition.to} />
            </MenuItem>
          ))
        }
      </Popup>
      {refused !== undefined && (
        <div className={styles.refused}>
          <Message
            kind="danger"
            title={`${issue.key} stays in ${status.name}: Jira refused the move to ${refused.to}.`}
            actions={
              <Button small onClick={() => setRefused(undefined)}>
                Close
              </Button>
            }
          >
            {refused.why}
          </Message>
        </div>
      )}
    </div>
  );
}
