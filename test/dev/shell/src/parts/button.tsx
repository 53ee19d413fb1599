import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';
import { classes } from './classes';
import styles from './button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'default' | 'primary' | 'subtle' | 'link';
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'default', small, icon, className, children, buttonRef, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      ref={buttonRef}
      className={classes(styles.button, styles[look], small === true && styles.small, className)}
      {...rest}
    >
      {icon !== undefined && <Icon name={icon} small={small === true} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  /** Read out, and shown on hover. */
  readonly label: string;
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" className={classes(styles.iconButton, className)} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
