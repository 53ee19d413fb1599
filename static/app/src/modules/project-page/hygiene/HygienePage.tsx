import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { HYGIENE_RULES } from '../../../../../../src/domain/hygiene';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import { permissionsOnProject } from '../../../../../../src/jira/permission';
import type { HygieneBasis } from '../../../../../../src/reads/hygiene-view';
import { jiraAsViewer } from '../../../shared/bridge';
import { ReadOnlyNote } from '../../../shared/panel/ReadOnlyNote';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { plural } from '../../../shared/strings/fill';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import { HygieneStore } from './hygiene-store';
import { ruleNamed, standingOf, totalOf } from './hygiene-state';
import { portsOf } from './ports';
import { RuleItem } from './RuleItem';
import styles from './hygiene.module.css';

/** What the viewer may do in the project; Jira still checks each risk. */
export interface HygieneRights {
  readonly edit: boolean;
  readonly link: boolean;
  readonly move: boolean;
}

/** The nine rules, one open at a time: the one that the address names, else the first that finds something. */
export function HygienePage({
  basis,
  projectKey,
  changedBefore,
  within,
  onWithin,
  onLookAgain,
}: {
  readonly basis: HygieneBasis;
  readonly projectKey: string;
  readonly changedBefore: readonly string[];
  readonly within: string;
  readonly onWithin: (within: string) => void;
  /** Looks again from the start; these were changed from this page. */
  readonly onLookAgain: (changedIds: readonly string[]) => void;
}) {
  const [store] = useState(() => new HygieneStore(portsOf(basis), changedBefore));
  const state = useSyncExternalStore(store.subscribe, store.state);
  useEffect(() => store.begin(), [store]);
  const rights = useRights(basis);

  const { ways } = store.ports;
  const standings = HYGIENE_RULES.map((rule) => standingOf(state, rule, ways[rule]));
  const total = totalOf(standings);
  const [closed, setClosed] = useState(false);
  const first = useFirstFound(standings.map(({ count }) => count));
  const open = ruleNamed(within) ?? (closed ? undefined : first);
  const toggle = (rule: HygieneRule) => {
    const closes = rule === open;
    setClosed(closes);
    onWithin(closes ? '' : rule);
  };

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.headings}>
          <h2 className={styles.heading}>{words.heading}</h2>
          <p className={styles.intro}>{words.intro}</p>
        </div>
        <Button iconBefore={RefreshIcon} onClick={() => onLookAgain(store.changedIds())}>
          {words.refresh}
        </Button>
      </div>
      <p className={styles.total}>
        <Total {...total} /> {words.mine}
      </p>
      <LiveText>{total.counting ? words.counting : totalWords(total)}</LiveText>
      {rights !== undefined && !rights.edit ? <ReadOnlyNote>{words.readOnly}</ReadOnlyNote> : null}
      <ul className={styles.rules} aria-label={words.rulesLabel}>
        {HYGIENE_RULES.map((rule, index) => {
          const standing = standings[index];
          return standing === undefined ? null : (
            <RuleItem
              key={rule}
              rule={rule}
              way={ways[rule]}
              standing={standing}
              open={rule === open}
              onToggle={toggle}
              store={store}
              basis={basis}
              projectKey={projectKey}
              rights={rights}
            />
          );
        })}
      </ul>
    </div>
  );
}

type TotalOf = ReturnType<typeof totalOf>;

function Total(total: TotalOf) {
  return <b>{total.counting && total.findings === 0 ? `${words.counting} …` : totalWords(total)}</b>;
}

function totalWords({ findings, rules, atLeast }: TotalOf): string {
  if (findings === 0 && !atLeast) return words.tidy;
  const counted = plural(atLeast ? words.foundAtLeast : words.found, findings);
  return findings === 0 ? `${counted}.` : `${counted} ${plural(words.inRules, rules, { all: HYGIENE_RULES.length })}.`;
}

/** The first rule that finds something, once all before it were counted; it stays, whatever is put right in it. */
function useFirstFound(counts: readonly (number | undefined)[]): HygieneRule | undefined {
  const [found, setFound] = useState<HygieneRule>();
  const at = counts.findIndex((count) => count === undefined || count > 0);
  const rule = at === -1 || counts[at] === undefined ? undefined : HYGIENE_RULES[at];
  if (found === undefined && rule !== undefined) setFound(rule);
  return found;
}

/** `undefined` while they are on their way, and where Jira did not tell: nothing is offered then. */
function useRights({ project }: HygieneBasis): HygieneRights | undefined {
  const [rights, setRights] = useState<HygieneRights>();
  const { projectId } = project;
  useEffect(() => {
    let left = false;
    permissionsOnProject(jiraAsViewer, projectId, ['EDIT_ISSUES', 'LINK_ISSUES', 'TRANSITION_ISSUES']).then(
      (may) => {
        if (left) return;
        setRights({ edit: may.has('EDIT_ISSUES'), link: may.has('LINK_ISSUES'), move: may.has('TRANSITION_ISSUES') });
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [projectId]);
  return rights;
}
