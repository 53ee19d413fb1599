import { matter, row, type EvidenceRow } from './row';

/**
 * Signs that something of value can be taken, forged, reached from outside, or put out of service. In English, German and
 * French.
 */
// One row is one paragraph.
// prettier-ignore
export const SIGNS_OF_SYSTEMS: readonly EvidenceRow[] = [
  // Money and what is worth something
  matter('payment', 3, 'CWE-840: amounts that somebody could change', `
    discount, rebate, balance, credited, amount due, fee, give back ~2 money, money, cash, coins, loyalty, bonus
    points, reward*, prize, bet, betting, lottery, stake, auction, bidding, donat*, gift
    (card|coins|voucher|code), giveaway, free trial, trial sign, voucher, coupon, promo, credits ~2
    (buy|spend|balance|user), rabatt*, guthaben*, betrag*, beträge*, geld, bargeld, gebühr*, spende, spenden,
    kredit*, abbuch*, einzahl*, gutschrift*, prämie*, remise*, solde*, montant*, argent, frais, crédit*, cadeau*,
    dons, amende*`),
  matter('payment', 3, 'CWE-840: buying, selling, settling', `
    checkout, till, cash box, cash register, pay station, ticket machine, vending, point of sale, season ticket,
    paywall, billing, invoic*, without pin, accounting, bookkeeping, tax
    (id|number|calculation|service|return|office), bank, banking, loan, mortgage, commission, settlement, trade ~2
    (items|coins|skins|cards|with), trades, swap ~2 (items|with), different prices, (price) for
    (dealers|members|partners|staff), kasse, kassen*, *kasse*, verkauf*, abrechn*, steuernummer*, buchhalt*,
    monatskarte, abonnement*, zahl*, caisse, encaiss*, carte, comptab*, impôt*, banque*`),
  matter('payment', 2, 'CWE-840: paying', `
    purchase`),
  matter('payment', 1, 'CWE-840: prices and goods', `
    subscription, sell, buy, credit, quota, trial, kiosk, amount, trade, licence, license, per order, bestell*, kaufen, einkauf,
    ticket*, punkte, geschenk*, acheter`),

  // The other side of an interface
  matter('externalInterface', 3, 'ASVS V4, V15: others who take part', `
    partner, vendor, contractor, subcontractor, agency, agencies, authority, authorities, government, employer,
    insurer, cloud, saas, outside contributor*, (cloud|service|payment|identity|hosting|network|navigation|mail)
    provider, providers, third party, third parties, from outside, reachable from, co operative, start up,
    startup, research organi*, laboratory, laboratories, carrier, ministry, municipality, franchise*, other
    compan*, another company, publishers, suppliers, dienstleister*, anbieter*, behörde*, extern*, partner*,
    versorger*, finanzamt*, berater, prestataire*, fournisseur*, partenaire*, organisme*, employeur*, sous
    traitant*`),
  matter('externalInterface', 3, 'ASVS V4: joining systems', `
    connect ~5 (to|with), connected to, integrat* ~4 (with|into), interoperab*, gateway, rest
    (api|json|interface|call), web service, webservice, speech service, analysis service, tax service,
    (sync|synced|synchron*) ~4 (with|to|from|phone|device|cloud|server|calendar|contacts),
    (fetch*|pull|query|load*) ~4 from, from the url, given url, any url, shared url, url in, to ~1 url, qr code, ble, wlan, vlan,
    (corporate|company|local|building|internal|office|home|plant|public) network, embed*, sdk, chat widget, other
    apps, with a link, by link, one link, link to ~2 (family|friend|share), soap, bacnet, modbus, opc, socket,
    angebunden*, anschließ*, abgleich*, abruf*, einles*, übernehmen, raccord*, interface avec, réseau, importer,
    synchronis*`),
  matter('externalInterface', 2, 'ASVS V4: joining systems', `
    smartphone, microsoft 365, salesforce, sap, mastodon, (public|open|external|partner|rest|web|new|third) ~1 api, import*,
    fetch*, server, web page, netz, netzwerk*, handy*, verbind*, téléphone`),
  row('externalInterface', 3, 'IEC 62443: things that do something, and from where', `
    remote, remotely, from ~1 (home|anywhere|phone|dashboard|outside|office), over the (line|internet|phone|web),
    (barrier|gate|door) ~3 (open|opened|closed|close), (open|opening|opened) ~3
    (barrier|gate|door|lock|housing|cover|valve), electronic lock, smart lock, opens with, switch off,
    disconnect*, shut down, shutdown, on command, commands, steer, set point, unattended, driverless,
    fernauslesung*, aus der ferne, tür, türen, schranke*, ventil*, pumpe*, steuergerät*, *automaten, alarm,
    notruf*, à distance, porte, barrière*, vanne*, serrure*, borne*, alarme*, concentrateur*`),
  matter('externalInterface', 3, 'IEC 62443: things that do something', `
    actuator, valve, pump, robot, plc, scada, charging station, automation, other devices, edge computer, smart
    home, thermostat, inverter`),
  matter('externalInterface', 2, 'IEC 62443: things that do something', `
    device, sensor, meter, door, barrier, chip, usb, gerät*, zähler*, anlage*, heizung*, automat, automaten, capteur*,
    compteur*, appareil*`),

  // Technology
  row('input', 3, 'ASVS V1, V5: what comes in from others', `
    (import|imported|importing) ~5 (from|list|contacts|customers|users|data|file|export), setup script, runs its,
    template expression*, (run|execute) ~3 (template|script|expression|code|command|query|sql|jobs), macro, raw,
    free text, entered freely, rich text, formatted text, may paste, single quote, error 500, unterminated, stack
    trace, regular expression*, wildcard*, negative number, merge field*, arbitrary,
    (content|extension|plugin|theme) package, packages from, third party code, plugins, extensions within, enter
    ~2 url, address bar, change the number, counting up, counting upwards, reachable under, sequential
    (id|number), guess*, posted by, plain post, image from, freitext*, dateien von, sonderzeichen, unverändert ~4
    ausgegeben, fichier joint, pièce* jointe*, librement, joindre`),
  matter('input', 2, 'ASVS V1, V5: what comes in from others', `
    html, javascript, sql, shell, yaml, zip, docx, pdf, xml, json, excel, script, snippet, expressions, custom
    field, eingabe*, eingeb*, vorlage*, formel*, skript*, paket*, saisi, saisie*, saisir`),
  matter('dependencies', 2, 'ASVS V15; CWE-1104: bringing in and renewing software', `
    (bump*|upgrade*|upgrading|update|updating|umstieg|switch|switching|migrate*|migrating|move|moving) ~6
    (major|version|framework|library|dependenc*|node|java|spring|python|php|openssl|rails|django|react|angular|image|server|database|cloud|kernel|os|runtime|jdk|postgres*|mysql|windows|android|sdk),
    open source, ci (runner|job|variable|token), runner, pull request*, forks, contributors, as root, als root,
    mount*, install* ~4 (package|extension|plugin|update|agent|firmware|by|before), deployed by, build server, new
    vendor, new library, new service, third party (code|library|package), infrastructure as, public repositor*,
    ersetzen ~3 (bibliothek|framework), umstieg ~4 (java|version|spring|auf), umzug ~4
    (cloud|server|datenbank|rechenzentrum), migration*, server ~3 (keller|praxis), mise à jour ~3 (de|du|des),
    mises à jour, reprise`),
  matter('dependencies', 2, 'ASVS V15: where data are kept', `
    servers, database*, serveur*, base de données, datenbank*, repo, repository`),
  matter('dependencies', 1, 'ASVS V15: software and where it runs', `
    upgrade*, bump*, migrat*, deploy*, install*, release ~2 (to|on), schema, rollout, roll out, host, feature
    flag, aktualisier*, umstell*, umzug`),
  row('cryptography', 3, 'ASVS V11, V13.3: keys, secrets and proofs', `
    token, secret, certificate ~2 (check|client|expir*|renew*), keystore, environment variable*,
    (ci|job|pipeline|same) variables, variables ~3 (visible|log|secret), never expire, link ~3
    (expir*|valid|works), signs the, signed, signing, electronic signature, (verify|verified|verification) ~4
    (origin|authentic*|completeness|update|signature|online|identity|source|sender), seal, forge*, originate*,
    origin and, (key) ~4 (server|exchange*|rotat*|app|api|sign), rotate ~2 key, proof of, one time, random
    (code|id|number|token), changing code, codes on, pin, short codes, printed codes, get a code, echtheit,
    siegel, wechselnd*, läuft nie ab, clés avec, ses clés, preuve*`),
  matter('cryptography', 1, 'ASVS V11: keys, codes and proofs', `
    verif*, expir*, rotation, valid for, variables, hash, gültig*, prüf*, vérifi*`),

  // Operation
  row('logging', 3, 'ASVS V16: what is recorded, and by whom it is read', `
    debug log, production log, job log, headers and, memory dump, crash report*, (log|logged|writes|record) ~4
    (who|body|header|customer|user|personal|token|request|each|every|operation), record of who, who changed, who
    turned, when and what, what it was before, with operator, operator reason, documented reason, reason and time,
    raise an (alarm|event), evidence, suspicious, anomal*, unusual, detect* ~3
    (attack|misuse|tamper*|opening|fraud), events for, protokoll*, nachweis*, trace de chaque, conserver la trace,
    garder la trace`),
  matter('logging', 1, 'ASVS V16: records', `
    logged, debug, trace, record, reason, report ~2 (to|open|who), alert*, ereignis*, meldung*, grund, begründ*,
    trace*, motif`),
  matter('abuse', 2, 'CWE-400, CWE-770; STRIDE: Denial of service', `
    outage*, (server|service|site|system|staging|game|matchmaker) ~3 (down|gone|stops|unavailable|crashes|fail),
    unavailable, recover*, redundan*, data centre, data center, second site, standby, backup*, dump, restore*,
    disaster, emergency, continue to (accept|work|operate|serve|take|run), keep* working, case of failure, fails
    over, without (connection|network|internet|power), offline, connection ~3 lost, stops answering, stop
    answering, single client, at peak, weekend peaks, (limit|cap|limiting) ~4
    (calls|requests|attempts|invitations|size|number|uploads|messages|downloads|rate|queries|accounts), quota*,
    nested, depth, not lose, loss of, uptime, be (operational|available) ~3 (time|percent), be operational,
    ausfall*, ausgefallen*, störung*, notfall*, notbetrieb*, begrenz*, überlast*, panne*, coupé*, coupure*, hors
    ligne, secours, défaillan*`),
  matter('abuse', 1, 'CWE-400: failing and limits', `
    availability, fail, failed, failure, crash, crashes, limit, peak, lost, loss, lose, retry, timeout, restore`),
  row('abuse', 3, 'CWE-799, CWE-837; STRIDE: Tampering', `
    bot, plagiar*, alike, fake*, trick*, (score|value|result) ~4 (posted|sent|client|believes|reported), server
    believes, believes it, counterfeit, (credited|charged|processed|counted|paid|used|redeemed) ~2
    (twice|once|double), only once, race condition, same time, parallel, posted by anyone, ranking ~4
    (fair|cheat*), fair play, (group|team|free|game|private) chat, chat between, comments by, moderat*, report ~2
    (user|content|comment|post|abuse), blocked (users|account), bully*, insult*, strangers, after somebody, after
    someone, retroactiv*, (edit|change|correct) ~5 (afterwards|later|after), self service, self check*,
    unsupervised, without ~1 check, leaderboard ~4 (post*|anyone|client), within seconds, sign up ~2
    (sheet|bot|fake), double booking, schummel*, fälsch*, doppelt abgebucht, mehrfach, einlad*, manipul*,
    fehllesung*, auf fremde, trich*, faux, doublon*`),
];
