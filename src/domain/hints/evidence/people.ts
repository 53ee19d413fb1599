import { matter, row, type EvidenceRow } from './row';

// One row is one paragraph.
// prettier-ignore
export const PEOPLE: readonly EvidenceRow[] = [
  // Authentication and sessions
  row('authentication', 3, 'Spoofing', `
    niemand ~8 ausgib*, (pretend*|pose|posing) ~3 (be|as), originate from`),
  row('authentication', 3, 'ASVS V6.7; Spoofing', `
    (paired|pairing|commissioned), enrolled ~2 (phone|device|finger*|card|key), accept* ~6 only from,
    (stolen|theft|steal|thief), (lost|stolen) (phone|device|card|laptop|badge)`),
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
    credential, identifiants`),
  row('authentication', 4, 'ASVS V6.5', `
    (two|2|multi) factor, 2fa, mfa, totp, otp, passkey, webauthn, fido*, biometri*, fingerprint, faceid, face id,
    touch id, (one|1) time (code|pin|password|link), zwei faktor, zweifaktor*, double facteur`),
  row('authentication', 4, 'ASVS V10; CWE-1390', `
    single sign on, single signon, sso, saml, oauth*, oidc, openid, ldap*, kerberos, active directory, identity
    provider`),
  row('authentication', 3, 'ASVS V6; Spoofing', `
    login, logon, signin, (log|logged|logging|sign|signed|signing) (in|on|into|onto), anmeld*, einlogg*,
    angemeldet*, *anmeldung, se connecter, connexion, connecté*, (username|userid), user (name|id)`),
  row('authentication', 4, 'ASVS V10', `
    (sign|log) in with, (signing|logging|login) with`),
  row('authentication', 4, 'ASVS V7; CWE-384, CWE-613', `
    session (timeout|time|expir*|cookie|token|id|hijack*|fixation|management|end*|inactiv*),
    (user|login|inactive|active|idle|expired) session, session (is|are|was|gets|will|shall) ~2
    (expir*|terminat*|invalid*|closed), remember me, stay (logged|signed) in, auto* (logout|log|logoff),
    (log|logged|sign|signed) out ~3 (automatic*|after), (erneute|erneuter|ohne|automatische) (anmeldung|abmeldung)`),
  row('authentication', 4, 'ASVS V6.4; CWE-640', `
    (account|password) (recovery|reset), account (takeover|lock*|lockout), magic link, (forgot|forgotten)
    (password|pin), lock* ~3 account, brute force`),
  row('authentication', 3, 'ASVS V6; CWE-290', `
    without ~3 (account|login|registration|password|signing|logging), chang* ~5
    (email|mail|phone|telephone|payout|bank) ~1 (address|number|account|detail), verif* ~3
    (identity|user|account|email|phone|sender|cardholder|customer), (email|phone|identity|age) verification,
    confirm* ~2 (identity|email), pin (code|number|entry|verification|pad),
    (enter|change|wrong|correct|secret|personal) ~2 pin, identif* ~2
    (themselves|himself|itself|user|customer|cardholder)`),
  row('authentication', 4, 'ASVS V6.4; CWE-640', `
    (return|login|reset|invitation|invite|private|shared|click) link, one click ~2 link`),
  row('authentication', 4, 'STRIDE Spoofing; CWE-290', `
    impersonat*, spoof*, phish*, identity theft, masquerad*, replay (attack|protect*)`),
  matter('authentication', 2, 'ASVS V6', `
    log out, logout, sign out, signup, (user|customer|member|new) (registration|account), registered
    (user|customer|member), regist* ~2 (user|account|customer), kundenkont*, benutzerkont*, abmeld*, inscription,
    smart card, smartcard, (account|profile|konto|compte)`),

  row('authentication', 4, 'ASVS V7; CWE-613', `
    (session|sitzung) ~4 (server|beendet|endet|end|läuft|expire*|revoke*|valid|invalid*), beendet ~2 sitzung,
    (concurrent|parallel|open|other|all) (session|sitzungen), (devices|places) ~3 (signed|logged) in,
    (lock|locked|unusable|blocked|block|gesperrt|bloqué*) ~6
    (wrong|failed|invalid|falsch*|incorrect|attempt|fehlversuch*), fehlversuch*, (wrong|failed|false) ~2
    (attempts|entries), automatic* ~2 (lock|locked|logout|logoff|logged), security question`),
  row('authentication', 3, 'ASVS V6; Spoofing', `
    (prove|proof|confirm) ~3 (identity), sich ausweisen, identité ~2 vérifi*, (badge|card|finger|face|palm|chip)
    ~3 (open|unlock|identif*|login), key card, (without|kein*|no) ~1 (pin|password|passwort),
    (shared|common|same|gemeinsam*|generic|single) (account|login|password|pin|user|konto|zugang|code),
    einmalcode, (sms|email) code, (change|changed|new|reset) ~2 (pin|passcode), (hand|give|tell) ~3
    (password|pin|login)`),

  // Authorisation
  row('authorisation', 2, 'ASVS V8.3', `
    (freelancer|contractor|temp|leaver) ~8 (contract|leave|leaving|end), (sperre|sperren|gesperrt|sperrung),
    ungültig machen`),
  row('authorisation', 3, 'CWE-266', `
    (need*|requir*|without) ~3 approval, approval for, (einblick|zugang) ~4 (geben|gewähren|entziehen)`),
  row('authorisation', 4, 'ASVS V2.3; Tampering', `
    (chang*|edit*|alter*|modif*) ~6 (once|after) ~5 (confirmed|approved|signed|closed|submitted|released)`),
  row('authorisation', 3, 'ASVS V8.2', `
    cannot (view|edit|change|access), (nobody|noone|anyone) ~2 (can|could|may|being), no one ~2 (can|could|may),
    personne ne, ne ~3 (puisse|puissent|peut|peuvent) ~3 (pas|être|annuler|imprimer|consulter), ne (doit|doivent) ~3 (voir|lire|consulter|modifier|connaître|accéder|quitter|annuler|transmettre|apparaître), verwehr*,
    niemand, entzieh*, hide ~3 from, no longer ~3 (change|edit|delete|see|access)`),
  row('authorisation', 4, 'ASVS V8.2; CWE-862', `
    (may|can) only ~1 (read|view|see), only ~3 own, (unreadable|invisible|hidden) ~2 (for|to|from), mandant* ~6
    mandant*, (seul|seule) ~8 (voie|voient|voit|voir|consulte*|accède*)`),
  row('authorisation', 4, 'ASVS V8; CWE-285; Elevation of privilege', `
    authoris*, authoriz*, unauthor*, nonauthor*, authz, autoris*, habilitation*`),
  row('authorisation', 4, 'ASVS V8; CWE-284', `
    access (control|right|level|restriction|privilege|policy|permission|list|rule),
    (control*|limit*|restrict*|deny|denied|grant*|revok*|prevent*|block*|forbid*|gate*|regulat*) ~5 access, access
    ~6 (restrict*|limited|denied|granted|revoked|controlled|forbidden|prohibited), zugriffs*, zugangs*, *zugriff*,
    droit* (acces|accès|d), contrôle* ~2 accès, inaccessible ~2 (to|by|for)`),
  row('authorisation', 4, 'ASVS V8; CWE-732', `
    permission, privilege*, entitlement, rbac, role based, (least|elevated) privilege, user role,
    (assign*|grant*|add*|chang*) ~4 role, role ~2 assign*, berechtig*, *berechtig*, befugnis*, unbefugt*,
    *rollen*, privilège*`),
  row('authorisation', 4, 'ASVS V8.2; CWE-862', `
    only ~5 <person> ~6 <may> ~3 <do>, <person> ~4 only <may> ~2 <do>, only ~1 <person> ~3 access, only ~5
    (can|may|shall|should|must|will) ~3 <do>, only ~4 (people|ones|person|users|party|role|group) ~1
    (who|that|to|with|allowed),
    (accessible|visible|available|viewable|editable|readable|shown|access|accessed|used|performed|changed|modified|seen|viewed)
    ~2 only ~2 (to|by|for|from|if|when|with), only ~3
    (accessible|visible|available|viewable|editable|accessed|shown|allowed|permitted|initiated) ~2
    (to|by|for|from), only be ~2
    (accessed|viewed|changed|modified|done|performed|initiated|updated|deleted|edited|created|used|seen|executed|assigned)
    ~3 (by|from|if|with), nur ~6 (dürfen|darf|können|kann|sichtbar|zugänglich), (seul|seule) ~6
    (peut|peuvent|doit|doivent|pourra|pourront), only ~3 (allow*|permit*|let) ~4 (to|access), limited to ~4
    (user|admin*|role|member|owner|permission|people|personnel|staff), restrict* ~1 (to|by|for|from)`),
  row('authorisation', 4, 'ASVS V8.2; CWE-639', `
    (not|cannot) ~3 (access|view|see|read|edit|modify|delete) ~5 (other|another|someone|private|unless|without),
    (not|never) ~1 (allowed|permitted|able) to ~2 <do> ~6
    (other|another|someone|unless|without|data|record|information), without ~5
    (role|permission|access|privilege|authori*|login|right|consent|approval) ~4 (not|cannot|can), (another|other)
    ~2 (user|customer|tenant|company|player|member|organization|team|account) ~3
    (data|information|record|order|account|profile|file|message), (their|his|her|its|our|your) own ~3
    (data|record|order|profile|file|account|information|only|entries), own ~2 only`),
  row('authorisation', 3, 'ASVS V8; CWE-266', `
    on behalf of, delegat*, (multi|cross|other) tenan*, tenan*, *mandant*, mandant*, im namen,
    (different|various|separate|appropriate|proper|certain|specific|necessary|correct|higher) ~1
    (role|right|access),
    (have|has|having|had|gain*|get|with|allow*|given|give|giv*|full|direct|public|anonymous|unrestricted|remote|external|guest|admin*|read|write|shared|temporary)
    access, (not|no) ~1 have ~3 access, access ~2 (by|for) ~3 (user|admin*|role|guest|member|employee|staff),
    (private|shared|protected|hidden|public|internal) ~1
    (link|url|folder|document|report|channel|board|page|project|repository|workspace|note|file),
    (supervisor|manager|admin*|moderator|owner|editor|approv*) role, user group, guest (user|access|account|link),
    visib* ~2 (for|to|only) ~3 (user|role|admin*|member|owner|group|everyone|team), wer ~5 (darf|dürfen)`),
  row('authorisation', 4, 'ASVS V8.2; CWE-862', `
    (nobody|none|noone) ~3 (except|but|else), no one ~3 (except|but|else),
    (decide|define|control|choose|limit|configure|determine|set|specify|restrict) ~3 (who|which|whom|what) ~4
    (may|can|see|access|edit), (lose|losing|lost) ~3 access, (dürfen|darf|können|kann) ~4 nicht ~3
    (ändern|sehen|einsehen|bearbeiten|löschen|zugreifen), nur ~5
    (sehen|einsehen|bearbeiten|ändern|löschen|freigeben),
    (data|information|record|order|account|profile|balance|message|file|report|row|chart) ~2 of ~1
    (another|other|someone), (another|other|cross|multi) tenan*`),
  row('authorisation', 3, 'ASVS V8.2', `
    (who|whom|which) ~4 (may|can) ~2 (see|view|open|read|edit|change|access|delete|approve),
    (may|must|shall|should|can|cannot|will) ~1 (not|never|cannot) ~1
    (see|view|change|read|learn|open|edit), (nobody|noone) ~1 (can|may|else|should|shall)`),
  row('authorisation', 3, 'CWE-266', `
    approv* ~4 (before|required|supervisor|manager|admin*|second|another), second person, approval ~1
    (of|by|from), (approved|released|confirmed) by ~3 (supervisor|manager|admin*|owner|issuer|second)`),
  row('authorisation', 2, 'ASVS V8', `
    shar* ~4 (with|link|externally|publicly|outside), shown to ~2 (other|everyone), (separate*|apart|segregat*) ~3
    from`),
  matter('authorisation', 2, 'ASVS V8', `
    role, rolle, rôle`),
  matter('authorisation', 2, 'ASVS V8', `
    invit* ~4 (user|member|people|guest|colleague|team*|person|friend), guest`),
  row('authorisation', 2, 'ASVS V8', `
    access* ~5 (data|information|record|system|database|file|account|report|server|application|resource|card),
    zugriff, zugang, rechte`),
  row('authorisation', 2, 'ASVS V8', `
    allowed to, permitted to, forbidden, (darf|dürfen) ~9
    (sehen|lesen|einsehen|ändern|löschen|öffnen|betreten|nutzen|verwenden|bearbeiten|starten|erhalten|verlassen|weitergeben|übermittel*|erfahren|abrufen|speichern|gespeichert|geändert|gelöscht|bekannt|möglich|zugreifen|erteilen|ausgeben)`),

  row('authorisation', 4, 'ASVS V8.2; CWE-639, CWE-425', `
    (change|changing|guess*|increment*|manipulat*) ~3 (id|ids|number|url|address|parameter) ~4
    (url|address|bar|see|other|another|order|invoice), (wrong|other|another|foreign|someone|somebody) ~1
    (user|customer|patient|tenant|member|account|person) ~3
    (data|order|file|invoice|record|profile|account|booking|name|message|s), (still|can) ~1
    (see|open|read|access|reach|download|play*) ~6 (deleted|blocked|removed|revoked|expired|left|private),
    (private|deleted|unpublished|hidden|draft)
    (video|photo|post|content|image|group|event|area|repository|project|document|file|message) ~4
    (can|visible|still|reachable|accessible|available), without
    (login|logging|signing|authentication|authorisation|authorization|permission), sans ~2
    (connecter|connexion|autorisation|authentif*), ohne ~2 (anmeldung|login|berechtigung|freigabe|zugriffsrecht*),
    (must|shall|may|should|can|darf|dürfen) ~1 (not|never|nicht) ~1
    (see|read|view|learn|know|access|sehen|lesen|einsehen|erfahren)`),
  row('authorisation', 4, 'ASVS V8; CWE-269: in the place of somebody else', `
    (log|login|logging|open|see|act|acting) ~2 as ~2 (user|customer|merchant|member|patient|tenant), view as ~1
    (user|customer|member|merchant), as the (user|customer|merchant|patient|member|tenant) sees`),
  row('authorisation', 4, 'ASVS V2.3, V8.2: separation of duties', `
    two (persons|people|signatures|pairs), (second|two|both) ~2
    (person|people|employee|supervisor|officer|manager|signature) ~4 (approv*|confirm*|sign*|present|release*),
    four eye, quatre yeux, vier augen*, double (signature|validation|approval), dual control,
    (approve*|approved|confirm|confirmed|released|freigegeben|genehmigt|validé*) ~3 (by|durch|von|par) ~3
    (manager|supervisor|head|second|leitung|responsable|leiter*|other|another), without ~2
    (approval|authorisation|authorization|consent|permission), nicht selbst ~2 (genehmig*|freigeb*), (own|eigene*)
    ~2 (request|expense|order|antrag|bestellung) ~3 (approve*|genehmig*)`),

  // Administration of people and settings
  matter('administration', 1, 'ASVS V13', `
    adminis*`),
  row('administration', 4, 'ASVS V8, V13; CWE-269', `
    (user|account|identity|role|rights|access|rechte|benutzer|nutzer)
    (management|administration|provisioning|verwaltung), benutzerverwalt*, nutzerverwalt*, rechteverwalt*,
    rollenverwalt*,
    (create|add|delete|deactivate|disable|suspend|remove|block|ban|edit|manage|modify|lock|unlock|revoke*|reenable|approve)
    ~3 (user|account|admin*) ~2 (account|access|role|permission|as|by), account ~9
    (revoked|suspended|disabled|deactivated|blocked|locked|banned|deleted), revok*, superuser, super
    (user|admin*), root (access|user|privilege), sudo, act as ~3 (user|customer|admin*), (admin*|root|default)
    (password|account|access|interface|panel|console|right|privilege), gestion des
    (utilisateurs|droits|accès|rôles)`),
  row('administration', 3, 'ASVS V13; CWE-269', `
    only ~2 admin*, (security|network|database) admin*,
    (deactivat*|suspend*|disabl*|delet*|block*|ban|lock*|unlock*|invite*|manag*|creat*|add*|remov*) ~2
    (user|account|member|employee|customer), back ~1 office, backoffice, support ~1 (agent|staff|team|employee) ~3
    (can|view|see|access|act|log|reset), offboard*, deaktivier* ~4 (konto|benutzer|nutzer|account),
    administrateur*`),
  matter('administration', 2, 'ASVS V13', `
    admin* (area|page|panel|console|interface|tool|dashboard|section), user account, (user|account) ~1
    (settings|creation|removal|deletion), maintenance mode, debug (mode|endpoint|log*), environment variable,
    supervisor`),

  row('administration', 4, 'ASVS V13; CWE-269, CWE-250', `
    (run|running|start|läuft|laufen|tourne) ~2 (root|administrator|sudo|privileged), (as|als|en) root,
    (service|technical|system) account, default (administrator|admin|user|settings),
    (leave|leaving|left|quit|verlässt|verlassen|ausscheid*|ausgeschieden*|départ) ~4
    (company|school|team|practice|clinic|project|firma|unternehmen|entreprise|mitarbeiter*|access|account),
    (joiner|leaver), (assign|change|grant|revoke|give|take) ~3 (rights|permission|role|access|admin)`),
];
