import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { downloadText } from '../../../../shared/csv/download';
import { acceptance } from '../../../../shared/strings/en-acceptance';
import { fill } from '../../../../shared/strings/fill';
import { copyText } from '../../../../shared/ui/StatePanel';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import panelStyles from '../../../../shared/panel/panel.module.css';
import { DECISION_HEADERS, decisionRows, decisionsText } from './decision-rows';
import { tellAll } from './use-decisions';
import type { Decisions } from './use-decisions';
import styles from './acceptance.module.css';

type Stage = 'copying' | 'writing' | 'copied' | 'written' | 'failed' | undefined;

/** Hands all decisions over: as text on the clipboard, or as a file. With every name and reason that the viewer may read. */
export function ExportDecisions({ risk, decisions }: { readonly risk: RiskView; readonly decisions: Decisions }) {
  const words = acceptance.export;
  const [stage, setStage] = useState<Stage>();
  const all = decisions.view.decisions;
  const copy = async () => {
    setStage('copying');
    const told = await tellAll(risk.id, decisions);
    setStage((await copyText(decisionsText(risk, all, told))) ? 'copied' : 'failed');
  };
  const write = async () => {
    setStage('writing');
    try {
      const [told, { csvText }] = await Promise.all([
        tellAll(risk.id, decisions),
        import('../../../../shared/csv/write-csv'),
      ]);
      downloadText(fill(words.fileName, { key: risk.key }), csvText(DECISION_HEADERS, decisionRows(all, told)));
      setStage('written');
    } catch {
      setStage('failed');
    }
  };
  const said = stage === 'copied' || stage === 'written' || stage === 'failed' ? words.said[stage] : '';
  return (
    <>
      <div className={panelStyles.actions}>
        <Button spacing="compact" isLoading={stage === 'copying'} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button spacing="compact" isLoading={stage === 'writing'} onClick={() => void write()}>
          {words.download}
        </Button>
      </div>
      <LiveText>{said}</LiveText>
      {said === '' ? null : (
        <p className={styles.small} aria-hidden="true">
          {said}
        </p>
      )}
    </>
  );
}
