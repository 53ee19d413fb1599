import { matter, row, type EvidenceRow } from './row';

// One row is one paragraph.
// prettier-ignore
export const DATA: readonly EvidenceRow[] = [
  // Personal and confidential data
  matter('personalData', 2, 'ASVS V14', `
    recording, anonymous*`),
  row('personalData', 3, 'ASVS V14', `
    passport, residence permit, gehalt*, disclosure, (call|voice|video) recording, misconduct, medical, akte,
    akten`),
  row('personalData', 4, 'ASVS V14; CWE-359', `
    scan of ~4 (passport|id|permit|licence|license|document), (leak*|expos*|reveal*|disclos*) ~5
    (name|street|number|key|host|path|stack|trace), stack trace ~6 (user|customer|shown|page|public)`),
  row('personalData', 4, 'ASVS V14; GDPR', `
    consent, (purge|delete|erase|wipe|remov*) ~5 after ~3 (day|month|year), everything ~3 (know*|store*|have)
    about me, (withdraw*|revok*) ~2 consent, black* out, dossier médical, quatre derniers chiffres`),
  row('personalData', 4, 'ASVS V14; CWE-359; GDPR', `
    personal ~1 (data|information|detail|info|record|identif*), pii, personally identif*, gdpr, dsgvo, rgpd, ccpa,
    hipaa, privacy, datenschutz*, *datenschutz*, personenbezogen*, persönliche* (daten|angaben), données
    (personnelles|à), vie privée, data (protection|subject|controller|processor)`),
  row('personalData', 4, 'ASVS V14; Information disclosure', `
    confidential*, sensitive ~2 (data|information|field|document|content|detail|customer|business|user), private
    ~1 (data|information|detail|message|key), data (breach|leak*|loss|exposure|exfiltrat*), classified
    (data|information|document), vertraulich*, sensible* (daten|informationen), proprietary (data|information),
    secrecy, eavesdrop*, disclos* ~4 (data|information|identity|personal|third), (leak*|expos*|reveal*) ~5
    (data|information|identity|detail|credential|email|address)`),
  row('personalData', 4, 'ASVS V14; GDPR', `
    anonymi*, pseudonymi*, right to (erasure|be), data (retention|deletion|portability|residency), retention
    (period|policy|time), redact*, (delete*|eras*|remov*|export*|download*) ~2 (my|their|user|personal|customer)
    ~1 (data|account|profile), kontolösch*, löschfrist*`),
  row('personalData', 4, 'ASVS V14; CWE-359', `
    social security, ssn, passport (number|scan|copy|data|photo), (national|government|photo) id, driver ~2
    (license|licence), tax (id|number), date of birth, birth (date|day), birthdate, geburtsdatum, date de
    naissance, (health|medical|patient|employee|student|payroll|salary) ~1
    (record|data|information|history|file|detail), (clinical|hospital|insurance) (record|data|history|file),
    salary, salaries, steuernummer, ausweis*, biometric data, criminal record, kyc`),
  matter('personalData', 3, 'ASVS V14; GDPR', `
    consent*, cookie (consent|banner|policy|notice),
    (customer|client|user|member|subscriber|employee|guest|cardholder)
    (data|information|record|detail|profile|database|list|address), kundendat*, nutzerdat*, données (client),
    (home|postal|billing|mailing|shipping|ip|mac) address, tracking (pixel|cookie|id|user),
    (user|location|behavio*) tracking, analytics, (gps|current|user|live) location, geolocation, information
    policy, terms of (service|use), rechnungsadress*, adressdat*, customer profile`),
  matter('personalData', 2, 'ASVS V14', `
    (phone|mobile|telephone) number, numéro de téléphone`),
  matter('personalData', 2, 'ASVS V14', `
    email address, mail adresse, contact (information|data|detail), kontaktdat*`),
  row('personalData', 2, 'ASVS V14', `
    (first|last|full) name, profile (picture|photo|page|data), (children|minors|underage|parental)`),
  row('personalData', 2, 'ASVS V14', `
    (stored|kept|keep|store|retain*) ~5 (month|year|day|permanently|history|document|copy), cookie`),
  row('personalData', 2, 'ASVS V14', `
    mask, masked, masking, hide ~3 (number|digits|name|address)`),
  row('personalData', 4, 'ASVS V14; CWE-359', `
    (live|exact|precise|realtime|current) location, share ~3 location, location ~2 (data|history|sharing),
    (identity|id) (card|document|scan), photo of ~2 (id|passport|face), (last|first) ~1 (four|4|six|6) digits`),
  matter('personalData', 3, 'ASVS V14; CWE-359', `
    (read|access|use) ~3 (calendar|contacts|camera|microphone|photos|clipboard),
    (vote|voted|voter|ballot|whistleblow*), personenbezug`),
  row('personalData', 2, 'GDPR', `
    (agreed|agrees|agreement|opted) ~2 (to|in)`),

  row('personalData', 4, 'GDPR 5, 17; ASVS V14.2', `
    (retain*|keep|kept|store|stored|save|saved|aufbewahr*|gespeichert*|speicher*|conserv*) ~6
    (days|weeks|months|years|tage|monate|jahre|jahren|monaten|tagen|ans|mois|jours),
    (delet*|remov*|eras*|purg*|discard*|destroy*|anonym*|lösch*|vernicht*|supprim*|effac*) ~6
    (after|once|when|nach|après|sobald) ~4
    (days|weeks|months|years|tagen|monaten|jahren|ans|mois|jours|complete|over|closed|ended|end|vertragsende),
    (copy|copie|kopie) ~3 (his|her|their|my|all|ses|mes|seiner|ihrer|meiner) ~1 (data|données|daten),
    (jahre|monate|tage) nach, right of access, auskunft ~3 daten, data export ~2 (user|customer|my)`),
  row('personalData', 4, 'GDPR 6, 7', `
    cookie (consent|banner|policy|notice|hinweis), double opt, opt (in|out), unsubscrib*, einwilligung*,
    consentement*, widerspruch*, (read|reading|delivery) receipt, (open|click) rate, tracking (link|pixel|code),
    (who|whether) ~2 (opened|read|clicked|viewed), terms and conditions, marketing (mail|email|consent|permission)`),
  row('personalData', 4, 'GDPR 9: special categories', `
    (disease|diagnos*|medication|prescription|health|sickness|illness|therapy|vaccination|pregnan*|allerg*|blood|genetic|psychiatr*|disabilit*)
    ~6
    (patient|employee|child|pupil|student|customer|user|member|send|sent|share*|stored|store|visible|export*|record*|upload*|app|portal|report*|text|phone|doctor|insurance),
    (patient|employee|child|pupil|student) ~6
    (disease|diagnos*|medication|prescription|health|sick*|illness|therapy|vaccin*|allerg*|x|findings|treatment|dose|record|chart|file),
    patientenakte*, patientendaten, krankmeld*, krankschreib*, krankenakte*, gesundheitsdat*, befund*, arztbrief*,
    rezept ~3 (patient*|arzt*|apotheke*), arrêt maladie, dossier patient`),
  row('personalData', 4, 'ASVS V14; CWE-359: names and faces in the open', `
    (full|real|last|first|patient|customer|pupil|child|their|his|her) ~1 (name) ~4
    (visible|shown|show|displayed|public|publicly|published|screen|shelf|label|list|outside|badge),
    (call|called|announce*|greet*) ~3 by (first|last|full|their|name), (face|facial|gesicht*|visage*) ~2
    (recogni*|track*|detect*|match*|erkenn*|scan*|id|reconnaissance), face (id|recognition|tracking), (lock|home)
    screen ~6 (message|notification|text|content|name|code|amount), (message|notification|text|code) ~8 lock
    screen, kennzeichenerkennung, plate recognition, (camera|cctv|webcam|microphone|kamera*|caméra*) ~6
    (people|visitor*|customer*|employee*|staff|face*|home|room|record*|stream*|remote*|parents|exam|entrance|personen|mitarbeit*|personnes)`),

  // Payment and money
  row('payment', 3, 'CWE-362, CWE-840; Tampering', `
    (exactly|only) once, already (processed|booked|redeemed|paid|used),
    (redeem*|spend|spent|book*|charge*|pay|paid|withdraw*) ~4 (once|twice), virement*, negative ~3
    (quantity|balance|amount|price), balance below zero, (two|several|parallel) (tabs|checkouts|requests|sessions)`),
  row('payment', 4, 'PCI DSS 3', `
    (save|store|keep|remember) ~4 card, real money, kartendaten, zahlungsdaten`),
  row('payment', 4, 'PCI DSS 3; ASVS V14', `
    (saved|stored) ~1 card`),
  row('payment', 4, 'PCI DSS 3; ASVS V14', `
    card (number|data|detail|security|verification|information|token), cvv, cvc, pci, kreditkarte*, kartennummer*,
    carte (bancaire|bleue|de), (credit|debit) card ~1 (number|data|detail|information), iban, bank
    (account|detail|data|transfer|statement), bankverbind*, bankkonto, kontonummer, coordonnées bancaires, payment
    (data|detail|information|token|credential), payment card industry`),
  row('payment', 4, 'CWE-840; Tampering', `
    fraud*, betrug*, money laundering, payout, auszahl*, double spend*, (loaded|charged|paid|booked|spent|debited)
    twice`),
  matter('payment', 3, 'PCI DSS; CWE-840', `
    (process*|collect*|take|charge*|retry) ~2 (payment|card),
    payment (method|provider|gateway|processing|transaction|service|instrument),
    (credit|debit|payment|bank|charge|purse) card, paypal, stripe, apple pay, google pay, sepa, direct debit,
    lastschrift*, überweis*, *zahlung, bezahl*, paiement*, refund*, rückerstatt*, erstattung*, remboursement*,
    wire transfer, (transfer|withdraw*|deposit*) ~3 (money|funds|cash|balance|amount), e wallet, ewallet, billing
    (information|detail|address|data), monetary (value|amount|transaction)`),
  matter('payment', 2, 'CWE-840', `
    payment, cardholder, card holder, prepaid card, pre paid card, chargeback, wallet, purse, check out, pay,
    paid, paying, (gift|discount|promo|coupon|voucher) ~1 (code|card), rechnung*, facture, transaction, purchas*
    ~4 (with|using|by|via), subscription ~2 (plan|payment|fee|renew*), insurance claim, claim data`),

  row('payment', 4, 'CWE-840; Tampering: value that moves', `
    (gift|send|transfer|donate|withdraw|withdrawing|withdrawal|give|pay) ~3
    (coins|credits|money|gems|cash|balance|crypto|bitcoin|euros|dollars), ausgezahlt*, ausbezahlt*,
    (karte|karten|carte|card) ~5 (merken|speichern|hinterleg*|enregistrer|mémoris*|save|saved|remember*),
    (negative|minus) ~3 (number|quantity|amount|discount|balance|price|value),
    (raise|change|edit|increase|override|adjust|set|reduce) ~3
    (credit|price|balance|discount|amount|fee|limit|salary|payout|commission), credit limit, kreditlimit*,
    (free|unlimited) ~2 (credits|vouchers|coins), (price|amount|total|score) ~4
    (client|browser|hidden|manipulat*|tamper*), (cash|money) ~2 (drawer|box|count|desk), (apple|google|samsung)
    pay, (charged|debited|credited|booked|abgebucht|gutgeschrieben|débité*|crédité*|paid|refunded) ~2
    (twice|double|doppelt|mehrfach|wrong|again), accepte* ~3 cartes, contactless,
    (add|edit|change|delete|remove|save|store|set|update|default) ~4 payment method, (partial|full|automatic|issue|issuing) ~2 refund`),
];
