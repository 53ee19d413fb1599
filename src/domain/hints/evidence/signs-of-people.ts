import { matter, row, type EvidenceRow } from './row';

/**
 * Signs that people's data or decisions are touched: whose data, which, and what is done with them. In English, German
 * and French.
 */
// One row is one paragraph.
// prettier-ignore
export const SIGNS_OF_PEOPLE: readonly EvidenceRow[] = [
  // Whose data
  row('personalData', 3, 'GDPR 8, 9: people who need care', `
    child, children, kid, baby, babies, minors, pupil, patient, parents, guardian, resident, victim, witness,
    inmate, refugee, elderly, (trial|test|study|each|every) subject, subjects, under 13, under 16, under 18,
    proband*, kinder*, kindes, schüler*, eltern, patient*, bewohner*, klient*, minderjährig*, enfant*, élève*,
    mineurs, résident*`),
  row('personalData', 3, 'GDPR 4: people who depend on a decision', `
    employee, applicant, learner, trainee, apprentice, donor, household, landlord, policyholder, insured,
    claimant, beneficiar*, whistleblow*, personnel, jobseeker, defendant, inhabitant, offender, examinee,
    mitarbeiter*, beschäftigt*, angestellt*, studierend*, studenten, lernende*, prüfling*, mieter*, spender*,
    versichert*, wähler*, haushalt*, auszubildende*, schuldner*, salarié*, employé*, candidat*, étudiant*,
    apprenant*, locataire*, donateur*, assuré*, adhérent*, stagiaire*`),
  matter('personalData', 1, 'GDPR 4: people', `
    customer, client, student, citizen, member, subscriber, passenger, patron, borrower, staff, worker, volunteer,
    teacher, colleague, family, families, friend, player, recipient, contact, caller, follower, supplier, seller,
    buyer, merchant, shopper, people, person, somebody, someone, nurse, kund*, mitglied*, teilnehm*, fahrgäst*,
    leser*, besucher*, kolleg*, ehrenamt*, lehrkr*, lehrer*, personal, personen, nutzer*, benutzer*, lieferant*,
    stammkund*, abonné*, membre*, usager*, collègue*, bénévole*, personne, enseignant*, citoyen*, utilisateur*`),

  // What is known about them
  row('personalData', 3, 'GDPR 9: health', `
    prescription, diagnos*, medication, medicine, treatment, therapy, illness, disease, sick, sickness, symptom,
    vaccin*, allerg*, pregnan*, disabilit*, psych*, (x|xray) ray, referral, (lab|blood|test) result, findings,
    consultation, doctor, hospital, insurance, trauma, adverse event, dna, genetic*, heart rate, blood, krank*,
    *krank*, arzt*, ärzt*, gesundheit*, behandlung*, medikament*, therapie*, impf*, praxis, maladie*, malade*,
    ordonnance*, santé, médica*, traitement, hôpital`),
  row('personalData', 3, 'GDPR 9, 10: belief, origin, offence; what a person earns or owes', `
    nationality, gender, religion, politic*, union membership, criminal, offence, police, income, pension, debt,
    credit (score|rating|check|worth*), wage, payslip, payroll, dismissal, complaint, disciplin*, harass*, tax id,
    marital, maiden, ethnic*, (race|racial) ~2 (ethnic*|religion*|origin|gender), sexual*, lohn*, gehälter*, rente, religion*, strafe*, mahnung*, schulden*,
    bonität*, beschwerde*, salaire*, paie, dette*, plainte*, nationalité`),
  row('personalData', 3, 'ASVS V14: what identifies a person', `
    (number|licence|license|registration) plate, birthday, identity, kennzeichen*, geburts*, gesicht*,
    immatriculation, naissance, identité, visage*, (face|facial) ~1 (recogni*|track*|match*|detect*)`),
  matter('personalData', 3, 'ASVS V14: what a person is called, and where to find them', `
    (first|last|full|real|maiden|family|sur) name, surname, (name) ~3 (address|email|phone|birthday|photo|mail),
    name of the (child|candidate|customer|patient|user), display name, (phone|mobile) number, mail address,
    (delivery|postal|street|customer|shipping) address, list of ~2
    (members|customers|patients|employees|guests|subscribers|donors), handynummer*, telefon*, anschrift*,
    mailadresse*, wohnort, nom et prénom, prénom, adresse`),
  matter('personalData', 2, 'ASVS V14: what people write and say', `
    conversation, messenger, (private|direct|group|text|personal) message, messages, chat, inbox, mailbox,
    correspondence, dictat*, diary, diaries, remarks ~3 (patient|customer|employee|teacher), nachricht*,
    gespräch*, postfach*, unterhaltung*, tagebuch*, messagerie, courrier*`),
  row('personalData', 3, 'ASVS V14: pictures and recordings of people', `
    webcam, camera, cctv, recordings, recorded, video (call|consultation|conference|surveillance), consultation by
    video, drone, footage, microphone, photo of, photos of, class photo, photo album, (record) ~3
    (screen|call|voice|video|conversation|webcam|session), kamera*, *kamera*, aufnahmen, tonaufnahme*,
    videosprechstunde*, videoüberwach*, caméra*, vidéosurveillance`),
  matter('personalData', 2, 'ASVS V14: how somebody is reached, and pictures', `
    address, addresses, email, mail, adresse*`),
  row('personalData', 3, 'ASVS V14: records of what people do', `
    (borrowing|purchase|order|search|match|viewing|reading|browsing|call|travel|trip|location) history,
    whereabouts, attendance, absence, absent, presence list, shifts, roster, timesheet, working time, hours
    worked, log their hours, last seen, online status, (meter|household|consumption|their) reading, readings of,
    load profile, telemetry, usage (statistic*|data), who (read|viewed|opened|visited|saw), by whom,
    (track|tracking|traces|tracing) ~3 (user|people|employee|driver|person|them|visitor|customer), fehlzeit*,
    anwesenheit*, abwesenheit*, schichten, arbeitszeit*, standort*, nutzungsstatist*, ausleih*, absence*,
    présence*, temps de connexion, relevé*, emprunts`),
  matter('personalData', 3, 'ASVS V14: documents about people', `
    contract, grades, gradebook, mark ~2 (changed|was|pupil), marks of, exam (result|paper|question|submission),
    cv, curriculum vitae, personnel file, case file, dossier, report card, (treatment|patient|medical|customer)
    record, (user|public|customer|member|their) profile, address book, guest list,
    (customer|member|subscriber|supplier|patient|guest) list, wish ~1 list ~4 (public|address|share*), directory
    of, application (form|document), transcript, submissions, data sets, case data, vertrag*, verträge*,
    *vertrag*, noten, *noten*, zeugnis*, adressbuch*, *verzeichnis*, contrat*, bulletin*, dossier*, annuaire*`),
  matter('personalData', 3, 'ASVS V14: accounts and bills', `
    contact (details|data|person), contacts, student (id|card|number|account), account, statement of, bill,
    *rechnung*, konto, konten, gastkont*, facture*, compte`),
  matter('personalData', 2, 'ASVS V14: documents about people', `
    booking, appointment, reservation, submission, agreement, list of all, record of, records,
    termin, termine, buchung*, reservierung*, verlauf, rendez, réservation*, profil*, données, historique*`),
  row('personalData', 3, 'ASVS V14: confidential to a business', `
    confidential, internal only, purchase price, profit margin, (insurance|market|estimated) value, unpublished,
    embargo*, before (publication|release), tender, offer price, trade secret, (exam|quiz) question, answer key,
    correct ~1 (answer|true), unblind*, press release, vertraulich, einkaufspreis*, ausschreibung*, confidentiel*`),

  // What is done with them
  row('personalData', 2, 'Information disclosure: shown to others', `
    (must|shall|should|not|still) ~2 visible, visible (to|for|in|on|until), shown to, reported to,
    (made|make|be|data) available to, accessible to, see what, see who, see whose, exactly as, in clear, lock
    screen, task switcher, without (an|having|any) account, without ~1 (login|logging|signing|registration), can
    see ~3 (my|their|our|all|other), can still, other (users|customers|members), calls ~1 by name, anyone,
    anybody, any visitor, everyone, öffentlich*, veröffentlich*, sichtbar*, einseh*, einsicht*, jeder kann, alle
    sehen, anzuzeigen, sehen nur, nur sehen, publi*, consultable*, consulter, tout le monde, n importe qui`),
  row('personalData', 3, 'Information disclosure: passed on', `
    share, shared, sharing, export, exported, transfer*, transmit*, exchanged, exchange ~6 with, hand over, handed
    over, pass on, passed on, disclose*, deliver ~4 to, delivered to, send ~3 (to|by) ~2
    (agency|partner|authority|cloud|customer|patient|parent|vendor|bank), (sent|send) ~6 (to|by|as|via|with|home),
    mail ~3 to, emailed, by (email|mail|sms|text), text message, sms, newsletter, push
    (notification|message|nachricht), copy of ~3 (data|register|database|list), nightly copy, a copy, download*,
    notif* ~3 (parent|customer|patient|employer|guardian), freigeb*, freigabe*, freigegeb*, übermittel*,
    übertrag*, weitergeb*, weitergab*, weiterleit*, verschick*, versend*, senden, gesendet, geschickt, schicken,
    herunterlad*, teilen, geteilt*, per mail, push nachricht, partag*, transmet*, transmis*, envoy*, échang*,
    communiqu*, télécharg*, courriel*, obtenir ~2 copie, signaler`),
  row('personalData', 3, 'GDPR 17; ASVS V14.2: kept and removed', `
    (delet*|erase*|remov*|purg*|discard*|destroy*) ~5
    (account|data|user|customer|member|message|record|photo|image|history|profile|document|after|when|once),
    erase*, erasing, discarded, destroy*, purg*, shred*, wipe*, retain*, retention, undelete, soft delete, restore
    ~5 (deleted|data|message|dump|backup|it), restore test, old accounts, deleted
    (account|user|teacher|message|post|data|customer), (kept|keep|retained|stored|store) ~5
    (days|weeks|months|years), after ~3 (days|weeks|months|years) ~4 (delete*|remove*), until ~1 (16|18), stored
    in, stored on, remember ~2 (card|me|number|address), merge ~3 (contact|duplicate|account|customer|record),
    left the (company|school), leaving staff, lösch*, vernichte*, aufbewahr*, wiederherstell*, speichern,
    gespeichert*, vergessen, (supprim*|effac*) ~4 (compte*|données|utilisateur*|adhérent*|client*), effac*,
    conserv*, détrui*, archivage`),
  row('personalData', 3, 'ASVS V14: collected anew', `
    collect* ~4 (data|information|user|customer|from), measure (who|which), ask for ~4
    (name|address|email|phone|birth|age), ask ~2 patient, enter ~3 (name|address|email|phone|birth|card), counting
    ~3 camera, proctor*, monitor* ~4 (user|employee|staff|driver|remote*|people|them), evaluat* ~3
    (employee|staff|teacher|driver), detect* ~4 (alike|plagiar*|cheat*|face|plate), recognis* ~3
    (face|plate|person), sign up, überwach*, umfrage*, fragebogen ~3 (gesundheit|patient*), surveill*, recueil*`),

  // Who may decide
  row('authorisation', 3, 'ASVS V8: decisions that need authority', `
    approv*, countersign*, overrid*, waive*, withdraw*, reassign*, hand ~2 on to, pass it on, take over, blocked
    (user|account|card|customer|seller), unblock*, ban, banned, suspend*, lock ~3
    (account|workstation|screen|card|device|user|record), locked out, database lock, disable ~3
    (user|account|card), deactivat*, reduce ~3 (amount|price|due), raise ~3 limit, reset ~4
    (setting|factory|password|pin|account|counter), confirm at, both ~2 confirm*, both (players|parties|sides),
    pressed accept, correct ~3 (amount|mark|grade|time|hours|booking), change ~3 (after|later|once), (edit|edited)
    ~4 (after|afterwards|own), change* ~3 (price|limit|balance|amount|mark|grade|owner), genehmig*, sperr*,
    entsperr*, freischalt*, storno*, stornier*, zurücksetz*, widerruf*, vertretung*, *vertretung*, anlegen ~3
    (sperren|löschen), approuv*, annul*, bloqu*, débloqu*, désactiv*, délégu*`),
  row('authorisation', 3, 'ASVS V8.2: own and foreign', `
    their own, his own, her own, its own, own (posts|data|group|orders|area|store|account|members|patients|only),
    belongs to, belonging to, solely, exclusively, only (to|by|when|if|after|in|for|with|then) ~1
    (member|user|admin*|staff|group|owner|customer|confirm*|approv*|pressed|login), see only, sees only, only see,
    only be, someone else, somebody else, another ~1 (user|customer|member|company|person|player|tenant|team),
    wrong (user|person|account|customer|recipient), not ~2
    (see|view|know|learn|visible|shown|disclose*|retain), must not ~2 (see|know|leave|reach|receive|lose|send|sent|store|stored|keep|kept|change|start|open|accept|allow|leak|appear|release|copied|used|accessible|readable|known|given|passed|possible|able|work|run|enter|find|get|take|touch|contact), shall not ~2 (see|retain|lose|store),
    no longer ~3 (open|see|access|edit|enter|be), unless, in the presence of, two persons, without ~2
    (reason|approval|confirmation|check|asking), without further check, same person, present tenant, of their
    (territory|team|group|department), ihrer eigenen, eigenen, eigener, seine eigenen, ausschließlich, fremd*,
    anderer, anderen, nur ~4 (sehen|dürfen|lesen|selbst|eigene*), nicht ~3 (dürfen|sehen|einsehen|ändern),
    uniquement ~2 (par|pour|aux|les), seulement ~2 (par|pour|aux|les), d un autre, leur propre, leurs propres`),
  row('authorisation', 2, 'ASVS V8: letting somebody do something', `
    who can, who may, erlaub*, zugreifen`),
  row('administration', 3, 'ASVS V13: privileged work', `
    admin, back office, group owner, channel owner, support (team|agent|staff|view|user), view as, as the
    (merchant|customer|user|patient|member) ~1 (sees|would), helpdesk, head of, second level, control room, head
    end, in production, onboarding of, leaver, seasonal worker, contractors, freelancer*, control panel, front
    desk, intern, attendant, factory (values|settings|reset), default (administrator|settings|password),
    (group|security|account|channel) settings, in their settings, maintenance (access|mode|window), leitstelle*,
    schulleitung, verwalt*, studienleitung, praxisleitung, gestionnaire*`),
  matter('administration', 2, 'ASVS V13: privileged work', `
    administrator, manager, operator, owner, setting, configur*, on behalf, staging, leitung, einstellung*,
    konfigur*, einricht*, responsable*, paramètr*`),
];
