import { row, type EvidenceRow } from './row';

/**
 * What specifications demand for security, in their own words: by the classes of ISO 15408-2 (Common Criteria), which
 * such documents follow, with the threat that each answers. English only: so are these documents.
 */
// One row is one paragraph.
// prettier-ignore
export const MEASURES: readonly EvidenceRow[] = [
  row('authentication', 4, 'ISO 15408 FIA: who or what somebody is; Spoofing', `
    (prove|proof|proven|establish*|ascertain*|determin*|verif*|check*|confirm*|ensur*) ~3
    (identity|genuine*|authentic*|possession|legitima*), (prove|proof) ~3 knowledge,
    (before|until|unless|once|after) ~5 identified, (identity|origin|source) ~5
    (verified|checked|proven|confirmed|established|validated), (number|wrong|unsuccessful|consecutive|maximum) ~3
    attempts, attempts ~3 (exceed*|reach*|block*|lock*)`),
  row('authentication', 4, 'ISO 15408 FTA: sessions that are left or taken over', `
    (log|logged|logging) off, (idle|inactive|inactivity|unattended) ~6
    (log|lock|terminat*|end|close*|expire*|minutes|session), (minutes|seconds|period|time) ~3
    (idle|inactive|inactivity)`),
  row('authorisation', 4, 'ISO 15408 FDP_ACC, FDP_ACF: who may', `
    (prevent*|stop*|keep*|prohibit*|forbid*|block*) ~5 from ~1
    (seeing|viewing|reading|accessing|changing|altering|modifying|deleting|joining|reaching|using|learning|obtaining|copying|getting|opening|entering|executing|installing|requesting),
    (not|never|nor) ~2 able to ~2
    (read|see|access|view|modify|change|alter|delete|learn|reach|copy|guess|derive|obtain|bypass|intercept|disable|interfere),
    (not|never) ~1 be ~1 possible ~4
    (read|see|access|view|modify|change|alter|delete|learn|reach|copy|guess|derive|obtain|bypass|disable),
    (readable|reachable|accessible|visible|available|known|used|seen|changed|read|opened|released|performed|initiated|loaded|deleted|installed)
    ~2 (solely|exclusively), by no other, by ~5 alone, (right) to ~1
    (load|install|delete|change|read|access|view|see|use|modify|execute|manage|perform|enter), (right) ~1 of ~2
    (user|role|account|employee*|person), (grant*|withdraw*|revok*|remov*|assign*|check*|verif*) ~4 rights, security (attribute|label|level|clearance), clearance`),
  row('authorisation', 4, 'ISO 15408 FMT: who may change what protects', `
    (restrict*|limit*|control*|allow*) ~2 (who|which) ~2
    (user|person|people|service|application|function|terminal|device) ~3
    (available|access*|may|can|used|allowed|permitted), parental control*,
    (block*|unblock*|lock|disable*|suspend*|terminate*) ~3
    (card|purse|token|terminal|application|device|subscriber|account)`),
  row('cryptography', 4, 'ISO 15408 FCS: keys, signatures, codes', `
    (verif*|check*|comput*|calculat*|generat*|wrong|invalid|valid|correct|incorrect) ~2 mac, mac ~2
    (verif*|check*|comput*|correct|incorrect|valid|invalid|fails), macs,
    (load*|store|stored|storage|replac*|generat*|deriv*|protect*|verif*|exchang*|compromis*|diversif*|rotat*|chang*|distribut*|destr*)
    ~3 keys, (key) ~3 (used|compromis*|generat*|deriv*|stored|replaced|loaded|verif*|length|set),
    (trusted|protected|authenticated) (path|channel|link|connection|session), (secure|tamper|security) (module|element|hardware|access|boundary), challenge ~2 response, (sign|signed) ~3
    (by|with|message|transaction|data|record|code|receipt|hash), (signature|certificate|cryptogram*) ~4
    (verif*|check*|valid*|invalid|wrong|expired|revoked|accompan*|generat*|present|missing),
    (carry|bear|contain*|includes) ~2 (signature|mac|cryptogram)`),
  row('cryptography', 4, 'ISO 15408 FCO, FDP_SDI, FDP_UIT: unchanged, and nobody can deny it; Tampering, Repudiation', `
    (deny|denied|denying) ~3 (having|sent|sending|received|receiving|ordered|taken), proof of ~1
    (origin|receipt|possession|approval|identity|integrity),
    (protect*|prevent*|guard*|secur*|safeguard*|against|detect*|avoid*|withstand*|resist*) ~8
    (loss|theft|disclosure|alteration|modification|misuse|copying|interception|intrusion*|fraud*|replay*|manipulation*|substitution|interference|destruction|duplication|viruses|worms|hacker*),
    (not|never) ~2 (been|be) ~1 (altered|tampered|manipulated|modified|falsified) ~4
    (since|by|without|during|transit|transmission|storage), (altered|modified|falsified|manipulated) ~2
    (during|transit|unnoticed|undetected), (duplicate|duplicated|repeated|replayed|old) ~2
    (transaction|message|batch|request|command) ~4 (detect*|reject*|refus*|discard*|prevent*),
    (detect*|reject*|refus*|discard*|prevent*) ~4 (duplicate|duplicated|replayed) ~1
    (transaction|message|batch|request), (integrity|authenticity) ~6
    (ensur*|protect*|verif*|check*|guarantee*|maintain*|provid*|preserv*|data|message*|transaction*|code)`),
  row('personalData', 4, 'ISO 15408 FDP_RIP, FPR: what must not be left or learnt; Information disclosure', `
    (stay|remain|keep|kept) ~2 (secret|confidential|private|hidden), (not|never) ~2
    (store*|retain*|keep|kept|disclose*|reveal*|leave*|transmit*|transmitted|sent) ~5
    (pin|card|password*|key|identity|secret*|clear|plain), (eras*|clear*|wip*|zeroi*|overwrit*|destroy*) ~5
    (memory|key|sensitive|session|secret*|credential*), unlink*, (against|prevent*|without) ~3
    (eavesdrop*|interception|intercept*|wiretap*|snooping|observ*)`),
  row('externalInterface', 4, 'ISO 15408 FTP, FDP_IFF: what comes in, and over which way', `
    (block*|filter*|refus*|discard*|drop|reject*) ~4 (connection|traffic|packet|incoming|inbound|unsolicited), (isolat*|separat*|segregat*) ~4
    (network|traffic|application|tenant*|process*|memory|subscriber*|guest*),
    (download*|update|firmware|software|code|content|application) ~6 (origin|authentic*|genuine|signed)`),
  row('abuse', 4, 'ISO 15408 FPT, FRU: what an attacker does to it', `
    (stolen|cloned|counterfeit|forged|compromised|lost) ~1 (card|purse|terminal|device|key|phone),
    (clone|cloning|sniff*|wiretap*|eavesdrop*|intercept*) ~3
    (card*|data|message*|traffic|communication*|transmission*|key*|line), (flood*|exhaust*|overload*) ~3
    (network|server|service|system|traffic|requests|attack*|memory|by), hostile, intrude*, harmful ~1
    (program*|software|code|content), self test*, fail secure`),
  row('logging', 4, 'ISO 15408 FAU: what happened, and who did it', `
    (log|logged|logging|record|recorded|recording|report*|register*) ~5
    (attempt|violation|intrusion*|unauthor*|denied|refused), (attempt|violation) ~5
    (logged|recorded|reported|registered), (trail|trace|history) ~2 who, (name|identity|id) ~4
    (user|person|employee|operator) ~5 (changed|modified|created|made|performed|deleted|accessed),
    (user|person|employee|operator) who ~2 (changed|modified|created|made|performed|deleted|accessed|entered)`),
  row('authorisation', 3, 'ISO 15408 FDP_ACF: what is let through under a condition', `
    only ~1 (after|while|once|during|by|from|until|through|via|be), not be
    (readable|visible|accessible|changeable|possible|known|available) ~3 (for|to|by|unless|outside|without), under
    no circumstance*, (refuse*|refusing|reject*|disregard*) ~8 (unless|if|when|without|whose|that|which|from),
    give no ~5 (to|for|about)`),
];
