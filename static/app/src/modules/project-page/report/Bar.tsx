import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { ReportListed } from '../../../../../../src/domain/report';
import { shortDay } from '../../../shared/days';
import { report as words } from '../../../shared/strings/en-report';
import { fill } from '../../../shared/strings/fill';
import { Note } from '../../../shared/ui/Note';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import styles from './report.module.css';

interface Choice {
  readonly value: number | undefined;
  readonly label: string;
}

const DRAFT: Choice = { value: undefined, label: words.draft };

/** Which report, what to do with it. Not printed. */
export function Bar({
  open,
  frozen,
  today,
  comparedWith,
  onOpen,
  sheet,
  fileOf,
  children,
}: {
  /** The number of the report in view; `undefined`: the draft. */
  readonly open: number | undefined;
  readonly frozen: readonly ReportListed[];
  readonly today: string;
  readonly comparedWith: string | undefined;
  readonly onOpen: (number: number | undefined) => void;
  readonly sheet: RefObject<HTMLDivElement>;
  readonly fileOf: { readonly project: string; readonly day: string };
  /** The primary button. */
  readonly children?: ReactNode;
}) {
  const [drawing, setDrawing] = useState<'no' | 'yes' | 'failed'>('no');
  const choices = [
    DRAFT,
    ...frozen.map(({ number, day }): Choice => ({
      value: number,
      label: fill(words.frozenItem, { day: shortDay(day, today) }),
    })),
  ];
  const draw = async () => {
    const paper = sheet.current?.firstElementChild;
    if (sheet.current === null || !(paper instanceof HTMLElement)) return;
    setDrawing('yes');
    try {
      const { savePng } = await import('./save-png');
      await savePng(sheet.current, paper, fill(words.fileName, fileOf));
      setDrawing('no');
    } catch {
      setDrawing('failed');
    }
  };
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.picker}>
          <Select<Choice>
            label={words.picker}
            options={choices}
            value={choices.find(({ value }) => value === open) ?? DRAFT}
            onChange={(choice) => onOpen(choice?.value)}
            isSearchable={false}
            spacing="compact"
          />
        </div>
        {comparedWith === undefined ? null : (
          <span className={styles.compared}>{fill(words.comparedWith, { day: shortDay(comparedWith, today) })}</span>
        )}
        <div className={styles.push}>
          <Button onClick={() => void draw()} isDisabled={drawing === 'yes'}>
            {words.png}
          </Button>
          <Button onClick={() => window.print()}>{words.print}</Button>
          {open === undefined ? null : <Button onClick={() => onOpen(undefined)}>{words.toDraft}</Button>}
          {children}
        </div>
        <LiveText>{drawing === 'yes' ? words.pngWorking : ''}</LiveText>
      </div>
      {drawing === 'failed' ? (
        <div className={styles.note}>
          <Note look="error" heading={words.pngFailed} />
        </div>
      ) : null}
    </>
  );
}
