import { matter, row, type EvidenceRow } from './row';

// One row is one paragraph.
// prettier-ignore
export const OPERATION: readonly EvidenceRow[] = [
  // Logging and audit
  row('logging', 4, 'ASVS V16', `
    (raise*|log*|report*|alarm) ~5 (cover|tamper*|door|enclosure) ~2 (open*|removed), (alarm|alert|notif*) ~8
    (unknown|unusual|suspicious|new) ~1 (device|login|sign|access)`),
  row('logging', 4, 'ASVS V16; CWE-778; Repudiation', `
    audit ~1 (trail|log|capabilit*|purpose|event|function*|requirement), auditab*, auditing
    (purposes|of|capabilit*), (security|access|login|authentication) ~1
    (log|event|logging|alert|incident|history|attempt|monitor*), admin* ~1 (log|logging|history), failed ~2
    (login|attempt|logon|authentication|sign), (unsuccessful|invalid|repeated) ~2
    (login|attempt|logon|authentication), (log|logged|record|recorded|track*|trace*) ~4
    (who|access|attempt|modification), (log|record|track*) ~3 user activit*, who ~2
    (changed|accessed|viewed|edited|deleted|did|made|created|approved|modified), siem, forensic*, accountab*,
    revisionssich*, audit protokoll, piste ~1 audit, detect* ~4
    (intrusion|attack*|anomal*|suspicious|unauthor*|breach*|tamper*|violation), security violation, notif* ~4
    (admin*|security|owner) ~6 (attempt|abuse|occurrence|breach|attack|suspicious|unauthor*)`),
  row('logging', 3, 'ASVS V16; CWE-532', `
    auditing, audited, audit (record|history), (activity|change|event|transaction|audit|server|error|system)
    (log|history|journal), (log|logging) ~3
    (all|every|each|user|change|access|event|transaction|action|activit*|whole|request|personal|form),
    (keep|store|maintain|retain) ~3 (log|history|record) of, protokollier* ~3 wer, (traceable|attributable|traced)
    to, freigabe ~2 (erteilt|erteilen), *protokoll*, nachvollzieh*, journalis*, traçabilité, traceab*,
    historisier*, user added ~5 access`),
  row('logging', 4, 'Repudiation', `
    (traceable|attributable|traced) to ~3 (person|user|individual|employee|author), wer ~5
    (geändert|erteilt|freigegeben|gelöscht|zugegriffen)`),
  row('logging', 1, 'ASVS V16', `
    audit`),
  matter('logging', 1, 'ASVS V16', `
    logging, logs, history, protokoll, monitor*, alert, tracking, report* ~4 (change|access|user)`),

  row('logging', 4, 'ASVS V16; CWE-532, CWE-209', `
    (log|logfile|trace|dump|debug|sentry) ~6
    (body|header|password*|token*|personal|customer|memory|card|stack|internal|path|sql|email|address*|patient*|secret*),
    (stack|core|heap|memory) (trace|dump), request body, debug (mode|log), error details,
    (record|recorded|log|logged|document|documented|protokollier*|enregistr*|trace) ~4
    (who|operator|each|every|all|jede*|chaque|wer|qui) ~6
    (change*|access*|open*|override|when|reason|decision|operation|delet*|export*|view*|zugriff*|änder*|wann|ouvertur*|modifi*|accès|login*|action*),
    (who|wer|qui) ~2
    (changed|opened|viewed|deleted|exported|approved|turned|edited|accessed|removed|geändert|gelöscht),
    (conserver|garder|tenir) ~2 (trace|journal|historique), (raise*|trigger*|send*|auslös*|déclench*) ~3
    (alarm|alarme|alert) ~8
    (open*|housing|cover|tamper*|door|unusual|unknown|wrong|fail*|attempt*|removed|intru*|einbruch),
    (opening|removal) ~5 (housing|cover|door|enclosure|seal) ~6 (alarm|alert|event|raise|detect*), append only,
    (tamper|manipul*) ~2 (proof|evident|sicher), change history ~3 (who|user|record), electronic* ~2
    (signature|sign|signed|countersign*)`),

  // Availability and abuse
  matter('abuse', 2, 'CWE-400', `
    backed up, overload*, (normal|peak) load, flood*, (slow|block|stop|mute) ~3 people`),
  row('abuse', 4, 'CWE-770', `
    limit* ~7 (per|a|each) (minute|second|hour), (take|took|bring|brought) ~4
    (server|service|site|system|shop|game|database|everything|network|them|it|us) ~1 down`),
  row('abuse', 4, 'CWE-770, CWE-400; Denial of service', `
    denial of service, ddos, rate limit*, ratelimit*, throttl*, abus*, misus*, missbrauch*, captcha, recaptcha,
    spam*, malicious, web scraping, scrap* ~4 (bot|price|data|content|site), (prevent*|block*|detect*|against) ~3
    (bot|crawler|flood*), bot (protection|detection|traffic), enumerat* ~4 (user|account|id|email), zip bomb,
    resource exhaustion, usage quota, cheat*`),
  matter('abuse', 2, 'CWE-400', `
    backup, back up, restor* ~4 (data|backup|database), unlimited, limit* ~3
    number of, limit* ~3 (request|attempt), (maximum|number|many) ~3 attempt, lock out, lockout, anonymous, after
    ~3 failed, report* ~3 (abuse|content|user|spam)`),

  row('abuse', 4, 'CWE-770, CWE-799, CWE-837', `
    (bot|script|crawler|scraper*) ~3 (buy|order|book|register*|grab*|post|create|vote*|reserve*|sign),
    (cap) ~2 (call|request|attempt|upload|sms), (limit*|capped|begrenz*|drossel*|plafonn*|throttle*) ~6
    (call|request|attempt|invitation|message|minute|hour|second|uploads|sms|aufrufe|anfragen|schnittstellenaufrufe|requêtes|appels|tentatives|depth),
    (trust|believes|accepts|relies) ~3 (client|browser|value|score|number), (score|result|points) ~4
    (client|cheat*|forge*|fake*|manipul*), (fake|multiple|several|throwaway|duplicate)
    (account|profile|registration*|review*|vote*|rating*),
    (cheat*|plagiari*|fraudulent|manipulat*|schummel*|tricher*),
    (harass*|bully*|stalk*|grooming|insult*|troll*|strangers|minors), (report|block|mute|ban) ~2
    (user|player|member|content|abuse), moderat* ~3 (comment*|chat|content|message*|post*|review*|image*|photo*),
    (free|open|group|game|team|private|direct) ~1 (chat|messaging)`),
  row('abuse', 3, 'CWE-400; STRIDE: Denial of service: keeps working when something fails', `
    (continue|keep|still|weiter|continuer) ~6
    (fail|failed|failure|outage|down|unavailable|unreachable|ausfall|ausfällt|coupé|panne|lost|disconnect*|cut|offline),
    (fail|failure|failed|outage|loss|ausfall|ausfällt|panne|coupure|breakdown) ~8
    (continue*|keep*|still|open|close*|safe|restart*|recover*|switch*|lose|without|standby|redundan*|weiter|öffn*|muss|müssen|doit),
    (server|site|system|service|staging|platform|portal|game|shop) ~3
    (down|gone|unavailable|unreachable|crashed|crashes|hangs|overload*), (stop|stopped)
    (answering|responding|working), single (client|user|request|ip), (without|no|ohne|sans) ~1
    (connection|network|internet|power|verbindung|netz|strom|réseau|connexion|électricité), not lose ~3
    (data|answer*|order*|message*|entries|work|record*), (restore|recovery|backup|wiederherstell*|restauration) ~3
    (test*|exercise*|drill|quarter*|yearly|monthly|prob*|verif*), (backup|dump|sicherung*|sauvegarde*) ~4
    (nightly|daily|weekly|encrypted|external|offsite|cloud|disk|restor*|test*|täglich*|nächtlich*), data
    (centre|center) ~3 (fail*|second|other), failover, disaster recovery, high availability, hochverfügbar*`),

  // Security by name
  row('security', 4, 'STRIDE', `
    adversar*, sabotage*, insider threat, genuine ~2 (card|terminal|device|user), (card|terminal|device) ~2
    genuine`),
  row('security', 4, 'STRIDE', `
    insecure*, unsecur*, securely, security, secured, cybersecur*, infosec, cyber, owasp, iso 27001, soc 2,
    informationssicherheit, it sicherheit, sicherheitsr*, sicherheitsk*, sicherheitsp*, sécurité, sécurisé*,
    sécuriser, abgesichert*, trojan*`),
  row('security', 3, 'STRIDE', `
    secure, securing, (protect*|defend*|guard*|safeguard*|schütz*|geschützt*|schutz) ~5
    (data|information|against|from|system|user|access|file|daten|vor|gegen), unsafe, sicherheit, trusted
    (party|source|device|entity|environment|execution), untrusted, sandbox*, quarantin*, isolat* ~3
    (tenant|customer|user|application|data|network), firewalls, lock* ~2 (device|screen|card|application), block*
    ~2 (card|device|application), shield*, geheim*, compromis*, watermark*, drm`),
  matter('security', 1, 'STRIDE', `
    protect*, trust*, safe, safely, safety, sensitive, sensib*, restrict*, valid*, legal, regulat*, compliance,
    compliant`),
];
