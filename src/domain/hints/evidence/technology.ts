import { matter, row, type EvidenceRow } from './row';

// One row is one paragraph.
// prettier-ignore
export const TECHNOLOGY: readonly EvidenceRow[] = [
  // Cryptography, secrets and integrity
  row('cryptography', 3, 'Tampering', `
    signier*, signatur*, unverändert ~4 (stammen|stammt), (client|browser|form) ~3 (report*|submit*|send*|value),
    (reported|sent|submitted|supplied) by ~2 (client|browser|form|user), (server|client) side ~2
    (check*|validat*|comput*), recomput*`),
  row('cryptography', 4, 'ASVS V11; CWE-798', `
    (key|secret|password|credentials|token) ~4 (repo|repository|source|code|git|config|log)`),
  row('cryptography', 4, 'ASVS V11; CWE-311, CWE-327', `
    encrypt*, decrypt*, unencrypt*, cryptograph*, crypto, cipher*, plaintext, plain text (password|credential),
    (in|at) ~1 (transit|rest) encrypt*, verschlüssel*, *verschlüssel*, entschlüssel*, chiffrement, chiffré*,
    chiffrer, kryptograph*, cryptogram, hsm, pki, nonce, hmac, aes, rsa, sha256, md5, bcrypt, x509, pgp, gpg`),
  row('cryptography', 4, 'ASVS V12; CWE-319', `
    tls, ssl, https, ssh, hsts, ipsec, secure* ~1
    (channel|connection|transmission|communication|socket|protocol|messaging|transport), man in the middle, mitm,
    (sftp|ftps)`),
  row('cryptography', 4, 'ASVS V11, V13.3; CWE-321, CWE-798', `
    (api|private|public|secret|encryption|signing|master|session|cryptographic|access|symmetric|asymmetric|ssh|license|root|issuer|shared|diversified|transport)
    key, key
    (management|rotation|exchange|vault|pair|store|generation|distribution|length|material|diversification|derivation|version),
    (client|shared|app|api) secret, secret (key|manage*|store|rotation|token|value|data|code), secrets,
    (hard|hardcoded) ~1 (coded|secret|credential|key|password), schlüsselverwalt*, schlüsselpaar*,
    (privat*|öffentlich*|geheim*|kryptograph*) schlüssel`),
  row('cryptography', 4, 'ASVS V9; CWE-347', `
    (digital|electronic|cryptographic|code|valid|invalid|message|verif*) ~1 signature, verif* ~3
    (signature|certificate|integrity|authentic*|mac|token|checksum|hash), digitally sign*, (signed|unsigned) ~1
    (callback|request|token|message|cookie|code|package|url|binary|certificate|update|data|payload),
    (access|refresh|bearer|auth|api|csrf|security|id|session|jwt|device) token, jwt, certificate
    (authority|pinning|expir*|chain|valid*|revoc*|renew*),
    (ssl|tls|digital|client|server|root|public|valid|self|ca) ~1 certificate, message authentication, signatur* ~2
    (prüf*|verif*), zertifikat*, (code|rotat*|renew*|expir*) ~2 (certificate|signing), elektronisch ~2
    (signier*|signatur*)`),
  row('cryptography', 4, 'CWE-345, CWE-353; Tampering', `
    tamper*, manipulationssich*, data integrity, (cannot|not|never|prevent*|against|avoid*) ~3 replay*, protect*
    ~2 against, (signature|certificate) ~2 (is|are) ~1 (valid|verified|checked|correct|invalid|missing), clear
    text, cleartext, integrity ~2 (check*|protect*|of|verif*|valid*),
    (ensur*|protect*|guarantee*|maintain*|preserv*|verif*|check*) ~4 integrity, checksum, non repudiation,
    nonrepudiation, repudiat*, forge, forged, forgery, counterfeit*, corrupt* ~4 (data|database|file|input),
    (data|database|file) ~5 (corrupt*|uncorrupt*)`),
  row('cryptography', 2, 'ASVS V11', `
    vault, integrity, (hash|hashed|hashing), random ~1 (number|id|identifier|string|value|token),
    intégrité, integrität*`),

  row('cryptography', 4, 'ASVS V13.3; CWE-312, CWE-798', `
    keystore*, key store, (signing|deploy|host|pgp|gpg|root|backup|license|licence|wifi|wi) ~1 (key|passphrase),
    (key) that sign*, rotate ~3 (key|secret|password|certificate|token|credentials),
    (token|key|link|invite|invitation|code|certificate|session) ~4 (never|not|nie|jamais) ~1
    (expire*|ablauf*|läuft|expir*), (secret|password|variables|credentials|token|keys) ~5
    (visible|printed|shown|log|plain|repo|repository|wiki|chat|mail|email|slack|clear), (in|im|en)
    (clear|klartext|clair), (encrypt*|sign|signed|verify|check) ~4
    (firmware|update|package|image|artefact*|artifact*|backup|payload|callback), (clé|schlüssel) ~3
    (échang*|renouvel*|tausch*|wechsel*|rotier*|ablauf*)`),

  // Input and files
  row('input', 4, 'CWE-345; Spoofing', `
    (ignore*|disregard*|reject*|refus*) ~4 (command|instruction|request|message|packet)`),
  row('input', 4, 'ASVS V1.5; CWE-502, CWE-918', `
    pickle, yaml load, fetch* ~5 url, (image|file|any|arbitrary|foreign) url, (file|path) name ~4
    (outside|traversal), rendered inline, formula injection`),
  row('input', 4, 'ASVS V1, V2; CWE-79, CWE-89', `
    injection, xss, csrf, xsrf, ssrf, xxe, cross site, clickjack*, sanitis*, sanitiz*, input validation, validat*
    ~4 (input|user|upload*|request|payload|parameter|file), user (supplied|provided|generated|submitted|input),
    path traversal, buffer overflow, deseriali*, remote code, code execution, script (injection|tag),
    (escape|escaping|escaped) ~3 (html|output|input|user|character), content security policy, csp,
    (malicious|malformed|untrusted|harmful|suspicious|illegal) ~2
    (data|input|file|content|request|user|link|message|code|script|upload|package), eingabevalid*, schadcode`),
  row('input', 4, 'ASVS V2; CWE-20', `
    (incorrect|invalid|bad|corrupt*|wrong|erroneous) ~2 (data|input) ~5
    (introduc*|enter*|accept*|reject*|prevent*|stor*|into), (prevent*|protect*|reject*|refus*) ~6
    (incorrect|invalid|bad|corrupt*|malicious|erroneous) ~1 (data|input|value|entries), only valid ~2
    (data|input|value), data ~3 (correspond*|correct*|same) ~4 (entered|input)`),
  row('input', 3, 'ASVS V5; CWE-434', `
    upload*, hochlad*, hochgeladen*, *upload*, téléverse*, joindre ~2 (fichier|document), attach* ~3
    (file|document|photo|image|picture|screenshot), (file|document|image|photo|video|csv|excel|zip|xml) import,
    dateianhang, anhänge, anhang`),
  matter('input', 2, 'ASVS V5', `
    (import|imported|importing|importer)`),
  row('input', 4, 'ASVS V1.2, V3; CWE-79', `
    (custom|own|arbitrary|inline|foreign) ~1 (javascript|script|html),
    (output|html|text|input|value|content|message|chat) ~5 (escaped|encoded)`),
  row('input', 3, 'ASVS V2', `
    reject* ~3 (command|request|message|packet)`),
  row('input', 3, 'Spoofing; CWE-290', `
    (unknown|foreign|rogue) (controller|device|sender|source|client)`),
  matter('input', 2, 'ASVS V2, V5; CWE-20', `
    (csv|xlsx|excel|xml|zip|spreadsheet|svg), attachment, markdown,
    (parse|parsing|parser), (webview|iframe), custom (html|css|script|javascript|code), query (string|parameter),
    search (input|query), comment (field|form|box), contact form, formular*, barcode`),

  row('input', 4, 'ASVS V1; CWE-79, CWE-89, CWE-94, CWE-78', `
    (raw|custom|arbitrary|own|paste|pasting|pasted|insert|allow|render*|inject*) ~2
    (html|javascript|script|sql|css|code|iframe), (run|running|execute|evaluat*) ~4
    (sql|script|code|shell|macro|formula|plugin|lua|python), sql (snippet|query|console|error|statement), syntax
    error, unterminated ~1 (string|quote), (single|double) quote, apostrophe, o
    (brien|neill|connor|reilly|hara|neal), error 500 ~5 (special|quote|character|input), special character*,
    (template|formula|expression) (language|expression|injection|engine), type formula,
    (fetch*|download*|load*|open|import*|retrieve*|get|store|pull*) ~6 (url) ~6
    (user|given|enter*|provided|field|file|column|any|specified), (any|arbitrary) ~1
    (url|host|file|extension|script|command|intent|extras), (any|all) file (type), (deep|custom) ~1 (link|scheme),
    in app browser, webview*, (file|upload) ~2 (type|size) ~3 (check*|limit*|allow*|restrict*), (formatted|rich)
    text ~4 (comment*|review*|message*|link*|user*|seller*|post*)`),

  // Interfaces to the outside
  row('externalInterface', 2, 'ASVS V4', `
    (outside|foreign) (laborator*|system|company|party|network|service|office|firm), (any|other|foreign)
    (site|domain|host), (unknown|new|seen|strange) device, maintenance (port|connector|access),
    (serial|debug|diagnostic) (console|port|connector|interface), lien de partage`),
  row('externalInterface', 3, 'ASVS V4', `
    (hl7|fhir|as2|edifact|dicom|swift|opc|mqtt|modbus|sepa|soap), (receive*|exchange*|send*|deliver*) ~6
    (external|outside|partner|national|carrier|authority|supplier) ~3
    (system|database|laborator*|register|service|mailbox|participant)`),
  row('externalInterface', 4, 'ASVS V4; CWE-918, CWE-346', `
    webhook, firewall, vpn, dmz, cors, (public|open|external|partner|rest|party) ~1 api, api ~2
    (key|token|access|client|consumer|gateway|auth*|permission|rate), remote ~1
    (access|login|management|control|configuration|administration|desktop|wipe), expos* ~4
    (internet|publicly|api|endpoint|port|outside|public), open redirect, embed* ~6
    (own|customer|third|external|partner|other) ~1 (site|page|website), (unsigned|incoming) callback, open port,
    intrusion*, network (security|segment*|isolat*|attack)`),
  matter('externalInterface', 3, 'ASVS V4; CWE-829', `
    (external|third|3rd) ~1
    (party|system|service|provider|partner|application|vendor|site|tool|interface|organisation|organization),
    (new|public|open|external|internal|admin|unprotected|hidden) ~1 (api|endpoint), endpoint ~4
    (user|customer|account|public|internet|data|without|export*|delet*), schnittstelle*, callback`),
  matter('externalInterface', 2, 'ASVS V4.3', `
    (ftp|mqtt|graphql|grpc|soap|websocket), rest (api|interface|service)`),
  matter('externalInterface', 3, 'ASVS V3; CWE-601', `
    redirect* ~3 (to|url|user|after), deep link, deeplink, iframe, embed* ~4
    (site|page|widget|external|third|customer|partner), file transfer, drittanbieter*, externe*
    (system|dienst|partner|anbieter), interface with ~4 (system|service|bank|external|network), bluetooth, nfc,
    wifi, wi fi, (usb|removable) ~1 (device|stick|media|drive), public
    (internet|network|cloud|url|link|endpoint|repository), plugin, plug in, browser extension, internet of things`),
  matter('externalInterface', 2, 'ASVS V4', `
    integrat* ~3 (with|system|service|api), integration, synchroni* ~5 (with|to|from), (send|sent) ~4
    (email|mail|sms|notification) ~3 (customer|user|address|link), internet, network, crm, push
    notification, domain, proxy, third`),

  row('externalInterface', 4, 'IEC 62443; ASVS V4: reached from far', `
    firmware, over the air, ota (update), fernwart*, fernzugriff*, fernsteuer*, télémainten*, remote* ~3
    (access|maintenance|control*|support|switch*|update*|unlock*|lock*|open*|start*|disconnect*|shut*|configur*|reset*|operat*|monitor*|diagnos*),
    (open|opened|unlock|lock|start|stop|steer|control|switch|operate|disconnect*|öffn*|steuer*|schalt*|entriegel*|ouvrir|commander|piloter)
    ~4 (from|by|with|via|per|mit|vom|von|depuis|avec) ~2
    (phone|app|handy|home|internet|cloud|dashboard|téléphone|smartphone|anywhere|outside|tablet|laptop),
    (door|gate|barrier|lock|valve|breaker|pump|tür|türen|schranke|schranken|tor|ventil*|porte|barrière|vanne) ~6
    (app|phone|remote*|code|plate|card|badge|internet|bluetooth|list|power|fail*|ausfall|manually|manuell*), ip
    (allowlist|whitelist|allow|filter|range|restriction), allowlist, whitelist ~2 (ip|address|domain|host), docker
    socket, (port) ~2 (open|exposed|public|closed), (not|no) ~2 internet so far, publicly reachable, reachable
    from ~2 (outside|internet)`),
  row('externalInterface', 3, 'ASVS V4, V15: others see or run something of ours', `
    chat bot, language model, training data, (ai|ki) (assistant|assistent*|model*|agent),
    (chatbot|llm|gpt|openai|copilot|sprachmodell*),
    (speech|translation|analysis|ocr|map|scoring|tax|mail|sms|hosting|storage) ~1 (service|provider|api) ~4
    (cloud|vendor|external|third|partner|of),
    (send|sent|upload*|transmit*|transfer*|deliver*|pass|passed|übermittel*|übertrag*|transmet*|transmis*|envoy*)
    ~8
    (vendor|provider|partner|agency|authority|cloud|insurer|insurance|bank|employer|company|contractor|dienstleister*|behörde*|krankenkasse*|finanzamt*|prestataire*|partenaire*|organisation|institute|third|police|government|registry|register|startup),
    (receive|received|accept|import*|übernehm*|empfang*|reçoi*|recevoir) ~8
    (partner|vendor|provider|authority|agency|carrier|supplier|laborator*|bank|insurer|external|third|payroll|lohnbuchhaltung|fournisseur*|partenaire*|mailbox|gateway),
    (app|plugin|extension|package|theme|connector) ~5
    (marketplace|third|others|author|vendor|publisher|community), marketplace, app store, sdk ~3
    (vendor|third|partner|analytics|advert*), script tag, tag manager, anbind*`),

  // Dependencies and weaknesses
  row('dependencies', 4, 'ASVS V15; CWE-1395', `
    (npm|yarn|pip|cargo|composer) audit, (high|critical) ~1 (finding|severity), transitive (dep|dependenc*),
    default ~2 (password|credential|account|login|admin), admin admin`),
  row('dependencies', 4, 'ASVS V15; CWE-1395', `
    vulnerab*, cve, security
    (patch*|update|fix|advisor*|issue|bug|hole|flaw|header|release|hotfix|scan*|hardening), exploit*,
    hacker, hacked, hacking, attack*, threat, malware, virus, viruses, antivirus, trojan, ransomware, spyware,
    worms, supply chain, sbom, dependabot, penetration test*, pentest*, pen test*, schwachstelle*,
    sicherheitslücke*, angriff*, angreif*, vulnérab*, attaque*, backdoor, hardening, zero day, log4j, log4shell,
    heartbleed`),
  row('dependencies', 2, 'ASVS V15; CWE-1395', `
    hack`),
  row('dependencies', 3, 'CWE-1104', `
    (new|add|introduce|use|evaluate) ~3 (library|dependency|package|sdk|framework),
    (upgrade|update|updating|upgrading|bump|bumping|replace) ~3
    (dependenc*|openssl|jquery|log4j|spring|rails|django|struts|tomcat|nginx|php|node|electron|library|packages),
    (outdated|unsupported|deprecated|unmaintained|old) ~2 (library|dependenc*|package|version|framework),
    dependenc* ~3 (update|upgrade|scan*|outdated), end of life, base image, abhängigkeit* ~3 (aktualisier*|update)`),

  row('dependencies', 4, 'ASVS V15; CWE-1104: software that has to be kept up', `
    (bump*|upgrade|upgrading|update|updating|migrate|migrating|migration|move|switch|replace|umstieg|aktualisier*|umstell*|passer|passage|montée)
    ~6
    (java|jdk|php|python|ruby|rails|node|nodejs|django|laravel|symfony|spring|dotnet|postgres*|mysql|mariadb|mongodb|redis|kafka|elasticsearch|ubuntu|debian|centos|kubernetes|docker|nginx|apache|tomcat|openssl|log4j|lodash|axios|express|jquery|wordpress|typo3|drupal|magento|chromium|electron|curl|imagemagick|major|dependencies|abhängigkeiten|dépendances|libraries|bibliotheken),
    (bump|renovate|dependabot) ~5 (version|major|minor|from|to), lockfile, package lock,
    (unmaintained|abandoned|deprecated|outdated|unsupported) ~3
    (library|package|version|framework|plugin|system|os|runtime|dependency)`),
  row('dependencies', 4, 'ASVS V15; CI and what it may reach', `
    (ci|build|pipeline|runner|job|workflow|deploy*) ~6
    (secret|token|variables|credential*|socket|privileged|fork|outside|contributor*|untrusted|registry|signing|artefact*|artifact*),
    (fork|contributors) ~6 (secret|build|runner|variables|deploy*|ci), shared runner*, self hosted runner*, branch
    protection, code owners, signed commit*, (backup|dump|database|server) ~4
    (cloud|external|laptop|usb|disk|home|s3|bucket|outside)`),
];
