import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { risks } from '../../../../shared/strings/en-risks';
import { plural } from '../../../../shared/strings/fill';
import { PageActions } from '../../parts/PageActions';

/** What can be done with the register as a whole; the meeting where something is due. */
export function BoardBar({
  due,
  mayImport,
  onImport,
  onReview,
  children,
}: {
  /** Risks whose review is due, as far as they were read. */
  readonly due: number;
  readonly mayImport: boolean;
  readonly onImport: () => void;
  readonly onReview: () => void;
  /** Further buttons, first. */
  readonly children?: ReactNode;
}) {
  return (
    <PageActions>
      {children}
      {mayImport ? <Button onClick={onImport}>{risks.bar.import}</Button> : null}
      {due === 0 ? null : (
        <Button appearance="primary" onClick={onReview}>
          {plural(risks.bar.review, due)}
        </Button>
      )}
    </PageActions>
  );
}
