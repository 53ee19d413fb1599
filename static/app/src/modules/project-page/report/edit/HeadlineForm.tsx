import { useState } from 'react';
import { REPORT_LIMITS } from '../../../../../../../src/domain/report';
import { Editor } from '../../../../shared/risk/Editor';
import { report } from '../../../../shared/strings/en-report';
import { fill } from '../../../../shared/strings/fill';
import { Line } from './Line';

const words = report.edit;

/** The sentence at the top and, on a first report, from which day it looks back. */
export function HeadlineForm({
  headline,
  suggestion,
  from,
  saving,
  onSave,
  onCancel,
}: {
  readonly headline: string;
  readonly suggestion: string;
  /** Only where there is no report before this one. */
  readonly from: string | undefined;
  readonly saving: boolean;
  readonly onSave: (typed: { readonly headline: string; readonly from: string | undefined }) => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(headline);
  const [day, setDay] = useState(from);
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (day !== '') onSave({ headline: text.trim(), from: day });
  };
  return (
    <Editor label={words.headlineAgain} submit={words.save} saving={saving} onSave={save} onCancel={onCancel}>
      <Line
        name="report-headline"
        label={fill(words.headlineLabel, { count: REPORT_LIMITS.headline })}
        help={fill(words.headlineHelp, { suggestion })}
        value={text}
        most={REPORT_LIMITS.headline}
        onChange={setText}
        focus
      />
      {day === undefined ? null : (
        <Line
          name="report-from"
          type="date"
          label={words.from}
          help={words.fromHelp}
          value={day}
          onChange={setDay}
          mistake={tried && day === '' ? words.mistakes.day : undefined}
        />
      )}
    </Editor>
  );
}
