/**
 * What speaks against signs: a story about how something looks, reads, sorts or adds up touches the same words without
 * touching what they stand for. Takes away from signs only, never from strong evidence. In English, German and French.
 */
import { against, type AgainstRow } from './row';

// One row is one paragraph.
// prettier-ignore
export const AGAINST: readonly AgainstRow[] = [
  against('display', 4, `
    dialog, toast, toaster, modal,
    show, shows, shown, display, displays, displayed, plot, draw, highlight, list of, overview of, chart, graph, diagram, gantt, dashboard widget, preview image, view of, week view,
    anzeigen, anzeige, angezeigt, darstell*, zeigt, diagramm*, übersicht*, afficher, affiche*, tableau`),
  against('finding', 5, `
    sort, sorts, sorted, sortable, sorting, filter, filters, filtered, filterable, searchable, search finds, group by, pagination, paging, scroll*, zoom*, drag, reorder*, re order, column, columns, favourite*, favorite*, bookmark*, autocomplete, suggestions,
    sortier*, filter*, spalte*, suche, favorit*, trier, tri, filtr*, colonne*, favori*`),
  against('printing', 4, `
    print, prints, printed, printable, printing, decimal, decimals, rounded, rounding, units of, date format, time zone, a4, a5, paper, sheet, label roll*, brochure, leaflet, poster, flyer,
    druck*, ausdruck*, gedruckt*, papier, imprim*, arrondi*`),
  against('wording', 5, `
    template, templates, mailer, mailers, more generic,
    plain words, explain*, explanation*, short text, texts, sentence, sentences, phrase, quotation mark*, quote marks, umlaut*, grammar, punctuation, terms of the glossary, translation*, localis*, localiz*, english, german, french,
    in der sprache, erklär*, satz, sätze, wort, wörter, texte, anführungszeichen, deutsch*, englisch*, phrase, mots,
    typo, typos, wording, docs, documentation, translat*, glossary, help text, help page, tutorial*, readme, handbook, manual, guide, rename, renamed, label, labels, spelling, text on, language, languages, subtitle, subtitles, dictionary, faq,
    tippfehler*, rechtschreib*, handbuch*, beschriftung*, glossar*, umbenenn*, übersetz*, hilfetext*, doku*, faute*, libellé*, traduc*, renommer, manuel, glossaire`),
  against('code', 5, `
    chore, e2e, test coverage, tests, test suite, snapshot test*, specs, follow up, hook, component, lazy loading, refactor*, unit test, unit tests, flaky, dead code, cleanup, clean up, lint*, storybook, split ~3 (class*|module*|service), rename* ~3 to, code style, unused, tests unchanged, compiler warning*, index on, slow query, cache,
    toten code, aufräum*, refaktor*, tests unitaires, nettoy*`),
  against('speed', 3, `
    latency, polling,
    faster, slow, slowly, performance, loading time, load time, page speed, ladezeit*, schneller, langsam*, progress bar, countdown, loads in, less than, at most,
    temps de chargement, rapide*`),
  against('looks', 5, `
    ui, uxd, design (the|of|specs), restyl*, broken style, design system,
    stripe*, striping, zebra, contrast*, wcag, accessib*, screen reader, full stop, extra space, whitespace, overlap*, flicker*, jitter*, jump*, truncated, cut off, misplaced, centred, centered, italic*, bold, underline*, uppercase, lowercase, capital letters, collapse*, accordion, breadcrumb*, sticky, landscape, portrait, resolution, wraps, line break*, empty state, skeleton, spinner, legend, cosmetic, visual*, smooth*, larger, smaller, bigger, taller, wider,
    kontrast*, überlapp*, abgeschnitten*, zentriert, kursiv, fett, größer*, kleiner*, schriftgröße*, optisch*, barrierefrei*, contraste, décalé*, centré*, italique*, gras, taille, mise en page, affichage,
    colour*, color*, font, fonts, icon, icons, layout, align*, padding, spacing, animation*, animat*, dark mode, dark theme, tooltip*, logo, banner, footer, theme, redesign*, css, width, pixel, pixels, larger button*, bigger, badge, splash screen, emoji, picker, sound, sounds, look of, look and feel, responsive, thumbnail, carousel, hover, placeholder, headline, heading, style guide, splash, skin, screenshot, screenshots, mockup*, illustration*, cursor,
    farbe*, schrift*, symbol, symbole, knopf, button, schaltfläche*, ausrichtung*, abstand, kopfzeile, fußzeile, ansicht, icône*, couleur*, bouton, alignement, police, espacement, thème`),
  against('content', 4, `
    campaign, marketing, meetup,
    category, categories, skill, voice lines, level design, storyline, artwork, soundtrack, landing page, campaign page, anniversary, christmas, easter, winter, summer, spring, season, trailer, gallery, blog, article, articles, magazine, event poster,
    kategorie*, weihnacht*, winter*, sommer*, galerie, artikel, catégorie*, noël, galerie, accueil,
    weather, news, opening hours, menu, recipe, recipes, map, museum, exhibition, exhibits, concert, cinema, movie trailer, chapter, boss, quest, spell, hit points, loot, cast list, playlist, podcast, café, conference, session of, speaker, holidays, glossary, directions,
    (welcome|introductory|greeting) ~1 (email|mail|post|message|screen|page), willkommens*,
    wetter*, öffnungszeit*, speiseplan*, speisekarte, ausstellung*, stundenplan*, kochrezept*, landkarte*, horaires, météo, recette*, plan du`),
  against('figures', 3, `
    timestamp*, count of, counts, counter,
    average, total, totals, sum of, number of, statistics, axis, trend, per cent, percent, percentage, calculat*, comput*, convert*, conversion, comparison, compare, kilowatt*, litres, kilogram*, celsius, interval*, calendar week, schedule, timetable, route, suggest*, recommend*, default to, minimum of, forecast,
    durchschnitt*, summe, berechn*, prozent, umrechn*, fahrplan*, moyenne*, calcul*, convert*, pourcentage*, itinéraire*`),
  // A specification names everything that a system does; a story names what is new.
  against('specification', 5, `
    (system|product|application|website|software|platform|portal) (shall|must|will|should),
    users (shall|must|will|should)`),
];
