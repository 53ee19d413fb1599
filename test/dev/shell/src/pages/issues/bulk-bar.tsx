import { useState } from 'react';
import { transitions } from '../../jira/calls';
import type { Issue } from '../../jira/shapes';
import { Button } from '../../parts/button';
import { StatusLozenge } from '../../parts/lozenge';
import { MenuItem, Popup } from '../../parts/menu';
import { useLoad } from '../../site/load';
import { changeAll, type BulkChange, type BulkOutcome } from './bulk-change';
import styles from './issue-table.module.css';

const RELEVANCES = [
  { name: 'Relevant', value: 'Relevant' },
  { name: 'Not relevant', value: 'Not relevant' },
  { name: 'Empty', value: undefined },
] as const;

/** What can be done to the ticked issues. The statuses offered are those that the first of them can go to. */
export function BulkBar({
  chosen,
  relevance,
  onChanged,
  onClear,
}: {
  /** At least one. */
  chosen: readonly Issue[];
  /** Id of the field Security relevance, where the site has it. */
  relevance: string | undefined;
  onChanged: (outcome: BulkOutcome) => void;
  onClear: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const first = chosen[0]?.key ?? '';
  const ways = useLoad(first, () => transitions(first));
  const run = async (wanted: BulkChange) => {
    setBusy(true);
    onChanged(await changeAll(chosen, wanted));
  };
  if (busy) return <p role="status">Changing {chosen.length} work items …</p>;
  return (
    <div className={styles.bulk} role="group" aria-label="Change the selected work items">
      <b role="status">{chosen.length} selected</b>
      <Popup kind="menu" label="Move to" opener={(props) => <Button {...props}>Move to …</Button>}>
        {(close) =>
          ways.state === 'ready' &&
          ways.value.map(({ id, to }) => (
            <MenuItem
              key={id}
              onSelect={() => {
                close();
                void run({ kind: 'move', to });
              }}
            >
              <StatusLozenge status={to} />
            </MenuItem>
          ))
        }
      </Popup>
      {relevance !== undefined && (
        <Popup
          kind="menu"
          label="Security relevance"
          opener={(props) => <Button {...props}>Security relevance …</Button>}
        >
          {(close) =>
            RELEVANCES.map(({ name, value }) => (
              <MenuItem
                key={name}
                onSelect={() => {
                  close();
                  void run({ kind: 'relevance', fieldId: relevance, value });
                }}
              >
                {name}
              </MenuItem>
            ))
          }
        </Popup>
      )}
      <Button look="subtle" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
