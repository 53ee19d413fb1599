import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { RiskMove } from '../../../../../../src/contract/risks';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { risk as all } from '../../../shared/strings/en-risk';
import { StatusName } from '../../../shared/ui/StatusName';
import { NoticeBar } from '../../../shared/panel/NoticeBar';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import { moveName, offeredMoves } from '../../../shared/risk/moves';

const HEADING = 'panel-status';
const LANDING = [HEADING];

export function moveControl(to: RiskMove): string {
  return `move:${to}`;
}

/** Where the risk stands in its workflow, and the steps that Jira offers the viewer from there. */
export function StatusSection({
  risk,
  changes,
  onMove,
  form,
}: {
  readonly risk: RiskView;
  readonly changes: Changes;
  readonly onMove: (to: RiskMove, control: string) => void;
  /** The form that is open beside this control, if any. */
  readonly form: (anchor: string) => ReactNode;
}) {
  const words = all.status;
  const moves = offeredMoves(risk);
  return (
    <section className={`${panelStyles.section} ${panelStyles.ruled}`} aria-labelledby={HEADING}>
      <div className={panelStyles.headingRow}>
        <h2 className={`${panelStyles.heading} ${panelStyles.landing}`} id={HEADING} tabIndex={-1}>
          {words.heading}
        </h2>
        <StatusName status={risk.status} />
      </div>
      <NoticeBar changes={changes} place="status" landing={LANDING} />
      {risk.statusKey === undefined && risk.mayEdit ? <p className={panelStyles.help}>{words.teamManaged}</p> : null}
      {moves.length === 0 ? null : (
        <div className={panelStyles.actions}>
          {moves.map((to) => (
            <Button
              key={to}
              spacing="compact"
              isLoading={changes.saving === moveControl(to)}
              onClick={() => onMove(to, moveControl(to))}
            >
              {moveName(to, risk.statusKey)}
            </Button>
          ))}
        </div>
      )}
      {form(moveControl('closed'))}
    </section>
  );
}
