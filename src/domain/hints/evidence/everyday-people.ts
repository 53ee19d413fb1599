import { matter, row, type EvidenceRow } from './row';

/**
 * How people say it who never heard of a log-in or a permission: that it is really me, that somebody may do it for me,
 * that the neighbours need not know. In English, German and French.
 */
// One row is one paragraph.
// prettier-ignore
export const EVERYDAY_PEOPLE: readonly EvidenceRow[] = [
  // Who somebody is
  row('authentication', 4, 'ASVS V6; Spoofing: is it really me', `
    (prove|proves|verify|check|confirm|establish|show) ~3 who ~1 (i|he|she|they|you|we|it|caller|buyer|sender) ~1
    (am|is|are), who ~1 (he|she|they|you|i|it) ~1 (say|claim|claimed|pretend), claim* to be, (is|be|am) (really|actually|truly) (me|him|her|them), pass* (himself|herself|itself|themselves) off, beweis* ~4 (wer|dass) ~1
    (ich|er|sie|wir), wer (ich|er|sie) ~1 (bin|ist|sind), ausweisen, ausweist, (prouver|justifier|vérifier) ~3
    (identité|qui), se faire passer, usurp*`),
  row('authentication', 4, 'ASVS V10: an account from elsewhere', `
    (use|with|by|through|via|from) ~2 (google|apple|facebook|microsoft|github|linkedin|work|school|company|university|institutional|corporate|campus) ~1 (account|id|login), (mit|par|avec|über) ~2
    (google|apple|facebook|microsoft|firmen*|schul*|uni|hochschul*|entreprise|université) ~1
    (konto|account|kennung|compte), shibboleth, eduroam, bundid, franceconnect, eidas, bankid, eid`),
  row('authentication', 4, 'ASVS V6.4, V7: another phone, and what was on the old one', `
    (get|got|buy|bought|have) a new (phone|handset|tablet|laptop|smartphone|number), (change|changed|changing|switch|switched|lose|lost|broke|replace|replaced) ~1 (my|his|her|their) ~1 (phone|handset|tablet|laptop|smartphone), (new|old|lost|stolen|other|different) (phone|handset|smartphone|laptop)
    ~9
    (keep|keeps|come|comes|along|continue|back|move|moved|transfer*|still|again|play|account|data|progress|find|use|take),
    (neues|neuen|altes|alten|anderes|anderen|zweites) (handy|telefon|smartphone|gerät|tablet), handywechsel*,
    gerätewechsel*, (nouveau|ancien) (téléphone|portable|smartphone|appareil), chang* de
    (téléphone|portable|appareil|numéro)`),
  row('authentication', 3, 'ASVS V7: left open for the next one', `
    (kicked|thrown) ~1 out, (get|gets|got|being|been|be|am) (logged|signed) out, (next|following|previous) (person|user|patient|visitor|guest|customer)
    ~3 (see|find|read|use|get|open), ausgeloggt, abgemeldet, rausgeworfen, déconnect*,
    (gemeinsam*|öffentlich*|fremd*) (rechner|computer|tablet|gerät)`),
  row('authentication', 3, 'ASVS V6: without saying who one is', `
    (has|have|having|with|w|needs|need) no ~1 (account|login|profile|registration), w o ~1 (account|login|registration),
    as a guest, guest (order|checkout), als gast, ohne ~1 (konto|kundenkonto|registrierung|registrieren|anzumelden),
    sans ~1 (compte|inscription|inscrire|identifier), comme invité, achat invité`),
  row('authentication', 4, 'ASVS V6.5: a code to get in', `
    (four|five|six|eight|4|5|6|8) digit ~1 (code|number|pin), vierstellig* ~1 (code|nummer|zahl), sechsstellig* ~1
    (code|nummer|zahl), à (quatre|six|4|6) chiffres, (hold|tap|swipe|present) ~2
    (badge|card|phone|chip|fob|wristband|ticket) ~3 (reader|door|gate|terminal|turnstile|till), (join|enter|enrol|start|connect) ~3
    (with|by|using|via) ~2 (code|qr)`),
  row('authentication', 4, 'ASVS V6, V8: let in', `
    let ~2
    (cleaner|neighbour|neighbor|guest|visitor|courier|plumber|friend|carer|sitter|babysitter|handyman|technician|electrician|tenant|daughter|son|kids|family|them|him|her|someone|somebody|postman|craftsman)
    ~2 in, buzz ~2 in, hereinlass*, reinlass*, hineinlass*, hereinkomm*, reinkomm*, (laisser|faire) ~1 entrer, spare key,
    ersatzschlüssel, double des clés`),

  // Who may
  row('authorisation', 4, 'ASVS V8: somebody else does it for me', `
    (let|allow|give|lend|name|appoint|nominate|entitle|invite|ask|enable) my ~1
    (husband|wife|spouse|partner|mother|father|mum|dad|parents|son|daughter|child|grandson|neighbour|neighbor|flatmate|roommate|colleague|assistant|deputy|secretary|substitute|accountant|bookkeeper|lawyer|friend|carer|sister|brother|boss|team|students|pupils|clients|customers),
    (let|allow|appoint|nominate|entitle) (the|a|an|our|another|other|one|some) ~2
    (teacher|trainee|intern|assistant|deputy|colleague|neighbour|neighbor|parents|student|volunteer|agency|accountant|bookkeeper|lawyer|nurse|friend|helper|partner|freelancer|contractor|substitute|editor|supplier|customer|client|guest)
    ~2 <do>, (für|an|von|meiner|meinem) ~1 (meinen|meine|meiner|meinem) ~1
    (mann|frau|partner*|mutter|vater|eltern|sohn|tochter|kind|nachbar*|kolleg*|mitbewohn*|steuerberat*|assistent*|sekretär*),
    (meiner|meinem) (frau|mann|partner*|mutter|vater|sohn|tochter|kind|nachbar*|kolleg*|mitbewohn*|steuerberat*|assistent*),
    (pour|à|par|avec) (mon|ma|mes) ~1
    (mari|femme|conjoint*|compagn*|mère|père|fils|fille|enfant*|voisin*|collègue*|colocataire*|assistant*|comptable|remplaçant*)`),
  row('authorisation', 4, 'ASVS V8: in the place of somebody', `
    in (my|his|her|their|our) (place|stead|name), (place|stead) of (me|him|her|them|us|someone|somebody|myself), instead of (me|myself),
    (stand|stands|standing|fill|fills|filling) in for, deputis*, deputiz*, deputy, substitute teacher, (in|im) ~1 (meinem|ihrem|seinem|unserem) namen, stellvertret*, bevollmächtig*,
    beauftragte*, übergeb*, à (ma|sa|leur|notre) place, en (mon|son|leur|notre) nom, remplaçant*, suppléant*, mandataire*`),
  row('authorisation', 4, 'ASVS V8.2: who sees it, and who does not', `
    which of (us|them|the) ~4 (see|read|get|open|know|edit|may|can), (set|decide|choose|pick|say|determine) ~3 (who|whom) ~3
    (see|get|read|open|enter|join|edit|know|receive|come|find), (see|edit|read|change|open|know) ~1 (each|one) (other|another) s,
    (should|must|may|shall|to) only (get|see|receive|read|find|reach|open) ~6
    (own|their|his|her|region|team|class|department|branch|store|site|group|project), (see|get|find|read|open) only ~5
    (own|their|his|her|region|team|class|department|branch|store|group|project), (so|then) ~1 only ~4 (see|know|read|open),
    nobody else, no one else, none else, noone else, niemand (sonst|anders|anderes), kein anderer, (personne|nul) ~1 autre, nur ich,
    nur wir, moi seul, (not|nicht) (everyone|everybody|jeder|anybody), weder ~3
    (einsehen|sehen|lesen|ändern|öffnen|bearbeiten)`),
  row('authorisation', 4, 'ASVS V8.2; Information disclosure: kept off what all can read', `
    (keep|kept|keeps|leave|left|stay|stays) ~6 (off|out) ~4 (public|publicly|wall|catalogue|catalog|website|internet|directory|label|download|export|printout|newsletter|press), (keep|kept|hide|hidden|omit*|exclude*|removed|taken) ~6 (from|off) ~3 (public|publicly|press|internet|outsiders|others|visitors|competitors|strangers),
    (keep|kept|stays|stay|remain|remains) ~3 (myself|ourselves|internal|inside|house|secret|private), behind ~1
    (login|password|paywall|wall|registration),
    (member|staff|employee|subscriber|supporter|patron|owner|adult|parent|teacher|friend|invitation|invited|team|internal)
    only, nur für ~2
    (mitglieder|mitarbeiter*|abonnenten|eltern|lehrer*|lehrkräfte|kunden|freunde|erwachsene|eingeladene|interne),
    réservé* (à|aux|au), for (internal|staff|office) use, without being able to, sans pouvoir ~1
    (copier|enregistrer|télécharger|modifier|voir|imprimer), ohne ~4
    (speichern|kopieren|herunterladen|ändern|drucken|sehen|löschen) ~1 können`),
  row('authorisation', 4, 'ASVS V2.3: another one has to agree', `
    (sign|signs|signed) off ~3 (by|on|before), gegenzeichn*, abzeichn*, absegn*, abnick*, feu vert, green light, (ok|okay|blessing) ~1 (of|from|by) ~2 (boss|manager|head|parent|legal|editor|supervisor|client|customer|teacher|chief|board), (wait|waits|waiting|held) ~3
    (for|until) ~3 (approval|ok|permission|release|approved|released|confirm*|checked), (second|another|different|independent) ~1
    (person|scientist|officer|physician|examiner|pharmacist|clerk|reviewer|marker|employee|nurse|doctor|signatory|administrator|approver|signature),
    (zweite*|weitere*|unabhängige*) ~1 (person|prüfer*|sachbearbeiter*|mitarbeiter*|arzt|ärztin|unterschrift),
    (seconde|autre|deuxième|tierce) ~1 (personne|agent|médecin|signataire|signature|validation)`),
  row('authorisation', 3, 'ASVS V8: whose it becomes', `
    (transfer|move|give|reassign|hand|change) ~3 (ownership|owner), nachfolger*, successeur*, successor of, erben,
    (hand|handing|pass|passing) ~4 (over|on) to ~3 (colleague|someone|somebody|another|other|successor|team|next|department),
    (people|person|persons|adults) (who|that) (may|can|are), (look|see|watch|follow) ~2 (my|his|her|their|customer|user|pupil|student|patient) ~2
    (screen|desktop|inbox|calendar), bildschirm ~1 (des|der|von|eines), screen ~2 of ~2
    (customer|user|pupil|student|other|patient|caller), co browsing, écran ~1 (du|de) ~1 (client|usager|élève|patient)`),

  // What is known about somebody
  row('personalData', 3, 'GDPR 4; Information disclosure: named, or rather not', `
    (without|hide|hides|omit|drop|remove|leave|left|kept|keep|not) ~2 (my|his|her|their|our|real|full|any|donor|lender) ~1
    (name|face|age|address|photo|number|picture|surname|birthday|identity) ~5
    (off|out|hidden|secret|away|from|shown|private|know*|public|see*), (without|giving|under|hide) ~2
    (my|his|her|their|real|another|false) ~1 name, ohne ~1 (namen|namensnennung|meinen|angabe|klarnamen), sans ~1 (nom|nommer), nickname*,
    unkenntlich, verpixel*, schwärz*, geschwärzt*, (blur|blurred|pixelat*) ~3 (face|plate|people|number|name|person),
    flout*, caviard*, (initials|alias|pseudonym) ~1 (only|instead|of), incognito, unlisted, unsichtbar`),
  row('personalData', 4, 'Information disclosure: others need not know', `
    (neighbour|neighbor|colleague|boss|employer|parent|family|other|competitor|opponent|rival|stranger|people|they|nobody|customers|tenants|public|press)
    ~1 (don|doesn|won|cannot|mustn|shouldn|not|never) ~2 (know|see|find|learn|read|notice|hear|discover|guess|copy|follow|recogni*|tell), (neighbour|neighbor|colleague|boss|employer|parent|family|other|competitor|opponent|rival|stranger|people|they) can t ~1 (know|see|find|learn|read|guess|copy|recogni*),
    (nobody|noone|none) ~2 (know|see|find|learn|read|notice|hear|discover|guess|copy|recogni*|take|steal|print|get),
    damit ~4 (niemand|keiner|andere|nachbarn) ~6
    (sieht|sehen|erfährt|erfahren|lesen|liest|mitbekomm*|weiß|wissen|erkenn*), pour ~3 (personne|autres|voisins) ~2 (ne|n) ~2
    (voi*|sach*|lis*|reconn*), (what|much) ~1 (people|they|he|she|others|colleagues|neighbours|somebody|someone|everyone|tenants|patients) ~1 (owe|earn|give|gave|own|spend|spent|paid|weigh|donate|donated), none of ~2 business, geht niemand* an`),
  row('personalData', 2, 'Information disclosure: what others did', `
    (see|read|know|find|look|follow|watch) ~2 (what|which|who|where|how|when) ~1
    (others|friends|colleagues|neighbours|neighbors|families|competitors|members|classmates|tenants), (sehen|sehe|lesen|erfahren|wissen) ~2
    (was|wer|wo|wie|wann) ~1 (andere|anderen|kolleg*|freunde|nachbarn|nachbarinnen), (voir|lire|savoir) ~2 (que|qui|où|quand) ~2
    (autres|amis|collègues|voisins)`),
  row('personalData', 4, 'GDPR 17: gone, and nothing left of it', `
    (forget|forgets|forgotten) (me|him|her|us|them), (nothing|trace|traces) ~3 (of|about|left) ~1 (me|him|her|us|them|mine|behind),
    (close|closing|quit|terminate) ~2 (account|membership|contract), cancel ~1 (membership|contract), (withdraw|retract|revoke|pull) ~3
    (application|consent|entry|permission|statement|candidacy|cv), austreten, austritt, résili*, désabonn*, désinscri*,
    (retirer|retire) ~2 (candidature|consentement|données|accord), rien de (moi|lui|elle|nous), nichts ~3 (von|über) (mir|uns|ihm|ihr),
    spurlos, (former|past|deceased|dead|retired) (employee|member|user|customer|patient|staff|tenant|student|resident|pupil|teacher),
    (people|staff|colleague|employees|members|those|someone|somebody|teachers|volunteers) who ~1 (left|leave|quit|retired|died|resigned|moved),
    ehemalig* ~1 (mitarb*|mitglied*|schüler*|kund*|mieter*|patient*), verstorben*, ausgeschieden*, anciens
    (employés|membres|élèves|salariés|adhérents), défunt*`),
  matter('personalData', 3, 'GDPR 9: care', `
    (medical|treatment|clinical|family|dental|health) history, specialist ~3 (see|referr*|report|letter), (hiv|cancer|tumour|tumor|hepatitis|abortion|miscarriage|suicid*|addict*|fertility|dementia|menstrua*|contracept*|incontinen*|obes*),
    vorerkrankung*, krebs, demenz, sucht, antécédent*, chirurg*, grossesse*`),
  row('personalData', 4, 'GDPR 8: children, and who may take them', `
    custody, court order, separated (parent|couple|father|mother), sorgerecht*, sorgeberecht*, garde ~1 (alternée|partagée), (pick|picks|collect|fetch)
    ~1 up ~2 (child|kid|son|daughter|pupil|camper|him|her), (take|takes|bring) (them|him|her) home, abhol* ~4
    (kind|kinder|sohn|tochter), (kind|kinder|sohn|tochter) ~4 abhol*, (venir|vient|aller) ~1 (récupérer|chercher) ~3 (enfant*|fils|fille)`),
  row('personalData', 3, 'ASVS V14: watched', `
    (be|being|is|are|was|were|get) (filmed|photographed|videotaped|tracked|watched|monitored|observed|overheard),
    gefilmt, fotografiert, beobachtet, mitgehört, abgehört, mitgeschnitten, filmé*, photographié*, surveillé*, écouté* à,
    (vehicle|driver|employee|child|phone|worker|car|courier|rider) s (position|location|movement|route|speed|mileage|whereabouts),
    (position|location|whereabouts|movement) of ~2 (vehicle|driver|employee|child|phone|worker|person|courier|train|device),
    (mileage|braking|driving|acceleration|speeding) ~4 (behaviour|behavior|figures|style|insurer|habits|score)`),
  row('personalData', 4, 'GDPR 6, 7: asked first', `
    einverstanden, einverständnis*, zustimm*, zugestimmt, (avec|sans|qu) ~1 accord, (with|without|after|given|his|her|their|my|only) ~2
    (consent|agreement) ~2 (of|is|from|can|has), (agreed|consented|objected|opted) ~2 (otherwise|expressly|writing|explicitly|beforehand),
    unless ~4 (agreed|consented|objected|asked), asked ~2 (before|first) ~4 (share*|sent|send|use|used|record*|publish*)`),
  matter('personalData', 3, 'ASVS V14: lists of people', `
    (birthday|phone|mobile|telephone|address|email|mail) ~2 (and|plus) ~2 (phone|birthday|address|photo|number),
    (names|name) (and|or|with|plus) (number|phone|address|photo|birthday|email|age),
    (phone|mailing|contact|participant|attendee|donor|alumni|volunteer|emergency|birthday|supporter|camper|tenant|parent)
    list, all ~1 contacts, my contacts, telefonliste*, teilnehmerliste*,
    geburtstagsliste*, mieterliste*, spenderliste*, liste* des (participants|contacts|donateurs|locataires|élèves|membres)`),
  matter('personalData', 2, 'GDPR: told to somebody who decides', `
    (tell|inform|notify|warn|alert|report*|complain) ~3 (boss|employer|doctor|neighbours|insurer|landlord|guardian|police|council|principal|headmaster)`),
  // On whose devices, with whose link
  row('authentication', 3, 'ASVS V6, V7: where one is known', `
    (remember|remembers|recognise*|recognize*|know|knows) (me|us|him|her) ~4 (next|again|time|back|without|am|is),
    (two|three|four|several|many|more|number) ~2 (devices|screens|places|phones) ~3 (once|same|simultan*), (under|over|above|below) ~1 (16|18|21|eighteen|sixteen|thirteen),
    age ~3 (check*|proof|prove*|asked|alcohol|tobacco|confirm*), volljährig*, majeur*, altersnachweis*,
    (register|join|apply|vote|book|order|pay|comment|write|ask|donate) ~2 without ~3
    (account|registering|registration|signing|logging|name|email|number|login), (rebook|change|cancel|open|find|see) ~4 (with|by) ~2 (just|only) ~4
    (number|code|name|link|birth), lost ~2 (card|badge|key|phone|ring|chip|wristband), verlor* ~2 (karte|schlüssel|handy|ausweis|chip), (karte|schlüssel|handy|ausweis|chip) ~1
    verlor*, perdu ~2 (carte|badge|clé|téléphone)`),
  row('authorisation', 3, 'ASVS V8.2: whoever has the link, whoever is in', `
    (everyone|anyone|everybody|anybody|whoever|someone|those) ~1 (with|who|has|having) ~4 (link|code|address|number|can|may|could|join|edit|open|enter),
    (jeder|alle|wer) ~3 (link|code|adresse) ~4 (kann|können|hat|sieht|sehen|haben), quiconque, toute personne, (preview|draft|guest|secret|view|private|edit|editing) link,
    (see|show|send|read|review|look) ~3 (draft|unpublished|proof) ~5 (client|customer|outside|without|boss|editor|before|link), (make|made|set|turn|become|mark|keep) ~3
    (public|private|invisible), (open|opened|opening) ~2 to ~1 (public|everyone|outsiders|guests|strangers|anyone), (rendre|mettre) ~3 (public|publique|privé|privée|visible),
    (freeze|close|finalise|finalize|lock) ~2 (month|period|year|grade|entries|course|booking|accounts|thread|topic|discussion|case), festschreib*, clôtur*,
    verrouill*, (cannot|can|not|nobody) ~2 (changed|edited|altered|undone) ~1 (any|more|afterwards|later|again|anymore)`),
  row('authorisation', 3, 'CWE-840: decided by a machine, changed by hand', `
    (rank|score|shortlist|preselect|reject) ~2 (applicant|candidate|tenant|customer|borrower|employee|student), (automatically|automatic) ~2
    (reject|decide|approve|accept|block|refuse|grant|cancel|lock|ban), (correct|change|reset|adjust|edit|rewrite|backdate|falsify) ~3
    (reading|odometer|mileage|counter|stock|timesheet|score|grade|mark|points|hours|booking|diagnosis|dose|temperature|log) ~3 (after|later|by|hand|afterwards|without|past|last|manually), backdat*,
    rückdatier*, antidat*, kilometerstand`),
  row('personalData', 3, 'GDPR 4: what is noted of somebody', `
    (note|notes|remark|reminder|comment) (about|on|to|for) ~2
    (customer|patient|student|guest|client|applicant|candidate|pupil|tenant|member|donor|child|contact|employee|family), (many|long|fast|often|when) ~2
    (employee|driver|agent|worker|colleague|nurse|courier|technician|cashier|picker|teacher) ~1 (take|took|work|worked|spend|spent|need|late|drive|drove|answer|was|is|arrive|start|stop|read),
    (proof|copy|photo|scan|evidence) of ~2 (income|id|identity|licence|license|insurance|passport|disability|residence|enrolment|vaccination|age|employment|qualification|ownership|address),
    *nachweis*, attestation*, justificatif*, (tag|mention) ~1 (people|friend|person|faces), (exif|geotag*), (strip|remove) ~3 (metadata|location|exif), (unsend|recall) ~2 (message|mail|sent),
    (delete|edit) ~2 (sent|message) ~4 (everyone|both|after|sent), (call|text|reach|contact|write) ~3 without ~3 (number|address|name|email|mail) ~2
    (shown|seeing|giving|being|showing|revealing), without ~2 (giving|showing|telling|revealing|knowing|seeing) ~3 (number|address|name|email|phone), (number|address|email) ~2
    (hidden|secret|masked|revealed|private), panic button, duress, sos, fall (detection|sensor), notruf*, sturz*`),
  row('personalData', 3, 'GDPR 20: taken along to another place', `
    (bring|take|move|carry|transfer|migrate) ~1 (my|our|all|their|his|her) ~4 (here|along|elsewhere), (bring|take|move|carry) ~1 (my|our|all|their) ~3 with (me|us|them), (bring|take|move|carry|transfer|migrate) ~1 (my|our|all|their)
    ~3 (from|to) ~2 (other|another|old|new|previous|competitor|app|provider|service), (mitnehmen|mitgenommen), (meine|alle|unsere) ~3 (umziehen|mitnehmen|übernehmen|exportieren),
    (récupérer|emporter|exporter) ~2 (mes|ses|toutes|nos|leurs)`),
  // With whose eyes, for whose eyes
  row('authorisation', 4, 'ASVS V8; CWE-269: as somebody else sees it', `
    as (the|a|one|my|our|any|another) ~3 (user|customer|caller|patient|member|client|tenant|teacher|pupil|student|visitor|seller) ~1
    (would|see|does|do|gets), so (wie|als) ~3 (kunde|kundin|nutzer*|mitglied|anrufer*|patient*) ~2 (sieht|sehen), (comme|tel) ~2
    (client*|utilisateur*|membre|patient*|appelant*) ~2 (voit|voient)`),
  row('authorisation', 4, 'ASVS V8.2: to nobody but', `
    (show|shown|display*|give|given|sent|send|deliver*|available|visible|present*|issue|issued|released|hand|handed) ~7 only to, <person> not to ~1
    (see|read|know|find|get|learn|open|notice|edit|change|contact|write|meet), <person> ~1 never ~2 (see|sees|read|know|find|get|learn|open),
    (person|people|author|colleague|relative|applicant) (from|of|in) (their|his|her|its) own, who ~1 (has|have) ~1
    (voted|liked|seen|read|viewed|paid|visited|looked|opened|ordered|booked|donated|signed), who (voted|liked|paid|viewed|visited) ~2
    (me|my|on|for|what|how|post|profile)`),
  row('authorisation', 3, 'ASVS V8.2: one thing, and nothing else', `
    (invite|add|let|give|share|show|see) ~6 (just|only) ~1 (one|this|that|single) ~1
    (board|project|folder|page|document|room|course|group|chapter|file|list|task|ticket), nothing else, nichts (anderes|sonst|weiter), rien d autre, invit* ~3
    (client|customer|supplier|parent|partner|freelancer|contractor|outsider|external|guest|student|volunteer|friend|family|tenant), einlad* ~4
    (kund*|gast|gäste|partner*|freund*|eltern|lieferant*), (inviter|invite) ~3 (client*|ami*|partenaire*|parents|fournisseur*)`),
  row('authorisation', 3, 'ASVS V8, V14: those before and after me', `
    (previous|former|next|present|current) (owner|tenant|driver|holder|keeper|resident|guest|renter|patient|employer|supplier), (everything|all) ~5
    (gone|wiped|cleared|erased) ~2 (with|when|before|after|at|from), factory reset, vorbesitzer*, vormieter*, nachmieter*, vorgänger*, (ancien|prochain|précédent)
    (propriétaire|locataire|conducteur|client)`),
  row('personalData', 3, 'ASVS V14: whereabouts, papers and addresses', `
    where ~4 (driver|he|she|courier|technician|child|children|kids|friends|nurse|colleagues|workers|vans|vehicle) ~3 (is|are|was|were),
    (distance|where) ~2 (i|he|she|people|members) ~1 (am|is|are|live|lives|sleep), far away ~1 (i|he|she|they|people|members|others) ~1 (am|is|are), wo ~5
    (fahrer*|mitarbeiter*|kolleg*|kind|kinder|techniker*|freunde|fahrzeug) ~5 (ist|sind|war|steht|stehen), où ~4
    (conducteur*|chauffeur*|enfant*|technicien*|amis|véhicule*) ~3 (est|sont|trouve*), selfie, driving (licence|license), führerschein*, (get|have|obtain|collect|receive|gather) ~4
    (addresses|birthdays|names|contacts) ~1 (of|after|from|when|for), (get|have|obtain|collect|receive|gather|exchange|swap) ~3 (contact|phone|mobile|personal|address) ~1
    (details|data|numbers|information), scan ~2 badge, (backer|donor|voter|guest|patient|tenant|attendee|subscriber|applicant|buyer) ~1 (address|addresses|names|emails|numbers), pseudonym`),
  row('personalData', 3, 'GDPR 17; ASVS V14: whom one has blocked', `
    (somebody|someone|person|people|user|seller|profile|those|anyone) ~1 (i|we|ve|have|has|who) ~2 (blocked|reported|banned|unmatched|muted), (never|nie|jamais) ~5 (again|wieder) ~2
    (me|see|contact|write|mich|sehen), (inactive|old|stale|dormant|orphaned|unused) (user|account|member|customer|login|profile), (alte|inaktive|verwaiste) ~1
    (benutzer|nutzer|konten|accounts|mitglieder|kunden), (comptes|utilisateurs|membres) (inactifs|anciens), (clear*|wipe|delete|remove|empty) ~4 (log|logging|logged|sign|signing) out`),
  // Shown to somebody else, told to somebody else
  row('personalData', 4, 'Information disclosure: of one person, to another', `
    (number|phone|address|photo|email|mail|profile|location|age|salary|allergies|history|basket|cart|results|grades|marks|diagnosis) to ~2
    (seller|buyer|driver|guest|neighbour|neighbor|parents|visitor|customer|sponsor|courier|employer|colleague|organiser|organizer|owner|manager|teacher|trainer|coach|landlord|tenant|team|agency|public),
    (names|name) of ~2 (winner|donor|guest|pupil|patient|visitor|employee|participant|supporter|children|tenant|volunteer|passenger|customer|staff|driver|lender|author|reviewer)
    ~3 (on|in|to|for|off|public*|shown|printed), (last|first|full|real|sur) names ~3 (on|in|shown|printed|visible|public*), (show|print|display|publish|announce) ~3
    (birthdays|allergies|ages|diets|salaries|donors|winners|surnames), (birthdays|allergies|ages|diets|salaries) ~2 (printed|shown|displayed|visible|published)`),
  row('personalData', 3, 'Information disclosure: what somebody did before', `
    (earlier|previous|old|past|other) (calls|messages|letters|chats|conversations|mails|orders|visits|bookings|purchases|stays|loans|tickets) ~2 (of|by|from|with) ~3
    (person|customer|guest|user|member|caller|patient|reader|client|him|her|them), (things|everything|what|posts|messages|all) ~2
    (person|user|member|he|she|somebody|someone|customer|guest|reader|child|children|pupils|people) ~1
    (wrote|write|writes|said|posted|bought|borrowed|watched|clicked|searched|typed|ate|ordered), without (me|us|anyone|anybody|him|her|them) ~2
    (knowing|seeing|noticing|finding|learning|asking), (background|reference|police|criminal) ~1 (check|record|certificate), who (has|have|had|holds|owns) (a|an|no)`),
  row('authorisation', 3, 'ASVS V8.2: only for some', `
    nur ~1 (meinen|unseren|meine|unsere|unserer|bestimmten|bestimmte|registrierten|registrierte|angemeldeten|angemeldete) ~1
    (stammkund*|kund*|mitglied*|händler*|freund*|kolleg*|famil*|gäste*|gästen|lehr*|eltern|nutzer*|team), (seulement|uniquement|seuls|seules) ~2 (mes|nos|certains|les) ~1
    (clients|membres|amis|parents|adhérents|abonnés|collègues|élèves), (only|just) ~2 (my|our|regular|certain|known|trusted|registered|selected|chosen|invited|paying) ~1
    (friends|members|customers|followers|team|family|colleagues|students|people|users|clients|guests|pupils|singers|staff|subscribers|dealers|partners), (only|just) for (us|me|them|him|her),
    an ~1 (meine|meinen|einen|eine|andere|jemand*|dritte) ~2 (weiter*|abgeb*|abzugeb*|übertrag*|verschenk*|verleih*), (meine|meinen|meiner|meinem) ~1 (schwester|bruder|oma|opa|freund*),
    take back ~3 (message|mail|post|vote|bid|offer|application|invitation)`),

  // Said in passing by much else too
  row('authorisation', 3, 'ASVS V8: while I am away; before it goes out', `
    while ~2 (m|am|is|re|are|s) ~1 (away|holiday|leave|vacation|sick|ill|abroad|absent|travelling|office|work), (während|solange) ~3 (urlaub*|abwesen*|krank*|weg),
    (pendant|durant) (mes|ses|leurs|mon|son) (congés|vacances|absence), before ~3 (goes|go|gets|is|are|they|it) ~1 (live|public|published|online|released|paid), (for|with|to|by) my ~1
    (husband|wife|spouse|partner|mother|father|mum|dad|parents|son|daughter|grandson|neighbour|neighbor|flatmate|roommate|colleague|assistant|deputy|secretary|substitute|accountant|bookkeeper|lawyer|carer|boss)`),
  row('authentication', 4, 'ASVS V7: a device of all', `
    (shared|public|family|kiosk|library|classroom|school|borrowed|club) (computer|tablet|pc|ipad|terminal|phone|laptop)`),
  row('personalData', 4, 'GDPR 9: from one who heals to another', `
    (send|forward|pass|refer*|share) ~6 (surgeon|specialist|clinic|gp|pharmacist|dentist|therapist|midwife|physiotherapist|orthodontist)`),
  row('authorisation', 3, 'ASVS V8.2: people whom I choose', `
    (people|friends|persons|those|ones|players|readers|colleagues|relatives) (i|we|he|she) ~1 (choose|chose|pick|trust|invite|invited|name|named|select|know), read by ~3
    (people|persons|friends|colleagues|members|doctors|teachers), (look|see|view|check) ~6 in (your|their|another) ~1 (warehouse|system|shop|account|calendar|books|files|database|stock), (client|customer|parent|guest|recipient|patient|tenant|visitor|member|driver|boss)
    (to|must|can|should|may) sign, unterschreiben lassen, (faire|laisser) ~1 signer, diktier*, dicter, dictaphone*`),
  row('personalData', 3, 'ASVS V14: where my people are, and how they are', `
    where (my|his|her|their|our) ~2 (lie|lies|stand|stands|parked|lives|sleeps|goes|went|drives), (follow|track|watch|find) (me|him|her|us) ~1 (on|live|while|from|any|by), family ~1 to ~1 (follow|track|see|watch),
    (see|know|tell|notice|detect) ~2 (when|if|whether|that) ~3 (flat|house|home|nobody|somebody|someone|anyone) ~2 (empty|home|occupied|away), my ex, mein ex, mon ex,
    (mich|mir|ihn) ~2 (nicht|nie) ~1 (findet|finden|sieht|sehen|kontakt*|schreib*|anruf*|anschreib*), (weight|height|bmi|pulse|sleep|mood) (of|from) ~2
    (client|customer|patient|member|child|children|pupil|athlete|user|guest), (gewicht|puls|alter) ~2 (kund*|patient*|mitglied*|kind*|sportler*), (poids|âge|taille) (de|des|du) ~2
    (client*|patient*|enfant*|élève*|membre*|sportif*)`),
  row('authorisation', 4, 'ASVS V8.2: that nobody can', `
    que personne (ne|n) ~1 (puisse|voie|sache|lise|copie|modifie|accède|entre), damit (niemand|keiner) ~5 (kann|könnte|darf), so (that|nobody|noone) ~1 (nobody|noone|stranger) ~1
    (can|could|may|gets|else), so no one ~1 (can|could|else|gets)`),
  row('authorisation', 4, 'ASVS V8.2: to keep somebody from it', `
    (stop|keep|hinder|hold) (my|our|the|a|other|any) ~1 (son|daughter|child|children|kids|staff|guest|player|employee|visitor|student|pupil|customer|tenant|member|stranger|bot) ~1 from`),
  row('personalData', 3, 'ASVS V14: what another one knows already; when somebody does something', `
    (values|data|results|prescription|file|records|history|notes) (from|of|at) ~3 (last|previous|old|other|another) ~1 (shop|doctor|clinic|hospital|provider|bank|school|insurer|employer|pharmacy|practice|garage),
    what was (said|written|agreed|paid|bought|done), (when|if|whenever|wenn|sobald|quand|dès) ~2 (someone|somebody|anyone|jemand|quelqu) ~2
    (open|opens|enter|enters|leaves|uses|takes|moves|touches|changes|logs|tries|reads|deletes|removes|öffnet|betritt|nimmt|benutzt|ändert|ouvre|entre|prend|utilise)`),
  row('authentication', 3, 'ASVS V6.4: back in again', `
    (forgot|forgotten|forget|vergessen|oublié) ~3 (word|code|number|question|pattern|login|mail|email), get back (in|into) ~2 (my|the|their|his|her|game|account|profile|app)`),
  row('authorisation', 3, 'ASVS V8: rights, owners, comings and goings', `
    (same|more|fewer|full|special|extra|wrong|what|which) rights, (check|verify|prove|show|sure) ~4 (owns|owner|belongs), (only|just) ~1
    (grown|adult|women|locals|students|owners|friends|insiders|employees) ~2 (to|can|may), who ~1 (enters|entered|came|comes|left|leaves) ~1 (the|my|our|at|by|when|in|and),
    wer ~2 (betritt|kommt|geht|reinkommt|hineingeht), qui ~1 (entre|sort|entrent|sortent), (when|where|that|what|how|who) my
    (son|daughter|child|children|kids|mother|father|wife|husband|pupils|patients|staff|employees), (wann|wo|dass|was|wie) (mein|meine)
    (sohn|tochter|kind|kinder|mutter|vater|frau|mann|schüler*|patient*|mitarbeiter*), (quand|où|que|ce) ~1 (mon|ma|mes) (fils|fille|enfant*|mère|père|femme|mari|élève*|patient*|employé*)`),
];
