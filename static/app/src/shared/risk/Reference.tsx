import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import { panel } from '../strings/en-panel';
import styles from './reference.module.css';
import { secureAddress } from './secure-address';

/** A link only where it is an https address; else the text as it was typed. */
export function Reference({ text }: { readonly text: string }) {
  const address = secureAddress(text);
  if (address === undefined) return <>{text}</>;
  return (
    <a className={styles.link} href={address.href} title={address.href} target="_blank" rel="noreferrer noopener">
      {address.label} <LinkExternalIcon label={panel.risk.newTab} size="small" />
    </a>
  );
}
