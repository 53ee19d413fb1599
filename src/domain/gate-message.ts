/**
 * What people read when the gate refuses a transition; also shown to the admin who switches it on. Pure.
 */
export const GATE_MESSAGE = {
  /** The story's relevance is empty. */
  unassessed:
    'This story is not ready: its security relevance is not assessed. Choose Relevant or Not relevant under “Security” on the issue, or in the field of this form.',
  /** The story is relevant, and nothing answers it. */
  unanswered:
    'This story is not ready: it is relevant for security, and nothing answers it yet. Under “Security” on the issue, link it to a security risk or to the enabler that secures it.',
} as const;
export type GateRefusal = keyof typeof GATE_MESSAGE;
