import { matter, row, type EvidenceRow } from './row';

/**
 * Signs in the words of trades: what each of them keeps safe, without saying so. In English, German and French.
 */
// One row is one paragraph.
// prettier-ignore
export const SIGNS_OF_TRADES: readonly EvidenceRow[] = [
  row('personalData', 3, 'GDPR: care, health and social services', `
    prescribe*, pharmac*, dosage, infusion, ward, bedside, surgery, anaesth*, anesthe*, radiolog*, x ray, mri,
    ultrasound, (lab|laboratory) (result|value|report|order|finding), pathology, oncolog*, dental, dentist,
    midwife, midwives, nursing home, caregiver, carer, caseworker, social worker, therapist, counsel*, blood
    (group|pressure|sugar|test), immunisation, immunization, sick note, sick leave, health
    (card|insurance|record|data|app|check), fitness data, sleep data, weight history, step count, cycle tracking,
    organ donor, genome, sperm, adoption, foster, welfare, benefit claim, hospice, patient portal, telemedicine,
    hl7, fhir, dicom, adverse (event|reaction), informed consent, clinical trial, randomis*, randomiz*, rezept ~2
    (einlösen|arzt|patient*), apotheke*, klinik*, pflege*, labor, laborwert*, röntgen*, betreuer*, jugendamt,
    sozialamt*, sprechstunde*, medikation*, anamnese, einweisung, infirmi*, soins, dentiste, carte vitale,
    radiographie, laboratoire, médecin*, rendez vous médical, aide sociale`),
  row('personalData', 3, 'GDPR: schools and exams', `
    school report, parent teacher, class list, class register, homework submission*, exam, examination,
    transcripts, scholarship, enrolment, enrollment, admission, special needs, absence note, detention, grading,
    marks, student (file|record|data), pupil*, daycare, nursery, pick up authori*, classroom, school trip,
    noteneingabe, notenbuch, klassenbuch*, klassenliste*, elternabend, elternbrief*, elterngespräch*, kita,
    klausur*, prüfung*, immatrikul*, förderbedarf, notes des, bulletin scolaire, relevé de notes, examen*, copies
    d examen, crèche, inscription scolaire`),
  row('personalData', 3, 'GDPR: work and staff', `
    payslip*, wage*, bonus ~2 (employee|staff|manager|payment), appraisal*, performance review, applicant*, job
    application*, cvs, reference letter*, staff (directory|file|list|data|photo), org chart, holiday request*,
    leave request*, time sheet*, timesheet*, working hours, overtime, clock in, clocking, shift
    (swap|plan|schedule), on call list, expense claim*, expense report*, business trip*, background check*, works
    council, dismissal*, resignation*, emergency contact*, driver s licence, driving time*, tachograph*, bewerb*,
    personalakte*, personalstamm*, urlaubsantr*, zeiterfassung*, stundenzettel, dienstplan*, schichtplan*,
    schichttausch*, reisekosten*, spesen*, betriebsrat*, kündigung*, führerschein*, notfallkontakt*, fiche* de
    paie, bulletin* de salaire, congés, notes de frais, entretien annuel, pointage, planning des équipes, permis
    de conduire`),
  row('personalData', 3, 'GDPR: authorities, law, insurance and housing', `
    citizen*, residence (permit|certificate|registration), residents, civil (register|status), birth certificate,
    tax (return|declaration|assessment|office|id|number), passport*, visa, identity card*, id card*, permit
    application*, benefit* ~2 (claim*|application*), subsidy, subsidies, grant application*, petition*, ballot*,
    vote, voting, election*, poll book, court, lawyer*, attorney, legal (case|file|advice), power of attorney,
    notary, testament, witness*, evidence ~2 (police|file|case), prison*, fingerprint*, asylum, immigration,
    customs declaration*, claim, claimant*, policyholder*, underwrit*, accident report*, damage report*, insurance
    (policy|number|card|claim|contract), landlord*, rent ~2 (payment|increase|statement|arrears), rental
    (agreement|contract), utility bill*, energy (bill|consumption), heating bill, housing, viewing appointment*,
    credit (check|report|score), debt*, dunning, bürger*, meldebescheinigung*, personalausweis*, reisepass*,
    steuererklärung*, steuerbescheid*, antrag*, anträge*, bescheid*, wahl, wahlen, briefwahl*, gericht*, anwalt*,
    anwält*, vollmacht*, polizei*, schadensmeld*, schadenmeld*, versicherungs*, mietvertrag*, miete, nebenkosten*,
    schufa, stromverbrauch*, heizkosten*, état civil, acte de naissance, titre de séjour, carte d identité,
    passeport*, déclaration* d impôt, déclaration* de sinistre, sinistre*, avocat*, tribunal, procuration*, vote*,
    électeur*, scrutin*, bailleur*, loyer*, bail, quittance*, assurance*`),
  row('personalData', 3, 'GDPR: travel, delivery and meeting people', `
    boarding pass*, passenger*, check in, check out ~2 (guest|room|hotel), hotel guest*, guest
    (registration|list|card|data|wifi|name), room (number|key|card) ~3 (guest|door|app), traveller*, traveler*,
    itinerary ~2 (share*|passenger*), frequent flyer, loyalty (card|account|programme|program|points), membership
    (card|number|fee), proof of delivery, delivery (address|photo|note|code), leave at ~2 door, pick up code,
    parcel locker*, safe place, redirect* ~3 (parcel|delivery), courier*, recipient s, signature ~2
    (recipient|delivery|customer), live location, live tracking, location sharing, geofenc*, gps, route history,
    trip history, ride history, licence plate*, number plate*, dating, match ~2 (profile|photo|message), profile
    (visit*|views), followers, friend (list|request|finder|suggestions), contact list, find ~2 friends, who is
    online, read receipts, typing indicator, disappearing messages, direct message*, private message*, group chat,
    voice message*, video call*, screen sharing, shared screen, waiting room, call recording*, voicemail*, call
    (list|log|history|detail), sim swap*, sim card*, esim, number porting, caller id, fahrgast*, fahrgäste,
    reisende*, gästeliste*, meldeschein*, zimmernummer*, kundenkarte*, mitgliedskarte*, mitgliedsausweis*,
    lieferadresse*, abholcode*, packstation*, empfänger*, unterschrift ~3 (empfäng*|kund*|display),
    freundesliste*, kontaktliste*, gruppenchat*, sprachnachricht*, videoanruf*, anrufliste*, rufnummer*,
    passager*, voyageur*, liste des invités, carte de fidélité, carte de membre, adresse de livraison, point
    relais, destinataire*, géolocalis*, amis, message privé, messages privés, appel vidéo, répertoire`),
  matter('payment', 3, 'PCI DSS; CWE-840: banks, tills and contracts', `
    standing order*, direct debit*, bank (detail|account|transfer|card|statement), payee*, payout*, payment
    (run|link|file|method|reminder|terminal|provider|page|by), instant payment*, account
    (holder|statement|balance|number|closure|opening), overdraft*, credit line*, mortgage*, loan
    (application|agreement|approval), savings, securities account, portfolio ~2 (share*|client|customer), trading
    ~2 (order|limit|account), order limit*, wallet*, seed phrase, cryptocurrenc*, stablecoin*, deposit ~3
    (account|money|cash|customer), aml, sanctions list*, chargeback*, return without receipt, store credit, gift
    card*, price override*, staff discount*, employee discount*, discount code*, promo code*, coupon*, voucher*,
    loyalty points, cash (drawer|count|register|desk|withdrawal|back|payment*), split the bill, minibar, invoice
    (approval|number|copy|address|pdf|by|details), supplier bank, approval limit*, purchase
    (order|approval|request) ~3 (approv*|limit|supplier), expense*, budget ~2 (approv*|release*|transfer*),
    journal entr*, bookings to account*, fundrais*, membership fee*, subscription (cancel*|upgrade*|plan|fee), in
    app purchase*, top up, prepaid, ticket (resale|transfer|sale*|refund*|qr), season pass*, fare*, toll*, parking
    fee*, jackpot, odds, prize*, auction*, bid, royalt*, commission*, tax refund*, dauerauftrag*, überzieh*,
    kontoauszug*, kontostand*, depot, darlehen*, geldautomat*, gutschein*, personalrabatt*, trinkgeld*,
    rechnungsfreigabe*, rechnungskorrektur*, bestellfreigabe*, buchungssatz*, spendenquittung*, mitgliedsbeitr*,
    fahrkarte*, fahrschein*, bonuspunkt*, gewinnspiel*, prélèvement*, rib, compte bancaire, découvert, prêt,
    retrait*, bon d achat, bons de réduction, code promo, carte cadeau, pourboire*, note de frais, cotisation*,
    billet*, avoir, rechargement, tombola, enchère*`),
  matter('externalInterface', 3, 'IEC 62443; ISO 21434: plants, buildings and vehicles', `
    access control*, turnstile*, visitor (badge|management|registration|pass|wifi), key
    (card|fob|box|locker|handover), door (code|lock|opener|access|release), intercom, doorbell*, alarm
    (system|panel|code|off), security guard*, evacuation, fire alarm*, sprinkler*, smoke detector*, elevator*,
    hvac, building (automation|management|control), smart (home|lock|meter|plug|speaker|card|tv), voice
    assistant*, baby monitor*, router*, access point*, guest (network|wifi|wlan), home network, hmi, operator
    panel*, recipe (change*|download|approval) ~2 (machine|batch|operator), batch (record|release), emergency
    stop*, interlock*, safety (function|relay|controller), set point*, setpoint*, actuator*, robot
    (arm|cell|program*), cnc, conveyor ~2 (stop|start|control*), machine (data|control*|program*|parameter*),
    production line ~3 (stop*|remote*|internet), maintenance (port|laptop|access|technician), service technician*,
    field engineer*, telematics, obd, ecu, infotainment, car sharing, immobili*, unlock* ~3
    (car|vehicle|scooter|bike|door), charging (station|point|card|session), charge point*, rfid, battery
    management, substation*, switchgear, breaker*, inverter*, feed in, wind (park|farm|turbine), pump station*,
    water (works|supply|treatment), dosing, signal box, railway, train control, drone*, satellite*, ground
    station, uplink, gateway*, edge device*, mqtt, opc ua, lorawan, zigbee, zutritt*, schließanlage*,
    schließfach*, türöffner*, alarmanlage*, brandmeld*, rauchmelder*, aufzug*, gebäudeleittechnik*,
    gebäudeautomat*, gäste wlan, sprachassistent*, steuerung*, sollwert*, not aus, anlagensteuer*,
    maschinensteuer*, rezeptur*, chargenfreigabe*, servicetechnik*, techniker*, wartungszugang*, ladesäule*,
    wegfahrsperre*, stellwerk*, wechselrichter*, netzleit*, schaltbefehl*, pumpwerk*, kläranlage*, wasserwerk*,
    contrôle d accès, tourniquet*, interphone*, ascenseur*, domotique, assistant vocal, consigne* de, arrêt d
    urgence, technicien*, borne* de recharge, télématique, onduleur*, réseau électrique, station de pompage,
    objets connectés`),
  matter('dependencies', 3, 'ASVS V13, V15: building and running software', `
    production (data|database|access|server|system|secrets|environment|dump|copy), staging ~3
    (data|copy|dump|production), test data ~3 (production|real|customer), real customer data, customer dump,
    database (dump|copy|export|access|user|console|migration|password), admin
    (interface|ui|panel|console|area|page|endpoint|user|password|rights), debug
    (endpoint|mode|menu|output|flag|build), health endpoint, metrics endpoint, actuator endpoint, swagger ~3
    (production|public), source maps, error page* ~4 (detail*|stack|path|version), version (header|number) ~3
    (header|public|expos*), server header*, security header*, s3, bucket*, blob storage, storage account, shared
    drive, network share, ftp, sftp, bastion, jump host, firewall*, port, load balancer, reverse proxy, cert, dns,
    domain (transfer|registr*), subdomain*, mail server, spf, dkim, dmarc, container*, docker*, kubernetes, helm,
    terraform, ansible, pipeline (secret*|variable*|token*|permission*|artefact*), github action*, deploy key*,
    build agent*, artifact*, artefact*, registry, npm, pip, maven, crate, lockfile*, dependenc*, renovate, license
    scan*, sast, dast, fuzz*, feature flag* ~4 (production|customer|support|admin), maintenance (page|window|mode)
    ~3 (admin|login|ip), cron ~3 (root|user|password), service account*, on premise, self hosted, multi tenan*,
    single sign*, ldap, scim, directory sync, webhook*, api
    (client|consumer|version|key|token|access|limit|gateway|for), graphql, introspection, public api, open api,
    partner api, plugin*, extension*, add on, mobile sdk, deep link*, push token*, clipboard, screenshot* ~3
    (prevent*|block*|app|background|sensitive), jailbreak*, rooted, debuggable, obfuscat*, reverse engineer*,
    local storage, session storage, cache ~3 (personal|user|authenticated|private|logged), offline
    (copy|data|mode) ~3 (device|customer|patient|user), copy protection, licence (key|server|check|activation),
    activation code*, trial (period|abuse|account|version), crash (report*|dump*), usage statistics,
    produktivdat*, produktionsdat*, echtdaten, testdaten ~3 (produktion|echt*|kunden*), datenbankzugriff*,
    datenbankabzug*, adminoberfläche*, admin bereich, netzlaufwerk*, dienstkonto*, technischer benutzer,
    rechenzentrum*, cloud*, lizenzschlüssel*, absturzbericht*, abhängigkeit*, sicherung*, données de production,
    base de production, sauvegarde*, compte de service, certificat*, serveur de, pare feu, hébergeur*,
    hébergement, clé de licence, rapport de plantage, dépendance*`),
  matter('abuse', 3, 'CWE-799, CWE-837: games, markets and communities', `
    wallhack, aimbot, anti cheat, ranked ~3 (match|play), leaderboard ~3 (submit*|score*|reset|fake), loot ~2
    (duplicate*|dupe), dupe*, item trading, trade ~2 (window|offer|chat), gift ~2 (skin|friend|player), in game
    (chat|currency|purchase|mail), guild ~2 (bank|leader|kick), kick ~2 (player|member|user), vote ~2
    (kick|twice|once), matchmaking ~2 abuse, spectat* ~3 (opponent|hidden|delay), save ~1 (game|file) ~3
    (edit*|cloud|modif*|tamper*), mods, modding, user generated, ugc, level editor ~3 (share*|upload*), map
    upload*, custom (server*|map*|script*|mod*), profanity, word filter, slur*, report ~1
    (abuse|button|users|player|post|comment|message|listing), takedown*, copyright (claim|notice), shadow ban*,
    ban appeal*, scam*, bot account*, fake (account*|review*|listing*|profile*|news*|order*|id|ticket*), review
    (bomb*|fraud|manipul*), rating* ~3 (manipul*|own|twice|fake), multiple accounts, sock puppet*, invite
    (link*|code*), referral*, sign up bonus*, promo abuse, resale, resell*, scalp*, queue ~2 (jump*|bypass),
    waiting list ~3 (skip|position|bypass), double (booking|submit*|spend*), race condition*, idempoten*, replay*,
    bulk (delete*|export*|download*|message*|invite*|import*|mail*), mass (delete|mail|export|message|invite),
    undo ~2 delet*, irreversible, delete (all|everything|permanently|without), mehrfach
    (teilnahme*|abstimm*|einlös*|konten*), melden ~2 (beitrag|nutzer*|kommentar*|inhalt*), meldefunktion*,
    weiterverkauf*, massenversand*, massenlösch*, arnaque*, faux compte, faux avis, modération, signaler un,
    signalement*, lien d invitation, parrainage, revente*, envoi en masse`),
  matter('authorisation', 2, 'ASVS V8: people who act', `
    (user|customer|client|guest|member|patient|parent|pupil|student|teacher|staff|employee|manager|supervisor|agent|advisor|adviser|officer|crew|driver|nurse|doctor|operator|technician|engineer|owner|seller|buyer|supplier|partner|neighbour|neighbor|friend|colleague|visitor|tenant|landlord|volunteer|reader|player|author|editor|moderator|host|coach|trainer|trainee|worker|clerk|cashier|receptionist|porter|steward|warden|keeper|inspector|auditor|lawyer|relative|relations|heir|sponsor|donor|subscriber|passenger|courier|dispatcher|subject|candidate|applicant|citizen|resident|contractor|freelancer|interpreter|translator|referee|judge|researcher|analyst|developer|tester|people|everyone|anybody|anyone|somebody|boss|head|team|dealer|vendor|merchant)
    (see|read|look|open|change|edit|scan|approve|confirm|swap|report|receive|get|send|post|upload|download|delete|cancel|vote|sign|pay|buy|invite|share|unlock|record|enter|book|call|use|put|leave|dictate|export|correct|release|override|transfer|withdraw|resell|comment|talk|write|work|stay|let|give|hand|access|control|start|stop|join),
    (user|customer|client|guest|member|patient|parent|pupil|student|teacher|staff|employee|manager|supervisor|agent|advisor|adviser|officer|crew|driver|nurse|doctor|operator|technician|engineer|owner|seller|buyer|supplier|partner|neighbour|neighbor|friend|colleague|visitor|tenant|landlord|volunteer|reader|player|author|editor|moderator|host|coach|trainer|trainee|worker|clerk|cashier|receptionist|porter|steward|warden|keeper|inspector|auditor|lawyer|relative|relations|heir|sponsor|donor|subscriber|passenger|courier|dispatcher|subject|candidate|applicant|citizen|resident|contractor|freelancer|interpreter|translator|referee|judge|researcher|analyst|developer|tester|people|everyone|anybody|anyone|somebody|boss|head|team|dealer|vendor|merchant)
    (can|may|must|should|will|also|still|now|only) ~1
    (see|read|look|open|change|edit|scan|approve|confirm|swap|report|receive|get|send|post|upload|download|delete|cancel|vote|sign|pay|buy|invite|share|unlock|record|enter|book|call|use|put|leave|dictate|export|correct|release|override|transfer|withdraw|resell|comment|talk|write|work|stay|let|give|hand|access|control|start|stop|join),
    (user|customer|client|guest|member|patient|parent|pupil|student|teacher|staff|employee|manager|supervisor|agent|advisor|adviser|officer|crew|driver|nurse|doctor|operator|technician|engineer|owner|seller|buyer|supplier|partner|neighbour|neighbor|friend|colleague|visitor|tenant|landlord|volunteer|reader|player|author|editor|moderator|host|coach|trainer|trainee|worker|clerk|cashier|receptionist|porter|steward|warden|keeper|inspector|auditor|lawyer|relative|relations|heir|sponsor|donor|subscriber|passenger|courier|dispatcher|subject|candidate|applicant|citizen|resident|contractor|freelancer|interpreter|translator|referee|judge|researcher|analyst|developer|tester|people|everyone|anybody|anyone|somebody|boss|head|team|dealer|vendor|merchant)
    ~3 (sees|reads|opens|changes|approves|confirms|receives|uploads|signs|unlocks|exports),
    (kund*|mitarbeiter*|nutzer*|benutzer*|mitglieder|vereinsmitglied*|eltern|lehrkräfte|schüler*|patient*|mieter*|mandant*|fahrer*|techniker*|hausmeister*|azubi*|kolleg*|helfer*|leiter*|leitung|chef*|gäste|gast|besucher*|trauzeug*|teilnehmer*|händler*|lieferant*|bürger*|angehörig*|nachbar*)
    ~1
    (sehen|sieht|lesen|liest|ändern|ändert|öffnen|öffnet|schaltet|schalten|bekommen|bekommt|erhalten|erhält|dürfen|darf|können|kann|laden|lädt|stimmen|stimmt|melden|meldet|bezahlen|bezahlt|buchen|bucht|genehmigt|genehmigen|unterschreiben|unterschreibt|schicken|schickt),
    (client*|utilisateur*|membre*|parents|patient*|élève*|employé*|salarié*|moniteur*|concierge|gérant*|responsable*|technicien*|voisin*|abonné*|adhérent*|locataire*|conducteur*|agent*|bénévole*)
    ~1
    (voit|voient|lit|lisent|modifie*|ouvre*|reçoi*|règle*|paie*|signe*|envoie*|peut|peuvent|valide*|télécharge*|consulte*|commande*)`),
  row('personalData', 3, 'ASVS V14: where somebody is, and who looked', `
    where ~3 (was|were|drives|parked|stays|lives), distance to ~3 (person|user|member|friend|driver), who
    (liked|viewed|saw|paid|voted|read|ordered|booked|was|visited|looked|follows), (scan) ~1 faces, faces,
    (statistic) per ~1 (user|subscriber|person|employee|customer|listener), (address) ~2 list, mail merge, archive
    of, (answers|feedback|comments) ~3 (interview|survey|employees|staff|anonymous), dietary, obituar*, memorial,
    confession*, body camera, dictate*, relatives, heirs, guardians, (name|date|address) change, adressliste*,
    mobilnummer*, wo ~3 (war|ist|steht|parkt), angehörige*, coordonnées, liste des adresses`),
  row('externalInterface', 3, 'ASVS V4, V13: moved, mirrored and left behind', `
    from home, (talk|connects) to ~3 server, old (version|api|endpoint|server|system) ~3
    (still|reachable|running|online), still (reachable|works|running|valid|open), (list) all files, directory
    listing, preview deploy*, (move|moved|moving|swap|replace) ~6
    (cluster|provider|server|jobs|host|hosting|datacenter|warehouse|cloud), data warehouse, data lake, print
    server, mail (provider|server|merge|relay), error mail*, vcard*, report quer*, permission matrix, query
    builder, over the mobile network, voice command*, master (code|key|password), (lost|replace) ~2
    (sim|card|key|phone|badge|pass|token), sim, keys ~3 (handed|hand|given|returned), badge* until, keep* ~3
    (badge|key|access|account), per handy`),
  row('personalData', 3, 'German compounds: people and what is known about them', `
    *patient*, *schüler*, *kinder*, *eltern*, *mieter*, *mitglieder*, *mitarbeiter*, *bewerber*, *kranken*,
    *gehalts*, *personal*, *zeugnis*, *adressen*, *adressdaten*, *telefonliste*, *ausweis*, *akten*, *stammdaten,
    *vertrags*, *verträge*, *nachricht*, *aufnahmen, *aufzeichnung*, *standort*, *aufbewahr*, *löschung*`),
  row('authorisation', 3, 'German compounds: who may and what it costs', `
    *freigabe*, *genehmigung*, *sperr*, *vollmacht*, *zugangs*, *rechte*, *nachträglich*, nachträglich,
    *stornier*, *gutschein*, *gebühren*, *rabatt*, *guthaben*, *konten, *konto, *kontos, *bestellung*,
    *gutschrift*, *abrechnung*, *tagesabschluss*, *schnittstelle*, *anbieter*, *dienstleister*, *datenbank*,
    *server*, *wartung*, *fernsteuer*, *schlüsselverwalt*, *sicherung, *sicherungen, *verwaltung*, *benutzer*,
    *nutzerkont*`),
  row('abuse', 3, 'IEC 61508, IEC 62443: must not happen, must keep working', `
    (stop|halt|move|start|open) ~4 (when|while|if|unless|without|only) ~6
    (person|people|near|open|contradict|door|hand|released|confirmed|key), (shall|must) not ~2
    (move|start|open|order|release|lose|accept|reveal|leave), redirect ~4
    (ambulance|parcel|call|payment|train|vehicle|delivery), extend ~4 (time|deadline|limit|validity), accept ~4
    (cheque|cash|coins|orders|commands), ambulance*, emergency call*, confirm* ~3
    (change|order|transfer|delivery), verbose error*, (shared|public) computer*, in real time ~4
    (see|follow|position|location), (position) ~3 (minute|second|live|report*), by badge, alexa, siri, hide my,
    (hide|block|mute|report) ~1 (a|my|the) ~1
    (seller|buyer|age|name|email|number|profile|user|contact|person|host|guest), minutes of ~2
    (board|meeting|council), old (users|members|accounts|backups)`),
];
