/** What is wrong with a risk: the problems that need no number and no name. */
export const riskProblems = {
  acceptanceExpired: {
    title: 'The acceptance has expired',
    why: 'The decision to live with this risk ended. Decide again, or treat it.',
  },
  acceptedWithoutEnd: {
    title: 'Accepted without an end',
    why: 'Nothing says until when. An acceptance is a decision with an end and a second person.',
  },
  ownerInactive: { title: 'The owner’s account is closed', why: 'Somebody else has to answer for this risk.' },
  residualAboveInherent: {
    title: 'The residual level is above the inherent one',
    why: 'Enablers never make a risk bigger: one of the two scores is wrong.',
  },
  residualNotScored: { title: 'No residual level', why: 'Nobody said what will be left after the enablers.' },
  acceptanceEnding: {
    title: 'The acceptance ends soon',
    why: 'Ask to extend it, or plan what makes the risk smaller.',
  },
  enablerUnassigned: { title: 'An open enabler has no assignee', why: 'Nobody works on it.' },
  residualUnproven: {
    title: 'The residual level is lower, and no enabler is done yet',
    why: 'It says what is hoped for, not what is so.',
  },
  closedWithOpenEnablers: {
    title: 'Closed, and an enabler is still open',
    why: 'Finish it, take the link away, or open the risk again.',
  },
} as const;
