import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { HealthItem, ProjectName } from '../../../../../src/contract/set-up';
import { openSecuritySettings } from '../bridge';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { fixWords, healthDetail, healthOrder, lookOf, objectName } from './health-words';
import type { HealthLook } from './health-words';
import { Lozenge } from './Lozenge';
import type { LozengeLook } from './Lozenge';
import { Mark } from './Marks';
import type { MarkName } from './Marks';
import { useProjectNames } from './use-project-names';
import styles from './health.module.css';

const words = setUp.health;

/** Faults first; what is right is folded into one line. */
export function HealthTable({
  items,
  project,
  onFix,
}: {
  readonly items: readonly HealthItem[];
  readonly project: ProjectName | undefined;
  readonly onFix: (step: string) => void;
}) {
  const [whole, setWhole] = useState(false);
  const faults = healthOrder(items).filter(({ state }) => state !== 'right');
  const right = items.filter(({ state }) => state === 'right');
  const names = useProjectNames([...new Set(items.flatMap(({ projectId }) => projectId ?? []))]);
  const keys = new Map(project === undefined ? names.map(({ id, key }) => [id, key]) : []);
  return (
    <>
      {faults.length === 0 ? (
        <p className={styles.allRight}>
          <Mark name="done" />
          {words.allRight}
        </p>
      ) : null}
      {faults.length > 0 || whole ? (
        <div className={styles.tableFrame}>
          <table className={styles.table}>
            <caption>{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.object}</th>
                <th scope="col">{words.columns.state}</th>
                <th scope="col">{words.columns.detail}</th>
                <th scope="col">{words.columns.fix}</th>
              </tr>
            </thead>
            <tbody>
              {[...faults, ...(whole ? right : [])].map((item, index) => (
                <Row key={`${item.step} ${item.state} ${index}`} item={item} keys={keys} onFix={onFix} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className={styles.below}>
        {right.length === 0 ? null : (
          <button type="button" className={styles.textButton} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? words.hideRight : plural(faults.length === 0 ? words.showAllRight : words.showRight, right.length)}
          </button>
        )}
        {faults.length === 0 ? null : <p className={styles.help}>{words.help}</p>}
      </div>
    </>
  );
}

const LOOKS: Readonly<Record<HealthLook, readonly [LozengeLook, MarkName]>> = {
  right: ['success', 'alreadyRight'],
  changed: ['warning', 'conflict'],
  missing: ['danger', 'failed'],
};

function Row({
  item,
  keys,
  onFix,
}: {
  readonly item: HealthItem;
  /** Keys of projects by id; empty on a project's own page, where everything is of that project. */
  readonly keys: ReadonlyMap<string, string>;
  readonly onFix: (step: string) => void;
}) {
  const { state, fix, kind, projectId } = item;
  const [look, mark] = LOOKS[lookOf(state)];
  const key = projectId === undefined ? undefined : keys.get(projectId);
  const named = objectName(item);
  const object =
    key === undefined || kind === 'project' || kind === 'gate'
      ? named
      : fill(words.objects.inProject, { object: named, key });
  return (
    <tr>
      <th scope="row">{object}</th>
      <td>
        <Lozenge look={look} mark={mark}>
          {words.states[state]}
        </Lozenge>
      </td>
      <td>{healthDetail(item)}</td>
      <td className={styles.fix}>
        {state !== 'right' && fix !== undefined ? (
          <Button
            spacing="compact"
            aria-label={fill(words.fixLabel, { fix: fixWords(state), object })}
            onClick={() => onFix(fix)}
          >
            {fixWords(state)}
          </Button>
        ) : null}
        {state !== 'right' && fix === undefined && kind === 'gate' && key !== undefined ? (
          <Button
            spacing="compact"
            aria-label={fill(words.gateSettingsLabel, { key })}
            onClick={() => void openSecuritySettings(key)}
          >
            {words.gateSettings}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
