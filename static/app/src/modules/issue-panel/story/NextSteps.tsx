import AddIcon from '@atlaskit/icon/core/add';
import LinkIcon from '@atlaskit/icon/core/link';
import ListIcon from '@atlaskit/icon/core/list-bulleted';
import type { ReactNode } from 'react';
import { panel } from '../../../shared/strings/en-panel';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './checks.module.css';
import { CRITERIA_WAY } from './use-criteria';
import type { Ways } from './ways';

/** Right after “Relevant”: what answers it, while the viewer is still at it. */
export function NextSteps({ ways, hasCriteria }: { readonly ways: Ways; readonly hasCriteria: boolean }) {
  const words = panel.next;
  return (
    <div className={styles.next}>
      <h3 className={panelStyles.heading}>{words.title}</h3>
      <Step icon={<LinkIcon label="" />} title={words.link} why={words.linkWhy} onClick={ways.link} />
      <Step icon={<AddIcon label="" />} title={words.enabler} why={words.enablerWhy} onClick={ways.enabler} />
      <Step
        id={CRITERIA_WAY}
        icon={<ListIcon label="" />}
        title={words.criteria}
        why={hasCriteria ? words.criteriaMore : words.criteriaWhy}
        onClick={ways.criteria}
      />
      <p className={panelStyles.help}>{words.later}</p>
    </div>
  );
}

function Step({
  id,
  icon,
  title,
  why,
  onClick,
}: {
  readonly id?: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly why: string;
  readonly onClick: (() => void) | undefined;
}) {
  if (onClick === undefined) return null;
  return (
    <button type="button" id={id} className={styles.step} onClick={onClick}>
      <span>{icon}</span>
      <span>
        <b>{title}</b>
        <small>{why}</small>
      </span>
    </button>
  );
}
