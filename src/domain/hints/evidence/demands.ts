import { row, type EvidenceRow } from './row';

/**
 * What a specification demands without a word of security: nothing before its time, nothing longer than needed, nothing
 * half done, nobody judging his own case. In English, German and French.
 */
// One row is one paragraph.
// prettier-ignore
export const DEMANDS: readonly EvidenceRow[] = [
  row('authorisation', 4, 'ISO 15408 FDP_ACF: not before, not beyond', `
    (not|never|no) ~3 (released|published|delivered|disclosed|issued|transferred|executed|credited) ~8 (until|before|unless|without|except|prior|outside), erst ~5 (sichtbar|verfügbar|zugänglich|freigegeben|einsehbar|geöffnet|ausgehändigt|übermittelt|veröffentlicht),
    (avant|sans|jusqu) ~6 (accessible*|visible*|disponible*|consultable*|publié*|transmis*|communiqué*), qu avec ~4 (accord|autorisation|consentement|habilitation), ne ~3 être ~2 (transmis*|communiqu*|consult*|modifi*|publi*|divulgu*|ouvert*) ~8 (qu|que|sans|avant), (own|relative*|family|angehörig*|proche*) ~3 (case|claim|exam|beteiligt|concerné*), (conflict|conflicts) of interest,
    befangen*, conflit* d intérêt*, only (through|via|by|after|during|towards|in) ~6 (which|that|who|gateway|device|consent|approval|form|hours|agreed|direction|presence),
    nur ~3 (richtung|nach|durch|über|mit|gegen) ~6 (empfänger*|einwillig*|zustimm*|freigabe|berechtig*|gateway|hinterlegt)`),
  row('personalData', 4, 'ISO 15408 FPR; GDPR 5: nobody learns more than needed', `
    without ~6 (learning|revealing|disclosing|noticing), (not|never) ~1 (told|aware|disclosed) ~2 (why|who|which|to|of|that|whose), only in ~1 (aggregated|anonymous|anonymised|anonymized|encrypted|masked|pseudonymous|summarised) form, aggregated ~1 (form|values|data), (sealed|withheld|suppressed|redacted) ~2 (record|entry|entries|result|report|file), (hide|hidden|conceal*|withhold*|suppress*) ~5 from ~3 (practitioner*|person|people|other|public|selected|certain|user|staff|customer|employee|player|opponent|visitor|candidate|colleague), (conceal*|withhold*) ~5 (entries|entry|record|result|value|identity|address), (not|never|only|nur|nicht) ~4 (leave|leaves|verlassen|verlässt) ~4
    (unit|device|keypad|module|gateway|card|premises|network|site|country|gerät|netz|land|modul|union|clear), (ne|pas) ~3 quitte* ~3 (carte|réseau|site|module|terminal|pays),
    no more than ~3 (digits|characters)`),
  row('personalData', 4, 'GDPR 5: no longer than needed', `
    (removed|deleted|erased|purged|severed|destroyed|anonymised|anonymized|overwritten|disposed|discarded) ~3 (later|latest|soon|upon|following|immediately|irreversibl*|permanently), (kept|retained|held|preserved|archived|stored) ~3 (until|throughout|beyond|longer|for) ~5 (year|month|expired|period|appeal|necessary|needed), (spätestens|sobald|nach) ~9
    (löschen|gelöscht|vernichten|vernichtet|anonymisier*), (gelöscht|vernichtet|anonymisiert|gesperrt) ~4 (sobald|nach|spätestens|wenn),
    (supprim*|effac*|détrui*|anonymis*) ~6 (dès|après|délai|lorsque|terme|tard|mois|ans|jours), (link|connection|association|verbindung|lien) ~2
    between ~4 (borrower|patient|voter|person|customer|name|user|reader|donor|member|candidate)`),
  row('cryptography', 3, 'IEC 62443, ISO 15408 FCO: messages repeated, late, or not the ones sent', `
    (telegram|packet|frame|command|transaction|batch|response|instruction|reading|order|entries) ~5
    (repeated|duplicat*|replayed|delayed|stale|sequence|corrupt*|inconsistent|implausib*|outdated), out of sequence, (sequence|transaction|event|message|usage|monotonic)
    (number|counter), (missing|gap|gaps) ~3 (sequence|number|counter|telegram|record), (value|hash|total|sum|length|version|number) ~4 (correspond*|match*|agree*|differ*|deviat*) ~4
    (supplied|stored|expected|declared|reference|sent|claimed|signed), (does|do|not) ~2 (correspond|match|agree) ~5
    (rejected|refused|discarded|reject|refuse|void|reported|blocked)`),
  row('payment', 3, 'CWE-362, CWE-840: whole or not at all', `
    (loses|losing|lost|loss|failure|interruption|cut|removed) ~4 (power|supply|card|connection) ~6
    (debit*|credit*|load|transaction|acknowledg*|payment|update|write|balance|during|while|between), power ~3 (fails|lost|cut|interrupted|removed) ~6
    (during|while|between|debit|load|update|write|transaction), (withdrawn|removed|entnommen|retirée|pulled|torn) ~5
    (before|during|while|bevor|vor|avant|pendant|transaction|confirmation), never ~1 (anything|something|one) ~3 (between|other|half),
    (cancel*|reverse|reversed|reversal|roll|rolled|void|voided|storn*) ~6
    (sides|timeout|answer|both|incomplete|failed|debit|transaction|umsatz|buchung|zahlung), doppelte* ~1 (belastung|buchung|abbuchung|zahlung|auszahlung),
    double (débit|paiement|prélèvement|encaissement), until ~5 (confirmed|cleared|authorised|settled|acknowledged) ~4 (withdrawal|payment|debit|funds|transfer|by|the),
    (release*|load*|credit*) ~3 (funds|value|money)`),
  row('abuse', 3, 'IEC 61508, IEC 62443: safe when something is wrong', `
    (apply|applies|initiate*|trigger*|command*|demand*|release*) ~3 (brake|braking|trip), (safe|secure|defined) (state|position|condition), failsafe, interlock*, (sicheren|sicherer|sichere)
    (zustand|position|stellung), (état|position) (sûr|sûre|sécurité), freinage, zwangsbrems*,
    (plausib*|range|implausib*) ~3 (check*|value|reading|reject*|prüf*), more than (one|once) ~2
    (insurer|account|application|claim|vote|ballot|authority|fund), (special|internal|criminal) investigation*, investigation* (unit|department), (same|identical) ~5
    (lodged|submitted|filed|claimed|presented) ~4 (twice|more|several|another|again)`),
  row('authorisation', 4, 'ISO 15408 FMT: lists of what is refused', `
    (hot|black|block|deny|negative|revocation|sanctions) (list|lists|listed), hotlist*, blacklist*, blocklist*, denylist*, sperrliste*, liste ~1
    (noire|opposition|blanche), break ~1 glass, notfallzugriff*, bris de glace`),
  row('administration', 3, 'IEC 62443; ASVS V13: off, closed, and changed before it is used', `
    (unused|unneeded|unnecessary|superfluous|unrequired) ~2 (port|service|interface|function|account|user|protocol|component),
    (disabled|deactivated|blocked|closed|sealed|changed|removed) ~2 (before|prior|at) ~2
    (commissioning|delivery|handover|first|operation|installation|use), nicht ~1 (benötigte*|genutzte*) ~2
    (dienst*|port*|schnittstelle*|konten), ungenutzte* (dienst*|port*|schnittstelle*|konten|zugäng*), hardening, härtung*, durciss*, (locked|lockable)
    (cabinet|room|rack|drawer|cupboard|box|cage), verplomb*, plomb*, versiegel*, scellé*, sealed, (key|lockable) switch`),
  row('authorisation', 2, 'ISO 15408: what has to be ruled out', `
    sicherzustellen, gewährleist*, auszuschließen, ausgeschlossen, unterbind*, verhinder*, empêch*, interdi*, exclu, impossible (to|for), (ensure*|guarantee*) ~2 that ~3 (no|only|not|none)`),
  row('authorisation', 3, 'ISO 15408 FDP_ACF; GDPR 5: by whom, from where, for what', `
    (no|never) ~1 (single|one) ~1 (person|employee|operator|administrator|officer) ~3 (can|may|shall|is|alone|able), no single, only (at|on|from) ~3
    (workstation|terminal|counter|site|network|room|console), (parameter|calibration|threshold|dose|tariff|limits|configuration) ~4
    (changed|modified|altered|adjusted|set|reset) ~3 (only|without|except|remotely|unless), (factory|initial|delivered) ~3 (changed|replaced) ~2 (before|at|first|on), only ~3
    (necessary|needed|required) ~1 (for|to), (necessary|required|needed) for ~2 (task|duties|duty|purpose|role), (other|any) ~1 purpose* ~1 (than|without), zweckgebunden*, zweckbindung,
    finalité*, (report|reported|reporting) ~3 (lost|stolen|theft)`),
  row('personalData', 3, 'ISO 15408 FPR: what must not be traced back', `
    (vote|ballot|answer|response|reply) ~6 (linked|attribut*|traced|identify|identif*|respondent|associated), (dispens*|administer*|inject*|infus*) ~5
    (only|unless|confirmed|second|scanned|identity|wristband), (tariff|parameter|firmware|clock|software|table) ~4 (remotely|downloaded|air|head)`),
  row('authorisation', 3, 'ISO 15408 FDP_ACF, FIA: turned away, let go, let in', `
    (shall|must|muss|doit|should|will) ~2 (refuse|decline|deny|refuser|rejeter|ablehnen|abweisen|verweigern|zurückweisen|withhold|disregard), two
    (officers|employees|physicians|nurses|keyholders|witnesses|signatories|operators|administrators), (passes|badge|rights|account|accounts|authority|access|credentials) ~2
    (end|ends|lapse|lapses|cease|ceases), (visitor|guest|contractor|technician|besucher*|visiteur*) ~4 (accompanied|escorted|begleitet|accompagné*), (by|from|to|for) ~1
    (registered|approved|certified|listed|licensed|trusted|accredited|entitled|enrolled) ~3 (only|exclusively|alone), (closed|locked|final|archived|approved|signed|released) ~1
    (entry|entries|record|month|case|period|document|invoice|result) ~5 (reopen*|changed|edited|unlocked|corrected|altered), (wiedereröffn*|rouvrir|rouvert*), (disappear|vanish|disparaître|verschwinden) ~4
    (after|once|when|nach|après|sobald|dès), (gestohlen*|verloren*) ~1 (gemeldet*|karte*|gerät*), (volée|volé|perdue|perdu|volées)`),
  row('abuse', 3, 'IEC 62443, IEC 61508: when the line is dead', `
    (contact|communication|link|signal|heartbeat) ~4 (lost|fails|interrupted|breaks|dead), loss of ~1 (contact|communication|connection|signal|supply|link), (bei|nach) ~1
    (ausfall|abbruch|verlust|unterbrechung) ~1 (der|des|einer|von), en cas de (panne|coupure|perte|défaillance|rupture)`),
  row('logging', 2, 'ASVS V16: why', `
    (say|state|give|enter|record|note|noted|entered) ~1 why, (angeben|notieren|festhalten) ~1 warum, warum ~6 (angeben|notier*|festgehalten), (noter|indiquer|saisir) ~1 pourquoi`),
  row('authorisation', 3, 'ISO 15408 FDP_ACF: not yet, and no longer', `
    (not|never|no) ~3 (available|opened|visible|accessible|known|activated|loaded) ~8 (until|before|unless|without|except|prior|outside), (dropped|link|association) ~4 (soon|once|upon), pending ~2 not ~2 told`),
];
