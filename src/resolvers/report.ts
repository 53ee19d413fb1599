/** Operations on the report of a project. */
import * as v from 'valibot';
import { freezeReport, readReport, readReports, saveReportDraft } from '../commands/report';
import { isoDay, reportNumbers, reportText } from '../storage/report-schemas';
import type { Demand, Operations } from './define';
import { id, idempotencyKey } from './payloads';

const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const revision = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Reads as whoever may browse the project: what is kept holds numbers, ids and what the author typed for them. */
const browsing = ({ projectId }: { readonly projectId: string }): Demand => {
  return { demand: 'onProject', projectId, permissions: [] };
};
const editing = ({ projectId }: { readonly projectId: string }): Demand => {
  return { demand: 'onProject', projectId, permissions: ['EDIT_ISSUES'] };
};

export const reportOperations: Pick<Operations, 'readReports' | 'readReport' | 'saveReportDraft' | 'freezeReport'> = {
  readReports: {
    payload: v.object({ projectId: id }),
    demands: browsing,
    run: (_caller, { projectId }) => readReports(projectId),
  },
  readReport: {
    payload: v.object({ projectId: id, number }),
    demands: browsing,
    run: (_caller, payload) => readReport(payload.projectId, payload.number),
  },
  saveReportDraft: {
    payload: v.object({
      projectId: id,
      revision,
      draft: v.intersect([reportText, v.object({ from: v.exactOptional(isoDay) })]),
    }),
    demands: editing,
    run: (_caller, payload) => saveReportDraft(payload.projectId, payload.revision, payload.draft),
  },
  freezeReport: {
    payload: v.object({ projectId: id, revision, numbers: reportNumbers, idempotencyKey }),
    demands: editing,
    run: ({ now }, payload) => freezeReport(payload, now),
  },
};
