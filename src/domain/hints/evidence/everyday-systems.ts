import { matter, row, type EvidenceRow } from './row';

/**
 * How people say it who never heard of an interface or an injection: money back, a picture from elsewhere, the same
 * person twice, who took it. In English, German and French.
 */
// One row is one paragraph.
// prettier-ignore
export const EVERYDAY_SYSTEMS: readonly EvidenceRow[] = [
  // Money
  row('payment', 3, 'CWE-840: money back', `
    (pay|pays|paid|paying) ~1 back, money back, (get|gets|give|gives|getting) ~2 (money|deposit|fare|fee|price|half|sum) back,
    reimburs*, zurückzahl*, zurückgezahlt, zurücküberw*, geld ~1 zurück, rückzahl*, kulanz*, rembours*, dédommag*`),
  row('payment', 3, 'CWE-840: more than was meant to be possible', `
    (raise|raising|lift|lower|increase|extend|exceed) ~4 (limit|ceiling|allowance), tageslimit*, kreditrahmen*, verfügungsrahmen*,
    überweisungslimit*, (relever|augmenter|dépasser) ~3 (plafond|limite),
    (several|two|multiple|many|combin*|stack*|again|expired|mehrere|zwei|plusieurs|deux) ~3
    (coupon|voucher|promo|discounts|gutschein*|rabatt*|bons|remises), (total|price|sum|basket|balance) ~3 (below|negative) ~2
    (zero|fee|minimum|null), (individual|negotiated|agreed|secret|staff|dealer|member|personal|special) (price|discount|rates),
    (change|set|edit|lower|overwrite) ~3 (price|discount|rate|tariff) ~3 (for|of|by) ~2 (customer|myself|hand|order|item)`),
  row('payment', 3, 'CWE-840: where the money goes', `
    (salary|wages|pension|rent|refund|payout|earnings|royalties|proceeds) ~2 (goes|go|paid|sent|transferred|lands) ~1 (to|into|on),
    (account|iban) ~3 (salary|wages|money|payout|refund|pension|earnings|rent) ~2 (goes|go|paid|sent), accounts ~3
    (other|different|several|all) (bank|banks), (konten|konto) ~3 (anderen|anderer|fremden) (bank|banken), comptes ~3 autres
    banques, (deduct*|debit*|taken|charged|booked) ~3 (from|to|off) ~2 (account|card|balance|wallet|bill|salary|deposit), abgezogen,
    verrechn*, débit*, prélev*, (hold|freeze|freezes|frozen) ~2 (money|funds|deposit|payment), escrow, treuhand*, kaution*, séquestre`),
  row('payment', 3, 'CWE-840: later, in parts, or not at all', `
    (pay|buy) ~1 later, instalment, installments, pay on (account|invoice), ratenzahl*, ratenkauf, auf rechnung,
    (en|in) (deux|trois|quatre|plusieurs|drei|zwei|mehreren|three|four|two|several|monthly) (fois|raten|parts|rates|versements|mensualités|payments), cash on delivery, nachnahme, without paying, sans payer, ohne zu ~1 (zahlen|bezahlen), (leave|give|add) ~1 tip,
    (paying|paid) ~1 (supporter|subscriber|listener|reader|member), (bonus|premium|exclusive|paid) ~1 (episode|article|feed|video|tier),
    (unlock|get|win|earn) ~2 (gems|coins|credits|gold|diamonds|skins)`),

  // What comes in
  row('input', 4, 'ASVS V1, V3: pictures, links and code of others in a page', `
    (paste|pastes|pasted|pasting) ~4 (embed|code|html|link|url|iframe|script), embed code, (own|custom) ~2 (html|css|widget|stylesheet|javascript),
    (widget|video|content|picture|post) ~2 from ~2 (other|another|elsewhere|external|outside|vimeo|youtube),
    (comment|message|review|note|bio|reply|replies|posts) ~4 (with|containing|including) ~3
    (link|picture|image|html|formatting|bold|video|gif|attachment), einbetten, eingebettet*, (kommentar*|bewertung*|beitr*|nachricht*) ~3 mit ~3
    (link*|bild*|html|formatier*), (commentaire*|avis|message*) ~3 avec ~3 (lien*|image*|photo*), guestbook, gästebuch, livre d or`),
  row('input', 4, 'CWE-918: an address that somebody gives', `
    (give|giving|given|enter|entering|type|past*|provid*|point*|submit*) ~3 (address|link|url) ~3 (feed|rss|calendar|spreadsheet|server|website|repository|podcast|file|image|shop|blog), (give|giving|given|enter|type|past*|its) ~3 web address, (from|behind) ~1 (given|other|old|any|their|my) ~1 (url|link|website|blog|feed), (lien|url) ~3 (flux|fichier|calendrier|tableur), (link|url|webadresse) ~4
    (feed|kalender|datei|tabelle|shop)`),
  row('input', 4, 'ASVS V5: a file, a scan, a photograph', `
    (hand|turn|send|give) ~1 in ~5 (file|document|photo|pdf|scan|homework|essay|thesis|form|assignment|work),
    (spreadsheet|excel|csv|xlsx|book|contacts) ~3 (go|into|instead), (datei|dateien|foto|fotos|dokument*|scan|beleg|belege|nachweis*|bild|bilder) ~4
    (anhängen|beifügen|mitschicken|einreichen|abgeben|hinzufügen|einstellen|ablegen|einscannen|abfotografieren|anfügen|beilegen),
    abfotografier*, einscann*, einreich*, (déposer|joindre|ajouter|envoyer|fournir|remettre|verser) ~4
    (fichier*|document*|photo*|pièce*|dossier*|justificatif*|pdf|vidéo*|devoir*|copie*|certificat*)`),
  row('input', 4, 'ASVS V1, V4: in by mail', `
    (by|via|through) ~1 (sending|replying|forwarding|answering|mailing) ~4 (mail|email|message|address), (send|sending|forward|forwarding|mail) ~4 to ~4
    (board|project|list|inbox|ticket|calendar|own|special) ~1 address, (reply|replying|answer|answering) to ~3 (mail|email|sms|notification),
    (created|create|opened|added|booked|confirmed) ~3 (by|from|via) ~2 (mail|email|sms|text|whatsapp), per (mail|sms|whatsapp) ~3
    (anlegen|erstellen|antwort*|buchen|bestätig*), (créer|répondre|réserver|confirmer) ~4 par (mail|courriel|sms)`),
  row('input', 3, 'ASVS V1.3: rules and formulas that people write', `
    (write|writing|enter|define) ~2 (formula|expression|quer*|macro|scripts|regex), (eigene*|selbst) ~1 (formel*|skript*|abfrage*|makro*),
    (propres|écrire) ~2 (formule*|requête*|scripts|macros)`),

  // The other side
  row('externalInterface', 3, 'GDPR 44; ASVS V4: given on', `
    (supplied|supply|provided|passed|pass|forwarded|forward|delivered|deliver|reported|report|handed|hand|disclosed|given|sold|sell|communicated|sent|send|transmit|transmitted|submitted|available) ~6 to ~4
    (insurer|insurance|police|authority|authorities|supplier|bank|employer|government|ministry|tax|customs|court|registry|vendor|advertiser*|university|municipality|regulator|manufacturer|workshop|dealer|landlord|researcher|accountant|printer|third|agency|processor|doctor|physician|practice|hospital|heir|ministry),
    an ~3 (versicher*|polizei|behörde*|arbeitgeber*|finanzamt|krankenkasse*|jugendamt|hersteller*|werkstatt|lieferant*|bank|steuerberater*|dritte) ~4
    (meld*|gemeldet|geben|gegeben|send*|gesendet|schick*|übermittel*|weiter*|geliefert|liefern), (transmis*|transmettre|envoy*|communiqu*|fourni*) ~5
    (assureur*|police|autorité*|employeur|administration|banque|impôts|caisse|fabricant|comptable|tiers), (by|via|per|par) (fax|telefax|télécopie)`),
  row('externalInterface', 3, 'ASVS V4: straight into another system', `
    (straight|directly|automatically|overnight|nightly) ~2 (into|to|from|with) ~4
    (accounting|calendar|crm|erp|bank|tax|warehouse|slack|teams|whatsapp|outlook|payroll|software), (direkt|automatisch) ~2 (in|an|aus|von|ins) ~3
    (buchhaltung*|kalender|outlook|steuer*|lager*|warenwirtschaft*), (directement|automatiquement) ~2 (dans|à|vers|depuis|avec) ~4
    (logiciel|agenda|calendrier|compta*|banque|caisse), (subscribe|abonnieren|abonner) ~3 (calendar|feed|kalender|calendrier), in any (app|player|calendar),
    (own|personal|secret|unique|individual|private) ~1 (feed|link|url|qr|web) ~1 (address|code|link|page|url)`),
  matter('externalInterface', 2, 'ASVS V4: the systems of others', `
    (our|my|their|your|his|her) own (server|domain|cloud|website|site|system|storage|printer), on our server, (other|another) (site|website|bank|shop|platform)`),
  row('externalInterface', 3, 'IEC 62443: from far, by telephone', `
    (open|unlock|start|lock|stop|heat|preheat|switch|turn|control|feed|water|arm|disarm) ~4
    (by|with|from|via) ~2 (phone|app|smartphone|watch|voice|sofa|bed|office|desk|holiday), (without|no|bad|poor) ~1 (reception|signal),
    (kein|ohne|schlecht*) ~1 (empfang|netz|verbindung), funkloch, sans réseau, (switch|turn) ~3 off ~3 (from|remotely|automatically|while|when|phone), (von|vom) (unterwegs|handy|büro|sofa)
    ~4 (öffn*|start*|schalt*|steuer*|heiz*|sperr*), (ouvrir|allumer|éteindre|démarrer|verrouiller|chauffer) ~5
    (téléphone|application|appli|distance|bureau|portable),
    (interrupt|restore|disconnect|cut|shed|throttle|curtail) ~3 (supply|power|load|premises|breaker|circuit|water|gas|heating|charging)`),

  // What people get up to
  row('abuse', 3, 'CWE-799; STRIDE Spoofing, Tampering: those who are up to something', `
    (swindl*|crook*|scam*|impostor|imposter|tout|scalper*|hoarder*|trolls|vandal*|prankster*|thief|thieves|burglar|intruder|snoop*|nosy|spies|spying),
    schwindler*, betrüger*, diebe, dieb, einbrecher*, neugierig*, gaukel*, escroc*, voleur*, tricheur*, malveillant*, faussaire*, flood of, wave of ~2
    (fake|orders|mail|message|registration|account|request|bot), (hundreds|thousands|dozens) of ~2
    (fake|same|requests|orders|bookings|messages|mails|accounts|attempts|votes|donations|codes)`),
  row('abuse', 3, 'CWE-837: more than once, more than their share', `
    same ~1 (person|address|card|device|phone|customer|household|user|account|number|visitor|ip) ~4
    (twice|again|several|more|once|many|only|vote*|order*|book*|overnight|redeem*|enter*), from the same ~2
    (person|address|card|ip|device|block|phone|account|computer|number|household), per
    (person|customer|household|card|head|family|account|member) ~3 (only|limit|maximum|once|allowed), (one|two|three|four|max|maximum|most|limit|limited|only|once) ~2 per
    (person|customer|household|card|account|device|head|family|student|member|guest|address|ip|buyer), (vote|voted|votes|rate|rated|review|sign|book|booked|register|redeem|redeemed|apply|claimed|used|use|report|reported) ~3
    (twice|repeatedly), (doppelt|mehrmals|zweimal|mehrfach) ~3 (abstimm*|einlös*|gebucht|bewert*|bestell*|teilnehm*|meld*|verwend*), (voter|utiliser|commander|réserver|utilisé*) ~2
    (deux|plusieurs) fois, (jump|skip|jumping) ~1 (queue|line), (grab|snap|snatch|buy|hoard) ~2 (all|everything|every) ~1
    (ticket|slot|seat|place|stock)`),
  row('abuse', 3, 'CWE-20, CWE-602: what cannot be true', `
    (impossible|implausib*|unrealistic|unplausib*|invraisembl*) ~3
    (score|value|time|result|reading|price|distance|speed|amount|number|wert*|ergebnis*|zeit*|punkt*), (score|time|result|reading|record) ~5
    (impossible|implausib*|unrealistic|reached|faked|cheat*), too (good|high) ~2 true, unplausib*,
    (try|trying|tries|guess|guessing) ~3 (codes|numbers|passwords|combinations|links|ids), erraten, durchprobier*, devin*`),
  row('abuse', 3, 'CWE-799; Online harm', `
    (rude|nasty|offensive|abusive|hateful|vulgar|swear|obscene|unwanted|unsolicited|inappropriate|hurtful|explicit|indecent) ~1
    (word|comment|message|post|name|mail|people|content|call|language|picture|photo|review|text|behaviour|behavior|image|video),
    beleidig*, anstößig*, unerwünscht*, belästig*, schimpfw*, jugendschutz*, injurieu*, grossier*, haineu*, indésirable*, harcèl*,
    (block|mute|report|ban|kick|ignore|flag) ~2 (somebody|someone|person|him|her|them|caller|sender|stranger|rude|annoying|profile|listing|seller|buyer),
    (leave|kept|keep|left) ~2 alone ~2 by, (age|adult) ~1 (check|limit|gate|restricted|content)`),
  row('abuse', 3, 'CWE-799: copied and carried off', `
    (copy|copies|copying|copied|save|saving|saves|steal|steals|print|prints|download|downloads|rip|record) ~3 (free|without|big|original|full|high) ~1
    (one|size|resolution|version|file|paying|film|video|picture|image), for free ~3 (use|copy|print|download|watch|read), watermark*, wasserzeichen, filigran*`),

  // Who it was
  row('logging', 3, 'ASVS V16; Repudiation: who it was', `
    (who|what|which|whom) ~3 (changed|altered|touched|removed|deleted|broke|took|opened|switched|cancelled|overwrote|unlocked|moved|signed) ~1
    (the|it|my|our|a|this|them|what|file|order|record|entry), wer ~6
    (geändert|gelöscht|verschoben|genommen|geöffnet|storniert|entnommen|überschrieben|unterschrieben), qui ~2
    (modifié|supprimé|ouvert|changé|pris|annulé|validé|effacé|signé), (see|know|show|find|tell) ~2 (who|whom) ~3
    (changed|wrote|took|gave|approved|entered|cancelled|sent|added|removed|created|closed|signed|ordered|let|opened|edited),
    (prove|proof|evidence) ~1 (that|later), (beweis*|belegen|nachweisen|nachweisbar*), prouver que, (for|to|show|give) ~2
    (auditor|inspector|regulator), wirtschaftsprüf*, betriebsprüf*, kassenprüf*, commissaire aux comptes`),
  row('logging', 3, 'ASVS V16: why, and what it was before', `
    (reason|purpose|justification) ~3 (entered|given|stated|recorded|required|mandatory|documented|noted|compulsory),
    grund ~3 (angeben|anzugeben|einzugeben|erfassen|nennen|pflicht), motif ~3 (saisi*|obligatoire|indiqu*), (original|previous|old|former|earlier)
    (value|entry|entries|result|reading) ~3 (stay|remain|kept|readable|preserved|visible|retained|recorded|traceable), no longer ~1 match*, fixity,
    (told|warned|alerted|notified) ~3 (when|if|once) ~5 (changed|opened|tampered|missing|stranger|unknown|removed|moved|logs|enters)`),

  // Is it the real one
  row('cryptography', 3, 'ASVS V11; Tampering: is it the real one', `
    (check|see|know|verify|tell|prove|recogni*|sure) ~3 (if|whether|that|is) ~4 (real|genuine|authentic|fake|forged|original|true),
    unverfälscht*, unverändert ~2 (ist|sind|bleib*), falsifi*, authenticité, checksum*, prüfsumme*, somme de contrôle, digest ~2 (file|compare|match*),
    (nobody|never|not) ~4 (altered|tampered|falsified|swapped|forged), (sign|signed|signing|signature|unterschr*|signer) ~3
    (online|digital*|electronic*|elektronisch*|tablet|finger|glass|numérique*|électronique*), (digital|elektronisch|online) ~1
    (unterschreib*|unterzeichn*|signier*|unterschrift*)`),

  // Software of others
  row('dependencies', 3, 'ASVS V15; CWE-829: building with what others made', `
    (reuse|share|shared|restore) ~4 (modules|packages|dependencies|artifacts|artefacts|layers|builds|images), (builds|jobs|runner|cache) ~3
    (share|shared|other|another|outsiders|across|between) ~2 (branch|branches|project|fork|team|customer|repository|repositories),
    (script|widget|font|chat|pixel|plugin|library) ~2 (from|of|by) ~3 (cdn|vendor|google|facebook|meta|third|outside|supplier|startup|marketplace),
    (outsider|stranger|community|agency|freelancer|volunteer) ~4 (code|merge*|contribut*|deploy*|commit*),
    (install|run|use|load) ~3 (plugin|extension|module|app|package|theme) ~2 (from|by|of|written) ~2
    (other|anyone|users|third|community|developers|store|vendors|marketplace)`),
  row('payment', 3, 'CWE-840: what is worth something changes hands', `
    (give|gift|lend|pass|transfer|swap|trade|sell) ~3 (points|miles|ticket|pass|voucher|licence|license|seat|shift|membership|place|slot) ~2 (to|with|on|for) ~1
    (friend|another|someone|somebody|other|colleague|family|my|others|player|member|people), (ticket|karte|karten|gutschein|punkte|schicht|platz|abo|termin) ~3
    (verschenk*|weitergeb*|übertrag*|tausch*|abgeb*|verkauf*), (offrir|céder|prêter|transférer|échanger|revendre) ~3 (billet*|points|bon|place|créneau|abonnement|carte),
    (student|senior|staff|disability|child|family|loyalty|reduced|concession|pensioner) ~1 (discount|fare|ticket|tariff), *ermäßigung*, tarif réduit,
    (buy|pay|order|reorder|book|donate) ~3 (one|single) (click|tap), card on file,
    (charge*|put|book|bill) ~2 to ~2 (room|card|phone|tab), (hold|reserve|block) ~2 (seat|slot|ticket|table|stock) ~4 (minutes|hours|without), (scan|scanned|check|checked) ~3
    (ticket|badge|pass|voucher) ~4 (twice|gate|door|entrance|again|offline)`),
  row('externalInterface', 3, 'ASVS V4, V13: machines that act, and what goes to support', `
    (call|ping|notify|tell|trigger) ~1 (our|my|their|another|other|external) ~2 (system|server|service|url|tool|script), (chatbot|bots|robots) ~2 (may|can|should|act*|answer*|book*|reply|replies|buy),
    (summar*|answer*|transcri*|translat*|written|suggested|sorted) ~3 (by|with|using) ~1 (ai|model|gpt|llm|machine), (update|flash|push|load) ~3
    (boiler|lamp|meter|router|thermostat|camera|sensor|robot|pump|inverter|hub|vehicle) ~2 (software|remotely|from|over|night), (attach|send|include|upload) ~2
    (logs|diagnostics|crash|dump) ~3 (support|vendor|developer|us|ticket), (real|live|production) ~1 (data|customers|accounts|patients|names) ~4 (test|demo|training|staging|development),
    (demo|training|test|sandbox) ~3 (with|using|of) ~1 (real|live|production), (deploy|release|push|merge|put) ~3 (production|live|main) without`),
  row('payment', 3, 'CWE-840: given by hand, held to a limit', `
    goodwill, (grant|give|issue|credit) ~4 (goodwill|credit|compensation|discount|waiver) ~3 (up|to|of|per), (limit|cap|allowance|ceiling) (per|for|of) ~1
    (driver|user|employee|customer|card|account|person|team|department|month|family), (moved|move|transferred|pooled|shared|transfer) between ~2
    (members|family|accounts|friends|cards|wallets|customers), (get|gets|pay|pays|owe|issue|impose) a fine, (split|pool) ~1 tips, bußgeld*, knöllchen,
    (prevent|block|disallow|forbid|stop) ~3 (purchase|order|renewal|payment|checkout|trial|upgrade|users|customers|accounts|groups|seats|subscription|booking)`),
  row('externalInterface', 3, 'ASVS V4: a line, a mailbox, an address of ours', `
    (dial|dialup|modem) ~1 (in|up|line), (imap|pop3|caldav|carddav), (read|connect|link|hook|attach|sync) ~2 (my|our|their|his|her) ~2
    (mailbox|inbox|calendar|bank|mail|wallet|fitness), (technician|engineer|manufacturer|vendor|supplier) ~4 (reach|connect|dial|access), url of (mine|ours|theirs), (call|calls|ping|post|hit) ~2
    (url|address|endpoint) ~3 (when|whenever|each|every|after|on), (submit|deliver|lodge|file|receive|send) ~6 (through|via|over|by) ~2 (service|interface|line|api|gateway|network|portal),
    voice ~7 (open|unlock|pay|buy|order|disarm|garage|door), (open|unlock|close) ~2 (garage|gate|door|barrier|safe|locker) ~5 (speaker|voice|phone|any|app|code), (clicking|tapping|following|opening|using|via|by) ~2
    link ~3 (in|from) ~3 (text|message|sms|email|mail|letter), (leave|put|drop) ~2 (parcel|package|delivery|groceries) ~3 (behind|with|at|in|by), (checked|verified|done|run|hosted) by ~2
    (outside|external|provider|partner|agency|third|vendor)`),
  row('input', 3, 'ASVS V5: let files and pictures in', `
    (add|allow|enable|support|accept) ~2 (attachment|uploads|files) ~1 (option|on|in|to|for|of), (copy|drag|drop|add|insert) ~3 paste ~1 (image|picture|file|screenshot), paste ~1
    (image|picture|file|screenshot)`),
  row('logging', 4, 'ASVS V16; CWE-532: all of it, into the open', `
    (print|dump|log|echo|write) ~2 (full|whole|all|entire|complete) ~1 (environment|env|config|configuration|request|variables|session|headers|payload|response)`),
  row('logging', 3, 'ASVS V16: every change', `
    (see|show|list|keep|know|record) ~2 (every|each|all) ~1 (change|edit|correction|modification|deletion) ~2 (to|of|in|made|after), (nobody|noone|cannot|can) ~2
    (remove|delete|erase) ~2 (line|entry|row|record), (jede|alle) ~1 (änderung*|korrektur*) ~2 (an|der|von|sehen), (chaque|toutes) ~2 (modification*|correction*) ~1 (de|des|du)`),
  row('abuse', 4, 'CWE-799: too much of it', `
    (flag|mark|detect|identify|find|spot|stop) ~2 (user|account|member|customer|seller|player|orders|transactions|bookings) ~4 (excessive|excessively|suspicious|unusual|abnormal|unnatural),
    (more|most|maximum|exceed*) ~4 per (second|minute|hour) ~4 (any|each|client|user|harvester|ip|source|caller|account|device|address|key)`),
  row('abuse', 3, 'CWE-799: told on', `
    report ~4 (rude|abuse|harass*|fraud|fake|scam|spam|hate), (inoperative|inaccessible|unusable|deactivated) ~2 (once|after|when|outside|as)`),
  row('input', 3, 'ASVS V1, V5: sent in by others', `
    send (us|me|in) ~2 (picture|photo|document|file|video|drawing|story|recording|proof|scan|paper), (visitor|school|reader|customer|fan|guest|pupil|citizen|source|listener|student|client|tenant|applicant|supplier|people|user)
    ~1 (submit|contribute|upload|post|send) ~2 (us|in|me|their|own|picture|photo|document|file|video|text|gif), (comment|reply|answer) ~1 (with|using) ~2 (link|image|picture|html|gif|file),
    (kommentier*|antwort*) ~2 mit ~2 (link*|bild*|html|datei*), mit ~2 (links|bildern|html|dateien) ~1 (kommentier*|antwort*), (commenter|répondre|publier|écrire) ~2 avec ~3
    (liens|images|photos|fichiers), (fremde*|andere*|externe*) ~1 (video*|inhalt*|widget*|karten|schrift*|skript*) ~4 (einbauen|einbinden|einbetten), (by|from|giving|enter*) ~1 (its|a|the|any) ~1 web
    address, (uns|mir) ~2 (foto*|bild*|dokument*|datei*) ~1 (schick*|send*|mail*)`),
  row('externalInterface', 3, 'IEC 62443: things are moved from afar', `
    (open|close|start|stop|switch|heat|lock|unlock|water|raise|lower|restart|steer) ~3
    (window|door|gate|pump|valve|heating|blind|shutter|machine|oven|barrier|roof|sprinkler|fan|engine|trunk|car|garage|lock|locker|crane|lift|elevator|turbine|robot|boiler) ~2
    (from|by|via|using|without|remotely|at), (fenster|tür|tor|pumpe|heizung|maschine|licht|rollladen|ventil) ~3 (von|vom|per|mit|aus) ~3 (öffn*|start*|schalt*|steuer*|hochdreh*|abdreh*|regel*)`),
  row('input', 3, 'ASVS V1, V5: files and pictures, said in passing', `
    (image|picture|formatting|html|gif) ~2 (in|inside|within) ~3 (comment|message|post|review|note|bio|profile|chat|reply|replies), comments (of|from|by) ~1
    (user|listener|reader|customer|visitor|guest|viewer|fan|member|student), (drop|drag|attach|add|submit|put|send|provide) ~4
    (file|document|pdf|scan|receipt|screenshot|certificate|photo|photos) ~3 (to|into|onto|with|from|of), as a (file|attachment|zip), as (attachment|file), (rss|ical|ics|podcast|calendar|product) ~1 feed`),
  row('externalInterface', 3, 'IEC 62443: it opens by itself, or from afar', `
    (lock|door|gate|barrier|garage|bollard|turnstile|locker) ~5 to ~1 (open|unlock|close), (lock|door|gate|barrier|garage) ~4 (opens|open|unlocks) ~1 (when|as|for|if|once|by),
    (rung|opened|started|stopped|switched|steered|controlled|unlocked|driven|locked|operated|restarted) ~1 (from|by|via|with) ~3 (tablet|phone|app|afar|home|web|laptop|watch|internet|outside)`),
  row('input', 3, 'ASVS V1, V5: what people make, film and enter themselves', `
    (provider|server|source|service|feed|host) ~1 (i|we|users|they) ~2 (enter|give|choose|name|type|provide), (film|photograph|record|scan) ~4 (send|upload|attach|submit|mail), (filmen|fotografieren|scannen) ~3
    (schick*|send*|hochlad*|anhäng*), (photographier|filmer|scanner) ~4 (envoy*|joindre|transmettre), (draw|design|write|paint|make|create) ~1 (own|their) ~1
    (flag|avatar|logo|level|map|skin|emblem|banner|sticker|emoji|badge), (players|users|members|kids|children|guests|visitors|readers|fans|pupils|students|customers|buyers|clients|citizens|patients|parents|listeners|tenants|people) to (draw|write|design|paint|upload|make|post|comment|put|add),
    (answer|reply|respond) ~2 (review|comment|rating), (pupil|student|user|customer|player|applicant) ~1 (program|code|script|macro) ~4 (run|runs|executed|tested)`),
  row('payment', 3, 'CWE-840: typed over, loaded, left over', `
    type over, overtype, (overwrite|overrule|override|overtype) ~3 (amount|price|sum|rate|result|decision|score|proposal|total|discount), (put|load|add) ~1 money ~1 (on|onto|to|into), left on ~2
    (card|wristband|account|voucher|chip|ticket), until ~3 (bought|purchased|paid), (offrir|donner|prêter|envoyer) ~3 (à|aux) ~2 (ami|amis|autre|joueur*|membre*), (give|gift|send|lend) ~3 to ~2
    (friend|player|guild|teammate), (pay|settle|approve) ~4 on its own, without a sale, (open|opening) ~1 till`),
  row('cryptography', 4, 'ASVS V11; Spoofing: not to be copied or made up', `
    (can|cannot|could|not|never) ~1 be ~1 (copied|forged|faked|guessed|resold|reused|cloned|counterfeited|falsified), (tell|know|distinguish|recognise|recognize) ~2 (real|genuine|original|originals) ~3 from ~2
    (copy|copies|fake|forgeries|imitations), fälschungssicher*, infalsifiable*`),
  row('cryptography', 3, 'CWE-294, CWE-837: good for one time', `
    (code|ticket|link|voucher|key|coupon|pass|token) ~4 (work|works|valid|used|good|count|counts) ~2 (once|one|single), (run|runs|running) ~1 (under|as|with) ~2 (account|privileges|rights)`),
];
