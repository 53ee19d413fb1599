import type { Column } from '../columns';
import styles from './list.module.css';

/** Classes of the columns that give way where there is little room. */
export const CLASS_OF: Readonly<Partial<Record<Column, string | undefined>>> = {
  status: styles.statusCell,
  age: styles.ageCell,
};
