/**
 * Projects beside those the demo's story is about, for trying set-up: Payments, whose issue type scheme, screens, field
 * configuration and workflow scheme are also those of Shop Returns, Händlerportal and the archived Old Shop; and a
 * team-managed one. Nothing of Shift-Up is in them. Pure data.
 */
export const FURTHER_PROJECTS = {
  payments: { key: 'PAY', name: 'Payments' },
  returns: { key: 'RET', name: 'Shop Returns' },
  dealers: { key: 'HP', name: 'Händlerportal' },
  old: { key: 'OLD', name: 'Old Shop' },
  partner: { key: 'PART', name: 'Partner app' },
} as const;

/** Summaries of their open stories, oldest first. */
export const FURTHER_STORIES: Readonly<Partial<Record<keyof typeof FURTHER_PROJECTS, readonly string[]>>> = {
  payments: [
    'Refund to the card that paid',
    'Pay by invoice for companies',
    'Show why a payment was declined',
    'Split one order over two payments',
    'Gutscheine mit Restbetrag',
    'Daily file for the bank',
  ],
  returns: [
    'Print the return label at home',
    'Say when the money is back',
    'Return several orders in one parcel',
    'Photo of a damaged article',
  ],
  dealers: ['Preisliste je Händler', 'Order with a spreadsheet', 'See the last twelve orders'],
  partner: [
    'A partner signs in with the own company’s account',
    'A partner sees the stock of the next two weeks',
    'A partner uploads pictures of an article',
    'Notify a partner when an article is blocked',
    'Export of the month for accounting',
  ],
};
