/**
 * Words that speak for security relevance, by topic, with their weight: the one place to read and to change them.
 *
 * Weights: 4 is enough by itself; 3 needs any second word; 2 needs another 2; 1 only tips a balance. A row counts once,
 * however often and in whichever of its forms it occurs. Patterns are explained in pattern.ts and parted by commas.
 *
 * Where the rows come from: the chapters of OWASP ASVS 5.0 (V1 encoding, V2 validation, V3 web frontend, V4 API, V5
 * files, V6 authentication, V7 sessions, V8 authorisation, V9 tokens, V10 OAuth, V11 cryptography, V12 communication,
 * V13 configuration, V14 data protection, V15 architecture, V16 logging), weaknesses of CWE, the six threats of STRIDE,
 * and the rules for card payments (PCI DSS) and personal data (GDPR).
 */
import type { Topic } from './topics';

export interface EvidenceRow {
  readonly topic: Topic;
  readonly weight: 1 | 2 | 3 | 4;
  /** Which chapter, weakness, threat or rule it stands for. */
  readonly source: string;
  readonly patterns: readonly string[];
}

/** Who is let do something, in the language of requirements. */
const PERSON = `(user|admin*|manager|management|employee|staff|member|owner|supervisor|operator|personnel|people|
  person|customer|client|agent|editor|moderator|reviewer|author|teacher|student|doctor|nurse|physician|
  patient|role|group|developer|maintainer|participant|issuer|subscriber|player|party|parties|team|
  organizer|organiser|host|seller|buyer|vendor|entity|entities|application|terminal)`;
const MAY = '(can|may|shall|should|must|will|could|have|has|having|is|are|be|to)';
const DO = `(access*|view*|see|sees|read*|edit*|update*|updat*|delet*|modif*|chang*|creat*|add*|remov*|manag*|
  approv*|export*|download*|perform*|use*|enter*|activat*|initiat*|execut*|request*|search*|assign*|
  configur*|publish*|retriev*|open*|submit*|adjust*|reset*|purchas*|stream*|invok*|load*|instal*|
  advertis*|receiv*|writ*|shar*|print*|send*|cancel*|close*|start*|stop*)`;

function row(topic: Topic, weight: EvidenceRow['weight'], source: string, patterns: string): EvidenceRow {
  const written = patterns
    .replaceAll('<person>', PERSON.replaceAll(/\s/g, ''))
    .replaceAll('<may>', MAY)
    .replaceAll('<do>', DO.replaceAll(/\s/g, ''));
  return { topic, weight, source, patterns: written.split(',').map((pattern) => pattern.trim()) };
}

// One row is one paragraph.
// prettier-ignore
export const EVIDENCE: readonly EvidenceRow[] = [
  // Authentication and sessions
  row('authentication', 3, 'Spoofing', `
    niemand ~8 ausgib*, (pretend*|pose|poses|posing) ~3 (be|as), originate from`),
  row('authentication', 3, 'ASVS V6.7; Spoofing', `
    (paired|pairing|enrol*|commissioned), accept* ~6 only from, (stolen|theft|steal|steals|thief),
    (lost|stolen) (phone|device|card|laptop|badge)`),
  row('authentication', 3, 'ASVS V6.5', `
    tan, mtan, pushtan, puk, badge ~3 (reader|screen|login), (wrong|failed) ~2 (pin|puk|code)`),
  row('authentication', 4, 'ASVS V6; products', `
    yubikey*, keycloak, okta, auth0, entra id, user directory, (log|sign|logging|signing) in again`),
  row('authentication', 4, 'ASVS V6; CWE-287; Spoofing', `
    authentic*, unauthentic*, authn, authentif*, authentisier*`),
  row('authentication', 4, 'ASVS V6.2; CWE-521', `
    password, passphrase, passcode, *passwort*, passwort*, passwör*, *passwör*, kennwort*, kennwör*, mot de passe,
    mots de passe`),
  row('authentication', 4, 'ASVS V6; CWE-522', `
    credential, zugangsdaten*, identifiants`),
  row('authentication', 4, 'ASVS V6.5', `
    (two|2|multi) factor, 2fa, mfa, totp, otp, passkey, webauthn, fido*, biometri*, fingerprint, faceid, face id,
    touch id, (one|1) time (code|pin|password|link), authenticator, zwei faktor, zweifaktor*, double facteur`),
  row('authentication', 4, 'ASVS V10; CWE-1390', `
    single sign on, single signon, sso, saml, oauth*, oidc, openid, ldap*, kerberos, active directory,
    identity provider`),
  row('authentication', 3, 'ASVS V6; Spoofing', `
    login, logon, signin, (log|logs|logged|logging|sign|signs|signed|signing) (in|on|into|onto), anmeld*, einlogg*,
    angemeldet*, *anmeldung, se connecter, connexion, connecté*, (username|userid), user (name|id)`),
  row('authentication', 4, 'ASVS V10', `
    (sign|log) in with, (signing|logging|login) with`),
  row('authentication', 4, 'ASVS V7; CWE-384, CWE-613', `
    session (timeout|time|expir*|cookie|token|id|hijack*|fixation|management|end*|inactiv*),
    (user|login|inactive|active|idle|expired) session,
    session (is|are|was|gets|will|shall) ~2 (expir*|terminat*|invalid*|closed), remember me, stay (logged|signed) in,
    auto* (logout|log|logoff), (log|logged|sign|signed) out ~3 (automatic*|after),
    (erneute|erneuter|ohne|automatische) (anmeldung|abmeldung)`),
  row('authentication', 4, 'ASVS V6.4; CWE-640', `
    (account|password) (recovery|reset), account (takeover|lock*|lockout), magic link,
    (forgot|forgotten) (password|pin), lock* ~3 account, brute force`),
  row('authentication', 3, 'ASVS V6; CWE-290', `
    without ~3 (account|login|registration|password|signing|logging),
    chang* ~5 (email|mail|phone|telephone|payout|bank) ~1 (address|number|account|detail),
    verif* ~3 (identity|identities|user|account|email|phone|sender|cardholder|customer),
    (email|phone|identity|age) verification, confirm* ~2 (identity|email), pin (code|number|entry|verification|pad),
    (enter|change|wrong|correct|secret|personal) ~2 pin,
    identif* ~2 (themselves|himself|itself|user|customer|cardholder)`),
  row('authentication', 4, 'ASVS V6.4; CWE-640', `
    (return|login|reset|invitation|invite|private|shared|click) link, one click ~2 link`),
  row('authentication', 4, 'STRIDE Spoofing; CWE-290', `
    impersonat*, spoof*, phish*, identity theft, masquerad*, replay (attack|protect*)`),
  row('authentication', 2, 'ASVS V6', `
    log out, logout, sign out, sign up, signup, (user|customer|member|new) (registration|account),
    registered (user|customer|member), regist* ~2 (user|account|customer), kundenkont*, benutzerkont*, abmeld*,
    inscription, smart card, smartcard, (account|accounts|profile|konto|compte)`),

  // Authorisation
  row('authorisation', 2, 'ASVS V8.3', `
    (freelancer|contractor|temp|leaver) ~8 (contract|leave|leaves|leaving|end), (sperre|sperren|gesperrt|sperrung),
    ungültig machen`),
  row('authorisation', 3, 'CWE-266', `
    (need*|requir*|without) ~3 approval, approval for, (einblick|zugang) ~4 (geben|gewähren|entziehen)`),
  row('authorisation', 4, 'ASVS V2.3; Tampering', `
    (chang*|edit*|alter*|modif*) ~6 (once|after) ~5 (confirmed|approved|signed|closed|submitted|released)`),
  row('authorisation', 3, 'ASVS V8.2', `
    cannot (see|view|read|open|edit|change|access), (nobody|noone|anyone) ~2 (can|could|may|being),
    no one ~2 (can|could|may), personne ne,
    ne ~3 (puisse|puissent|peut|peuvent|doit) ~3 (pas|être|annuler|imprimer|consulter), verwehr*, niemand,
    entzieh*, hide ~3 from, no longer ~3 (change|edit|delete|see|access)`),
  row('authorisation', 4, 'ASVS V8.2; CWE-862', `
    (may|can) only ~1 (read|view|see), only ~3 own, (unreadable|invisible|hidden) ~2 (for|to|from),
    mandant* ~6 mandant*, (seul|seule|seuls|seules) ~8 (voie|voient|voit|voir|consulte*|accède*)`),
  row('authorisation', 4, 'ASVS V8; CWE-285; Elevation of privilege', `
    authoris*, authoriz*, unauthor*, nonauthor*, authz, autoris*, autorisier*, habilitation*`),
  row('authorisation', 4, 'ASVS V8; CWE-284', `
    access (control|right|level|restriction|privilege|policy|permission|list|rule),
    (control*|limit*|restrict*|deny|denies|denied|grant*|revok*|prevent*|block*|forbid*|gate*|regulat*) ~5 access,
    access ~6 (restrict*|limited|denied|granted|revoked|controlled|forbidden|prohibited), zugriffs*, zugangs*,
    *zugriff*, droit* (acces|accès|d), contrôle* ~2 accès, inaccessible ~2 (to|by|for)`),
  row('authorisation', 4, 'ASVS V8; CWE-732', `
    permission, privilege*, entitlement, rbac, role based, (least|elevated) privilege, user role,
    (assign*|grant*|add*|chang*) ~4 role, role ~2 assign*, berechtig*, *berechtig*, befugnis*, unbefugt*, *rollen*,
    privilège*`),
  row('authorisation', 4, 'ASVS V8.2; CWE-862', `
    only ~5 <person> ~6 <may> ~3 <do>, <person> ~4 only <may> ~2 <do>, only ~1 <person> ~3 access,
    only ~5 (can|may|shall|should|must|will) ~3 <do>,
    only ~4 (people|ones|person|persons|users|party|role|group) ~1 (who|that|to|with|allowed),
    (accessible|visible|available|viewable|editable|readable|shown|access|accessed|used|performed|changed|modified|seen|viewed) ~2 only ~2 (to|by|for|from|if|when|with|from),
    only ~3 (accessible|visible|available|viewable|editable|accessed|shown|allowed|permitted|initiated|visible) ~2 (to|by|for|from),
    only be ~2 (accessed|viewed|changed|modified|done|performed|initiated|updated|deleted|edited|created|used|seen|executed|assigned) ~3 (by|from|if|with),
    nur ~6 (dürfen|darf|können|kann|sichtbar|zugänglich),
    (seul|seuls|seule|seules) ~6 (peut|peuvent|doit|doivent|pourra|pourront),
    only ~3 (allow*|permit*|let) ~4 (to|access),
    limited to ~4 (user|admin*|role|member|owner|permission|people|personnel|staff), restrict* ~1 (to|by|for|from)`),
  row('authorisation', 4, 'ASVS V8.2; CWE-639', `
    (not|cannot) ~3 (access|view|see|read|edit|modify|delete) ~5 (other|another|others|someone|private|unless|without),
    (not|never) ~1 (allowed|permitted|able) to ~2 <do> ~6 (other|another|others|someone|unless|without|data|record|information),
    without ~5 (role|permission|access|privilege|authori*|login|right|consent|approval) ~4 (not|cannot|can),
    (another|other) ~2 (user|customer|tenant|company|companies|player|member|organization|team|account) ~3 (data|information|record|order|account|profile|file|message),
    (their|his|her|its|our|your) own ~3 (data|record|order|profile|file|account|information|only|entries),
    own ~2 only`),
  row('authorisation', 3, 'ASVS V8; CWE-266', `
    on behalf of, delegat*, (multi|cross|other) tenan*, tenan*, *mandant*, mandant*, im namen,
    (different|various|separate|appropriate|proper|certain|specific|necessary|correct|higher) ~1 (role|right|access),
    (have|has|having|had|gain*|get|gets|with|allow*|given|give|giv*|full|direct|public|anonymous|unrestricted|remote|external|guest|admin*|read|write|shared|temporary) access,
    (not|no) ~1 have ~3 access, access ~2 (by|for) ~3 (user|admin*|role|guest|member|employee|staff),
    (private|shared|protected|hidden|public|internal) ~1 (link|url|folder|document|report|channel|board|page|project|repository|workspace|note|file),
    (supervisor|manager|admin*|moderator|owner|editor|approv*) role, user group, guest (user|access|account|link),
    visib* ~2 (for|to|only) ~3 (user|role|admin*|member|owner|group|everyone|team), four eyes, vier augen*,
    wer ~5 (darf|dürfen)`),
  row('authorisation', 4, 'ASVS V8.2; CWE-862', `
    (nobody|none|noone) ~3 (except|but|else), no one ~3 (except|but|else),
    (decide|decides|define|defines|control|controls|choose|limit|configure|determine|set|specify|restrict) ~3 (who|which|whom|what) ~4 (may|can|sees|see|access|edit),
    (lose|loses|losing|lost) ~3 access,
    (dürfen|darf|können|kann) ~4 nicht ~3 (ändern|sehen|einsehen|bearbeiten|löschen|zugreifen),
    nur ~5 (sehen|einsehen|bearbeiten|ändern|löschen|freigeben),
    (data|information|record|order|account|profile|balance|message|file|report|row|chart) ~2 of ~1 (another|other|others|someone),
    (another|other|cross|multi) tenan*`),
  row('authorisation', 3, 'ASVS V8.2', `
    (who|whom|which) ~4 (may|can) ~2 (see|view|open|read|edit|change|access|delete|approve),
    (may|must|shall|should|can|cannot|will) ~1 (not|never|cannot) ~1 (see|view|change|read|learn|open|edit|contain),
    (nobody|noone) ~1 (can|may|else|should|shall)`),
  row('authorisation', 3, 'CWE-266', `
    approv* ~4 (before|required|supervisor|manager|admin*|second|another), second person, approval ~1 (of|by|from),
    (approved|released|confirmed) by ~3 (supervisor|manager|admin*|owner|issuer|second)`),
  row('authorisation', 2, 'ASVS V8', `
    shar* ~4 (with|link|externally|publicly|outside), by link, shown to ~2 (other|others|everyone),
    (separate*|apart|segregat*) ~3 from`),
  row('authorisation', 2, 'ASVS V8', `
    role, rolle, rôle`),
  row('authorisation', 2, 'ASVS V8', `
    invit* ~4 (user|member|people|guest|colleague|team*|person|friend), guest, guests`),
  row('authorisation', 2, 'ASVS V8', `
    access* ~5 (data|information|record|system|database|file|account|report|server|application|resource|card),
    zugriff, zugang, rechte`),
  row('authorisation', 2, 'ASVS V8', `
    acting as, allowed to, permitted to, dürfen, darf, forbidden`),

  // Personal and confidential data
  row('personalData', 2, 'ASVS V14', `
    recording, identity, anonymous*`),
  row('personalData', 3, 'ASVS V14', `
    passport, residence permit, gehalt*, lohnabrechnung*, disclosure, (call|voice|video) recording, misconduct,
    medical, akte, akten, patientenakte*`),
  row('personalData', 4, 'ASVS V14; CWE-359', `
    scan of ~4 (passport|id|permit|licence|license|document),
    (leak*|expos*|reveal*|disclos*) ~5 (name|street|number|key|host|path|stack|trace),
    stack trace ~6 (user|customer|shown|page|public)`),
  row('personalData', 4, 'ASVS V14; GDPR', `
    consent, consents, (purge|delete|erase|wipe|remov*) ~5 after ~3 (day|month|year),
    everything ~3 (know*|store*|have) about me, (withdraw*|revok*) ~2 consent, black* out, dossier médical,
    quatre derniers chiffres`),
  row('personalData', 4, 'ASVS V14; CWE-359; GDPR', `
    personal ~1 (data|information|detail|info|record|identif*), pii, personally identif*, gdpr, dsgvo, rgpd, ccpa,
    hipaa, privacy, datenschutz*, *datenschutz*, personenbezogen*, persönliche* (daten|angaben),
    données (personnelles|à), vie privée, data (protection|subject|controller|processor)`),
  row('personalData', 4, 'ASVS V14; Information disclosure', `
    confidential*, sensitive ~2 (data|information|field|document|content|detail|customer|business|user),
    private ~1 (data|information|detail|message|key), data (breach|leak*|loss|exposure|exfiltrat*),
    classified (data|information|document), vertraulich*, sensible* (daten|informationen), confidentialité,
    proprietary (data|information), secrecy, eavesdrop*, disclos* ~4 (data|information|identity|personal|third),
    (leak*|expos*|reveal*) ~5 (data|information|identity|detail|credential|email|address)`),
  row('personalData', 4, 'ASVS V14; GDPR', `
    anonymi*, pseudonymi*, right to (erasure|be), data (retention|deletion|portability|residency),
    retention (period|policy|time), redact*,
    (delete*|eras*|remov*|export*|download*) ~2 (my|their|user|personal|customer) ~1 (data|account|profile),
    kontolösch*, löschfrist*, anonymisier*`),
  row('personalData', 4, 'ASVS V14; CWE-359', `
    social security, ssn, passport (number|scan|copy|data|photo), (national|government|photo) id,
    driver ~2 (license|licence), tax (id|number), date of birth, birth (date|day), birthdate, geburtsdatum,
    date de naissance,
    (health|medical|patient|clinical|hospital|insurance|employee|student|payroll|salary) ~1 (record|data|information|history|file|detail),
    salary, salaries, steuernummer, ausweis*, biometric data, religio*, ethnic*, criminal record, kyc`),
  row('personalData', 3, 'ASVS V14; GDPR', `
    consent*, opt (in|out), cookie (consent|banner|policy|notice), einwilligung*, consentement, unsubscrib*,
    (customer|client|user|member|subscriber|employee|guest|cardholder) (data|information|record|detail|profile|database|list|address),
    kundendat*, nutzerdat*, données (clients|client), (home|postal|billing|mailing|shipping|ip|mac) address,
    tracking (pixel|cookie|id|user), (user|location|behavio*) tracking, analytics, (gps|current|user|live) location,
    geolocation, information policy, terms of (service|use), rechnungsadress*, adressdat*, customer profile`),
  row('personalData', 2, 'ASVS V14', `
    (phone|mobile|telephone) number, telefonnummer*, numéro de téléphone, mobilnummer*, handynummer*`),
  row('personalData', 2, 'ASVS V14', `
    email address, mail address, mail adresse, address book, contact (information|data|detail), kontaktdat*`),
  row('personalData', 2, 'ASVS V14', `
    (first|last|full) name, profile (picture|photo|page|data), patient, (children|minors|underage|parental)`),
  row('personalData', 2, 'ASVS V14', `
    (stored|kept|keep|keeps|store|retain*) ~5 (month|year|day|permanently|history|document|copy), stays stored,
    cookie`),
  row('personalData', 2, 'ASVS V14', `
    mask, masked, masks, masking, hide ~3 (number|digits|name|address)`),
  row('personalData', 4, 'ASVS V14; CWE-359', `
    (live|exact|precise|realtime|current) location, share ~3 location, location ~2 (data|history|sharing),
    (identity|id) (card|document|scan), photo of ~2 (id|passport|face), (last|first) ~1 (four|4|six|6) digits,
    ausweis*`),
  row('personalData', 3, 'ASVS V14; CWE-359', `
    (read|access|use) ~3 (calendar|contacts|camera|microphone|photos|clipboard),
    (vote|votes|voted|voter|voters|ballot|whistleblow*), personenbezug`),
  row('personalData', 2, 'GDPR', `
    (agreed|agrees|agreement|opted) ~2 (to|in), with consent`),

  // Payment and money
  row('payment', 3, 'CWE-362, CWE-840; Tampering', `
    (exactly|only) once, already (processed|booked|redeemed|paid|used),
    (redeem*|spend|spent|book*|charge*|pay|paid|withdraw*) ~4 (once|twice), virement*,
    negative ~3 (quantity|balance|amount|price), balance below zero,
    (two|several|parallel) (tabs|checkouts|requests|sessions)`),
  row('payment', 4, 'PCI DSS 3', `
    (save|store|keep|remember) ~4 card, real money, kartendaten, zahlungsdaten`),
  row('payment', 4, 'PCI DSS 3; ASVS V14', `
    (saved|stored) ~1 card, cardholder, card holder`),
  row('payment', 4, 'PCI DSS 3; ASVS V14', `
    card (number|data|detail|security|verification|information|token), cvv, cvc, pci, kreditkarte*, kartennummer*, carte (bancaire|bleue|de),
    (credit|debit) card ~1 (number|data|detail|information), iban, bank (account|detail|data|transfer|statement),
    bankverbind*, bankkonto, kontonummer, coordonnées bancaires,
    payment (data|detail|method|information|token|credential|provider|gateway|processing|transaction|service|instrument),
    payment card industry`),
  row('payment', 4, 'CWE-840; Tampering', `
    fraud*, betrug*, fraude*, money laundering, payout, auszahl*, double spend*,
    (loaded|charged|paid|booked|spent|debited) twice`),
  row('payment', 3, 'PCI DSS; CWE-840', `
    (credit|debit|payment|bank|charge|purse) card, paypal, stripe, apple pay, google pay, sepa, direct debit,
    lastschrift*, überweis*, zahlung*, *zahlung, bezahl*, paiement*, refund*, rückerstatt*, erstattung*,
    remboursement*, wire transfer, (transfer|withdraw*|deposit*) ~3 (money|funds|cash|balance|amount), e wallet,
    ewallet, billing (information|detail|address|data), monetary (value|amount|transaction)`),
  row('payment', 2, 'CWE-840', `
    payment, prepaid card, pre paid card, chargeback, wallet, purse, checkout, check out, pay, paid, pays, paying,
    (gift|discount|promo|coupon|voucher) ~1 (code|card), voucher, coupon, gutschein*, invoice, rechnung*, billing,
    facture, balance, transaction, purchas* ~4 (with|using|by|via), subscription ~2 (plan|payment|fee|renew*),
    insurance claim, claim data`),

  // Cryptography, secrets and integrity
  row('cryptography', 3, 'Tampering', `
    signier*, signatur*, unverändert ~4 (stammen|stammt), (client|browser|form) ~3 (report*|submit*|send*|value),
    (reported|sent|submitted|supplied) by ~2 (client|browser|form|user),
    (server|client) side ~2 (check*|validat*|comput*), recomput*`),
  row('cryptography', 4, 'ASVS V11; CWE-798', `

    (key|keys|secret|secrets|password|passwords|credentials|token|tokens) ~4 (repo|repository|source|code|git|config|log|logs)`),
  row('cryptography', 4, 'ASVS V11; CWE-311, CWE-327', `
    encrypt*, decrypt*, unencrypt*, cryptograph*, crypto, cipher*, plaintext, plain text (password|credential),
    (in|at) ~1 (transit|rest) encrypt*, verschlüssel*, *verschlüssel*, entschlüssel*, chiffrement, chiffré*,
    chiffrer, kryptograph*, cryptogram, hsm, pki, nonce, hmac, aes, rsa, sha256, md5, bcrypt, x509, pgp, gpg`),
  row('cryptography', 4, 'ASVS V12; CWE-319', `
    tls, ssl, https, ssh, hsts, ipsec,
    secure* ~1 (channel|connection|transmission|communication|socket|protocol|messaging|transport),
    man in the middle, mitm, (sftp|ftps)`),
  row('cryptography', 4, 'ASVS V11, V13.3; CWE-321, CWE-798', `
    (api|private|public|secret|encryption|signing|master|session|cryptographic|access|symmetric|asymmetric|ssh|license|root|issuer|shared|diversified|transport) key,
    key (management|rotation|exchange|vault|pair|store|generation|distribution|length|material|diversification|derivation|version),
    (client|shared|app|api) secret, secret (key|manage*|store|rotation|token|value|data|code), secrets,
    (hard|hardcoded) ~1 (coded|secret|credential|key|password), schlüsselverwalt*, schlüsselpaar*, (privat*|öffentlich*|geheim*|kryptograph*) schlüssel`),
  row('cryptography', 4, 'ASVS V9; CWE-347', `
    (digital|electronic|cryptographic|code|valid|invalid|message|verif*) ~1 signature,
    verif* ~3 (signature|certificate|integrity|authentic*|mac|token|checksum|hash), digitally sign*,
    (signed|unsigned) ~1 (callback|request|token|message|cookie|code|package|url|binary|certificate|update|data|payload),
    (access|refresh|bearer|auth|api|csrf|security|id|session|jwt|device) token, jwt,
    certificate (authority|pinning|expir*|chain|valid*|revoc*|renew*),
    (ssl|tls|digital|client|server|root|public|valid|self|ca) ~1 certificate, message authentication,
    signatur* ~2 (prüf*|verif*), zertifikat*, (code|rotat*|renew*|expir*) ~2 (certificate|signing), elektronisch ~2 (signier*|signatur*)`),
  row('cryptography', 4, 'CWE-345, CWE-353; Tampering', `
    tamper*, manipulationssich*, data integrity, (cannot|not|never|prevent*|against|avoid*) ~3 replay*,
    protect* ~2 against, (signature|certificate) ~2 (is|are) ~1 (valid|verified|checked|correct|invalid|missing),
    clear text, cleartext, integrity ~2 (check*|protect*|of|verif*|valid*),
    (ensur*|protect*|guarantee*|maintain*|preserv*|verif*|check*) ~4 integrity, checksum, non repudiation,
    nonrepudiation, repudiat*, forge, forged, forgery, counterfeit*, corrupt* ~4 (data|database|file|input),
    (data|database|file) ~5 (corrupt*|uncorrupt*)`),
  row('cryptography', 2, 'ASVS V11', `
    token, secret, vault, certificate, integrity, (hash|hashed|hashing), signature,
    random ~1 (number|id|identifier|string|value|token), guess*, unguess*, intégrité, integrität*`),

  // Input and files
  row('input', 4, 'CWE-345; Spoofing', `
    (ignore*|disregard*|reject*|refus*) ~4 (command|instruction|request|message|packet)`),
  row('input', 4, 'ASVS V1.5; CWE-502, CWE-918', `
    pickle, yaml load, fetch* ~5 url, (image|file|any|arbitrary|foreign) url,
    (file|path) name ~4 (outside|traversal), rendered inline, formula injection`),
  row('input', 4, 'ASVS V1, V2; CWE-79, CWE-89', `
    injection, xss, csrf, xsrf, ssrf, xxe, cross site, clickjack*, sanitis*, sanitiz*, input validation,
    validat* ~4 (input|user|upload*|request|payload|parameter|file),
    user (supplied|provided|generated|submitted|input), path traversal, buffer overflow, deseriali*, remote code,
    code execution, script (injection|tag), (escape|escaping|escaped) ~3 (html|output|input|user|character),
    content security policy, csp,
    (malicious|malformed|untrusted|harmful|suspicious|illegal) ~2 (data|input|file|content|request|user|link|message|code|script|upload|package),
    eingabevalid*, schadcode`),
  row('input', 4, 'ASVS V2; CWE-20', `
    (incorrect|invalid|bad|corrupt*|wrong|erroneous) ~2 (data|input) ~5 (introduc*|enter*|accept*|reject*|prevent*|stor*|into),
    (prevent*|protect*|reject*|refus*) ~6 (incorrect|invalid|bad|corrupt*|malicious|erroneous) ~1 (data|input|value|entries),
    only valid ~2 (data|input|value), data ~3 (correspond*|correct*|same) ~4 (entered|input)`),
  row('input', 3, 'ASVS V5; CWE-434', `
    upload*, hochlad*, hochgeladen*, *upload*, téléverse*, joindre ~2 (fichier|document),
    attach* ~3 (file|document|photo|image|picture|screenshot),
    (file|document|image|photo|video|csv|excel|zip|xml) import, dateianhang, anhänge, anhang`),
  row('input', 2, 'ASVS V5', `
    (import|imports|imported|importing|importer), importier*`),
  row('input', 4, 'ASVS V1.2, V3; CWE-79', `
    (custom|own|arbitrary|inline|foreign) ~1 (javascript|script|html),
    (output|html|text|input|value|content|message|chat) ~5 (escaped|encoded)`),
  row('input', 3, 'ASVS V2', `
    reject* ~3 (command|request|message|packet)`),
  row('input', 3, 'Spoofing; CWE-290', `
    (unknown|foreign|rogue) (controller|device|sender|source|client)`),
  row('input', 2, 'ASVS V2, V5; CWE-20', `
    (csv|xlsx|excel|xml|zip|spreadsheet|svg), attachment, pièce* jointe*, free text, freitext*, rich text, wysiwyg,
    html (content|mail|email|input), markdown, (parse|parses|parsing|parser), (webview|iframe), macro,
    custom (html|css|script|javascript|code), query (string|parameter), search (input|query),
    comment (field|form|box), contact form, formular*, qr code, barcode`),

  // Interfaces to the outside
  row('externalInterface', 2, 'ASVS V4', `
    (outside|foreign) (laborator*|system|company|party|parties|network), (any|other|foreign) (site|domain|host),
    (unknown|new|seen|strange) device, maintenance (port|connector|access),
    (serial|debug|diagnostic) (console|port|connector|interface), lien de partage`),
  row('externalInterface', 3, 'ASVS V4', `
    (hl7|fhir|as2|edifact|dicom|swift|opc|mqtt|modbus|sepa|soap),
    (receive*|exchange*|send*|deliver*) ~6 (external|outside|partner|national|carrier|carriers|authority|authorities|supplier) ~3 (system|database|laborator*|register|service|mailbox|participant)`),
  row('externalInterface', 4, 'ASVS V4; CWE-918, CWE-346', `
    webhook, firewall, vpn, dmz, cors, (public|open|external|partner|rest|party) ~1 api,
    api ~2 (key|token|access|client|consumer|gateway|auth*|permission|rate),
    remote ~1 (access|login|management|control|configuration|administration|desktop|wipe),
    expos* ~4 (internet|publicly|api|endpoint|port|outside|public), open redirect,
    embed* ~6 (own|customer|third|external|partner|other) ~1 (site|page|website), (unsigned|incoming) callback,
    open port, intrusion*, network (security|segment*|isolat*|attack)`),
  row('externalInterface', 3, 'ASVS V4; CWE-829', `
    (external|third|3rd) ~1 (party|system|service|provider|partner|application|vendor|site|tool|interface|organisation|organization),
    api, endpoint, schnittstelle*, callback`),
  row('externalInterface', 2, 'ASVS V4.3', `
    (ftp|mqtt|graphql|grpc|soap|websocket), rest (api|interface|service)`),
  row('externalInterface', 3, 'ASVS V3; CWE-601', `
    redirect* ~3 (to|url|user|after), deep link, deeplink, iframe,
    embed* ~4 (site|page|widget|external|third|customer|partner), file transfer, drittanbieter*,
    externe* (system|dienst|partner|anbieter), interface with ~4 (system|service|bank|external|network), tiers,
    bluetooth, nfc, wifi, wi fi, (usb|removable) ~1 (device|stick|media|drive), over the air,
    public (internet|network|cloud|url|link|endpoint|repository), plugin, plug in, browser extension,
    internet of things`),
  row('externalInterface', 2, 'ASVS V4', `
    integrat* ~3 (with|system|service|api), integration, synchroni* ~5 (with|to|from), partner,
    (send|sends|sent) ~4 (email|mail|sms|notification) ~3 (customer|user|address|link), internet, network, download*,
    crm, erp, smtp, push notification, domain, dns, proxy, e mail ~3 link, third`),

  // Logging and audit
  row('logging', 4, 'ASVS V16', `
    (raise*|log*|report*|alarm) ~5 (cover|tamper*|door|enclosure) ~2 (open*|removed),
    (alarm|alert|notif*) ~8 (unknown|unusual|suspicious|new) ~1 (device|login|sign|access)`),
  row('logging', 4, 'ASVS V16; CWE-778; Repudiation', `
    audit ~1 (trail|log|capabilit*|purpose|event|function*|requirement), auditab*, auditing (purposes|of|capabilit*),
    (security|access|login|authentication|admin*) ~1 (log|logs|event|logging|alert|incident|history|attempt|monitor*),
    failed ~2 (login|attempt|logon|authentication|sign),
    (unsuccessful|invalid|repeated) ~2 (login|attempt|logon|authentication),
    (log|logs|logged|record|recorded|records|track*|trace*) ~4 (who|access|attempt|modification),
    (log|record|track*) ~3 user activit*,
    who ~2 (changed|accessed|viewed|edited|deleted|did|made|created|approved|modified), siem, forensic*, accountab*,
    revisionssich*, audit protokoll, piste ~1 audit,
    detect* ~4 (intrusion|attack*|anomal*|suspicious|unauthor*|breach*|tamper*|violation), security violation,
    notif* ~4 (admin*|security|owner) ~6 (attempt|abuse|occurrence|breach|attack|suspicious|unauthor*)`),
  row('logging', 3, 'ASVS V16; CWE-532', `
    auditing, audited, audit (record|history),
    (activity|change|event|transaction|audit|server|error|system) (log|logs|history|journal),
    (log|logs|logging) ~3 (all|every|each|user|change|access|event|transaction|action|activit*|whole|request|personal|form),
    (keep|store|maintain|retain) ~3 (log|history|record) of, protokollier* ~3 wer,
    (traceable|attributable|traced) to, freigabe ~2 (erteilt|erteilen), *protokoll*, protokollier*, nachvollzieh*,
    journalis*, traçabilité, traceab*, historisier*, user added ~5 access`),
  row('logging', 4, 'Repudiation', `
    (traceable|attributable|traced) to ~3 (person|user|individual|employee|author),
    wer ~5 (geändert|erteilt|freigegeben|gelöscht|zugegriffen)`),
  row('logging', 2, 'ASVS V16', `
    audit`),
  row('logging', 1, 'ASVS V16', `
    logging, logs, history, protokoll, verlauf, monitor*, alert, tracking, report* ~4 (change|access|user)`),

  // Administration of people and settings
  row('administration', 1, 'ASVS V13', `
    adminis*, configuration, konfiguration`),
  row('administration', 4, 'ASVS V8, V13; CWE-269', `
    (user|account|identity|role|rights|access|rechte|benutzer|nutzer) (management|administration|provisioning|verwaltung),
    benutzerverwalt*, nutzerverwalt*, rechteverwalt*, rollenverwalt*,
    (create|add|delete|deactivate|disable|suspend|remove|block|ban|edit|manage|modify|lock|unlock|revoke*|reenable|approve) ~3 (user|account|admin*) ~2 (account|access|role|permission|as|by),
    account ~9 (revoked|suspended|disabled|deactivated|blocked|locked|banned|deleted), revok*, superuser,
    super (user|admin*), root (access|user|privilege), sudo, act as ~3 (user|customer|admin*),
    (admin*|root|default) (password|account|access|interface|panel|console|right|privilege|rights),
    gestion des (utilisateurs|droits|accès|rôles)`),
  row('administration', 3, 'ASVS V13; CWE-269', `
    only ~2 admin*, (security|network|database) admin*,
    (deactivat*|suspend*|disabl*|delet*|block*|ban|bans|lock*|unlock*|invite*|manag*|creat*|add*|remov*|assign*) ~2 (user|account|member|employee|customer),
    back ~1 office, backoffice, support ~1 (agent|staff|team|employee) ~3 (can|view|see|access|act|log|reset),
    offboard*, deaktivier* ~4 (konto|benutzer|nutzer|account), administrateur*, mitarbeiterkonto`),
  row('administration', 2, 'ASVS V13', `
    admin, admins, admin* (area|page|panel|console|interface|tool|dashboard|section), user account,
    (user|account) ~1 (settings|creation|removal|deletion), moderat*, maintenance mode, feature (toggle|flag),
    debug (mode|endpoint|log*), environment variable, supervisor, privileged`),

  // Availability and abuse
  row('abuse', 2, 'CWE-400', `
    backed up, overload*, (normal|peak) load, flood*, (slow|block|stop|mute) ~3 people`),
  row('abuse', 4, 'CWE-770', `
    limit* ~7 (per|a|each) (minute|second|hour), (takes|take|took|brings|bring|brought) ~5 down`),
  row('abuse', 4, 'CWE-770, CWE-400; Denial of service', `
    denial of service, ddos, rate limit*, ratelimit*, throttl*, abus*, misus*, missbrauch*, captcha, recaptcha,
    spam*, malicious, web scraping, scrap* ~4 (bot|price|data|content|site),
    (prevent*|block*|detect*|against) ~3 (bot|bots|crawler|flood*), bot (protection|detection|traffic),
    enumerat* ~4 (user|account|id|email), zip bomb, resource exhaustion, usage quota, abusif*, cheat*`),
  row('abuse', 2, 'CWE-400', `
    bot, backup, back up, sicherung*, disaster recovery, failover, restor* ~4 (data|backup|database),
    too many ~2 (request|attempt|login), unlimited, limit* ~3 number of, limit* ~3 (request|attempt),
    (maximum|number|many) ~3 attempt, lock out, lockout, anonymous, unattended, after ~3 failed, wiederherstell*,
    sauvegarde*, report* ~3 (abuse|content|user|spam)`),

  // Dependencies and weaknesses
  row('dependencies', 4, 'ASVS V15; CWE-1395', `
    (npm|yarn|pip|cargo|composer) audit, (high|critical) ~1 (finding|severity), transitive (dep|dependenc*),
    default ~2 (password|credential|account|login|admin|user), admin admin`),
  row('dependencies', 4, 'ASVS V15; CWE-1395', `
    vulnerab*, cve, cves,
    security (patch*|update|fix|advisor*|issue|bug|hole|flaw|header|release|hotfix|scan*|hardening), exploit*, hack,
    hacks, hacker, hacked, hacking, attack*, threat, threats, malware, virus, viruses, antivirus, trojan, ransomware,
    spyware, worms, supply chain, sbom, dependabot, penetration test*, pentest*, pen test*, schwachstelle*,
    sicherheitslücke*, angriff*, angreif*, vulnérab*, attaque*, backdoor, hardening, zero day, log4j, log4shell,
    heartbleed`),
  row('dependencies', 3, 'CWE-1104', `
    (upgrade|update|updating|upgrading|bump|bumping|replace) ~3 (dependenc*|openssl|jquery|log4j|spring|rails|django|struts|tomcat|nginx|php|node|electron|library|libraries|npm|gem|gems|packages),
    (outdated|unsupported|deprecated|unmaintained|old) ~2 (library|libraries|dependenc*|package|version|framework),
    dependenc* ~3 (update|upgrade|scan*|outdated), end of life, base image, abhängigkeit* ~3 (aktualisier*|update)`),

  // Security by name
  row('security', 4, 'STRIDE', `
    intruder*, adversar*, eavesdrop*, sabotage*, insider threat, genuine ~2 (card|terminal|device|user),
    (card|terminal|device) ~2 genuine`),
  row('security', 4, 'STRIDE', `
    insecure*, unsecur*, securely, security, secured, cybersecur*, infosec, cyber, owasp, iso 27001, soc 2,
    informationssicherheit, it sicherheit, sicherheitsr*, sicherheitsk*, sicherheitsp*, sécurité, sécurisé*,
    sécuriser, abgesichert*, trojan*`),
  row('security', 3, 'STRIDE', `
    secure, secures, securing,
    (protect*|defend*|guard*|safeguard*|schütz*|geschützt*|schutz) ~5 (data|information|against|from|system|user|access|file|daten|vor|gegen),
    unsafe, sicherheit, trusted (party|source|device|entity|environment|execution), untrusted, sandbox*, quarantin*,
    isolat* ~3 (tenant|customer|user|application|data|network), firewalls, lock* ~2 (device|screen|card|application),
    block* ~2 (card|device|application), shield*, geheim*, compromis*, watermark*, drm`),
  row('security', 1, 'STRIDE', `
    protect*, trust*, safe, safely, safety, sensitive, sensib*, restrict*, valid*, legal, regulat*, compliance,
    compliant`),
];
