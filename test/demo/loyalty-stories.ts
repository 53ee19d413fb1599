/**
 * The second project, Loyalty App (LOY): set up, 26 open stories, nothing recorded yet. Pure data.
 */
export const LOYALTY_STORIES: readonly { readonly summary: string; readonly text: string; readonly points: number }[] =
  [
    {
      summary: 'Collect points at the till with a code on the phone',
      text: 'The till scans a code from the app; points appear within a minute.',
      points: 8,
    },
    { summary: 'Show the points of the last twelve months', text: 'A list by month, newest first.', points: 3 },
    {
      summary: 'Pay part of an order with points',
      text: 'As a member I want to use points in the web shop.',
      points: 8,
    },
    { summary: 'Points expire after three years', text: 'A message comes 60 days before points expire.', points: 5 },
    {
      summary: 'Sign in with the Web Shop account',
      text: 'One account for shop and app; no second password.',
      points: 5,
    },
    {
      summary: 'Punkte an Familienmitglieder übertragen',
      text: 'Bis zu fünf Mitglieder sammeln in einen Topf.',
      points: 8,
    },
    { summary: 'Birthday present', text: 'Members who told us their birthday get 50 points that day.', points: 2 },
    {
      summary: 'Push message when a favourite is on offer',
      text: 'At most one a week, and only when switched on.',
      points: 5,
    },
    {
      summary: 'Turn points into a donation',
      text: 'Three charities to choose from, changed each quarter.',
      points: 3,
    },
    { summary: 'Paper card to app', text: 'Scan the old card once; its points move to the app.', points: 5 },
    { summary: 'Stores near me', text: 'A map of stores; works without telling us where one is.', points: 3 },
    { summary: 'Dark appearance', text: 'Follows the phone’s setting.', points: 2 },
    {
      summary: 'Digitaler Kassenbon in der App',
      text: 'Der Bon erscheint nach dem Einkauf in der App und bleibt zwei Jahre.',
      points: 8,
    },
    { summary: 'Larger letters', text: 'Follows the phone’s setting up to twice the size.', points: 3 },
    { summary: 'Widget with the code for the till', text: 'One swipe on the home screen shows the code.', points: 3 },
    { summary: 'Gold level with free returns', text: 'From 1,000 points a year.', points: 5 },
    { summary: 'Delete my account', text: 'Points are gone after 14 days; the law’s records stay.', points: 5 },
    { summary: 'Support can add missing points', text: 'Up to 200 points per conversation, with a reason.', points: 3 },
    { summary: 'French and Italian', text: 'All texts in four languages.', points: 5 },
    { summary: 'Games before Christmas', text: 'A door a day, small prizes.', points: 8 },
    { summary: 'Invite friends', text: '100 points for both after the first purchase.', points: 5 },
    { summary: 'Statistik der Einlösungen je Filiale', text: 'Zahlen je Filiale und Woche, ohne Personen.', points: 3 },
    { summary: 'Show when points will be booked', text: 'Pending points in grey, with a date.', points: 2 },
    { summary: 'Faster start', text: 'The code for the till shows within a second, also without network.', points: 5 },
    { summary: 'Partner offers of the month', text: 'Four offers, shown as cards.', points: 3 },
    { summary: 'Rate the store visit', text: 'One question after a purchase, once a month at most.', points: 2 },
  ];
