/** Words of the risk matrix: likelihood by impact. */
export const matrix = {
  letters: { inherent: 'I', residual: 'R' },
  likelihood: 'Likelihood',
  impact: 'Impact',
  likelihoods: { 1: 'Rare', 2: 'Unlikely', 3: 'Possible', 4: 'Likely', 5: 'Almost certain' },
  impacts: { 1: 'Minor', 2: 'Limited', 3: 'Serious', 4: 'Major', 5: 'Severe' },
  cell: 'Likelihood {likelihood} {likelihoodWord}, impact {impact} {impactWord}: {score} {level}',
  isInherent: '{cell}, inherent',
  isResidual: '{cell}, residual',
  isBoth: '{cell}, inherent and residual',
  groupInherent: 'Inherent level: likelihood by impact. Arrow keys move, Enter sets.',
  groupResidual: 'Residual level: likelihood by impact. Arrow keys move, Enter sets.',
  groupGuess: 'First guess: likelihood by impact. Arrow keys move, Enter sets.',
  picture: 'Risk matrix.',
  axis: { same: '{axis} {value} {word}', moved: '{axis} {from} {fromWord} → {to} {toWord}' },
} as const;
