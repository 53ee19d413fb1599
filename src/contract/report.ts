/**
 * What pages can ask the functions about the report of a project. JSON-safe.
 */
import type { Report, ReportDraft, ReportListed, ReportNumbers } from '../domain/report';
import type { Result } from './result';

// A type alias, not an interface: @forge/bridge's makeInvoke wants an index signature.
export type ReportDefs = {
  /**
   * The draft as somebody last saved it, what was frozen (the latest first), and the last of it in full, which the draft
   * is compared with. Whoever may browse the project.
   */
  readReports: (payload: { readonly projectId: string }) => Result<{
    readonly draft: ReportDraft;
    readonly frozen: readonly ReportListed[];
    readonly last?: Report;
  }>;
  /** One that was frozen, and the one before it. Whoever may browse the project. */
  readReport: (payload: {
    readonly projectId: string;
    readonly number: number;
  }) => Result<{ readonly report: Report; readonly before?: Report }>;
  /**
   * `conflict` when somebody saved since `revision`; nothing is written then, unless it is the very same text. Needs Edit
   * issues in the project.
   */
  saveReportDraft: (payload: {
    readonly projectId: string;
    readonly revision: number;
    readonly draft: Omit<ReportDraft, 'revision'>;
  }) => Result<ReportDraft>;
  /**
   * Keeps the draft of this revision with the numbers of the author's view, forever; the next draft begins without its
   * words. The same key twice freezes once. `conflict` when somebody saved since. Needs Edit issues in the project.
   */
  freezeReport: (payload: {
    readonly projectId: string;
    readonly revision: number;
    readonly numbers: ReportNumbers;
    readonly idempotencyKey: string;
  }) => Result<{ readonly report: Report; readonly draft: ReportDraft }>;
};
