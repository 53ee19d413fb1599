import AddIcon from '@atlaskit/icon/core/add';
import LinkIcon from '@atlaskit/icon/core/link';
import type { ReactNode } from 'react';
import { panel } from '../../../shared/strings/en-panel';
import panelStyles from '../parts/panel.module.css';
import type { Linking } from './Checks';
import styles from './checks.module.css';

/** Right after “Relevant”: what answers it, while the viewer is still at it. */
export function NextSteps({ linking }: { readonly linking: Linking }) {
  return (
    <div className={styles.next}>
      <h3 className={panelStyles.heading}>{panel.next.title}</h3>
      <Step icon={<LinkIcon label="" />} title={panel.next.link} why={panel.next.linkWhy} onClick={linking.link} />
      <Step icon={<AddIcon label="" />} title={panel.next.create} why={panel.next.createWhy} onClick={linking.create} />
      <p className={panelStyles.help}>{panel.next.later}</p>
    </div>
  );
}

function Step({
  icon,
  title,
  why,
  onClick,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly why: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={styles.step} onClick={onClick}>
      <span>{icon}</span>
      <span>
        <b>{title}</b>
        <small>{why}</small>
      </span>
    </button>
  );
}
