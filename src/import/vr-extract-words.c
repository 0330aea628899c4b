/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word lists: what the names of elements and the first words of paragraphs say about them. */
#include "vr-extract-words.h"

#include <string.h>

/* Words as they stand in class, id, role and itemprop, split where capitals, hyphens and such
 * part them; two that stand side by side are looked up as one, too.  A star is for any ending. */
/* clang-format off */
const char *const vr_mark_words[VR_N_MARKS] = {
  [VR_MARK_CONTENT] =
    "articlebody articlebodytext articlecontainer articlecontent articlecopy articlemain "
    "articleparagraph articlesection articletext artikelbody artikelinhalt artikeltext "
    "blogbody blogcontent blogpost bodycopy bodypart bodytext contentarticle contentbody "
    "contenttext cuerpo cuerponoticia cuerpotexto detailtext entrybody entrycontent "
    "entrytext fliesstext maintext mwcontent mwparseroutput newsbody newscontent newstext "
    "notacontenido pagecontent paragraph postbody postcontent posttext richtext "
    "singlecontent storybody storycontent storytext textbody textcontent texto theentry "
    "wysiwyg",
  [VR_MARK_TEXT] =
    "article artikel beitrag blog body contenido content contentmain contenu copy corps "
    "entry field hauptinhalt hentry inhalt lauftext main maincontent news node nota "
    "noticia page post primary prose section single story tekst text tresc",
  [VR_MARK_NAV] =
    "blaettern breadcrumb breadcrumbs brotkrumen burger crumb crumbs hamburger jump "
    "mainnav megamenu menu menue metanav nav navbar navi navigation navigator navlinks "
    "next pagenavi pager pagination paging postnav postnavigation prev previous prevnext "
    "seitennavigation servicenav sitemap skip skiplink sprungmarken sprungnavigation "
    "submenu subnav tab tabbar tabs toolbar topbar topnav wayfinder",
  [VR_MARK_HEADER] =
    "banner brand head header kopf kopfzeile logo masthead pageheader siteheader topper",
  [VR_MARK_FOOTER] =
    "articlefooter bottom colophon entryfooter fatfooter foot footer footnav fuss "
    "fusszeile pagefooter postfooter sitefooter",
  [VR_MARK_SIDE] =
    "aside barra colleft colright complementary extra extras lateral leftbar leftcol "
    "leftcolumn leftrail marginal marginalspalte rail randspalte rightbar rightcol "
    "rightcolumn rightrail secondary seitenleiste side sidebar sidecol sidecolumn "
    "siderail spalte supplementary tertiary widget widgets",
  [VR_MARK_RELATED] =
    "aehnliche alire alsolike articlelist articlesliees cardlist cards carousel "
    "collection correlati discover empfehl* engageya feed headlines inlinelink "
    "internallink jprelatedposts latest leggianche linkbox linkliste lireaussi mehr "
    "mehrzum meistgelesen morefrom morenews moreon morestories mostpopular mostread "
    "mostviewed nativo newslist onward outbrain plista popular postlist readalso readmore "
    "readnext recent recirc recirculation recommend* relacionad* related relatedarticles "
    "relatedcontent relatedposts river seealso series seriesnav similar storylist stream "
    "suggested suggestions taboola tease teaser teaserlist teasers ticker topstories "
    "trending trends upnext verwandt* weitere weiterfuehrend* weiterlesen yarpp "
    "youmaylike zergnet zumthema",
  [VR_MARK_PROMO] =
    "abo abonn* ad adbox adcontainer ads adsense adslot adunit advert* advertisement "
    "adwrapper affiliate anzeige* appdownload banner* billboard calltoaction campaign cta "
    "dfp donate donation donations download* emailsignup googleads gpt house inlinead "
    "leaderboard mailchimp marketing membership mpu newsletter* offer offers optin "
    "partner partners paywall piano plus premium promo* pub publicidad publicite register "
    "registration regwall shopping signup skyscraper spenden sponsor* subscribe* "
    "subscriber subscription* support teads upsell werbung whatsappchannel",
  [VR_MARK_SOCIAL] =
    "addthis addtoany applause bewert* claps compart* drucken email emailshare emoji "
    "facebook fb feedback follow* instagram like likebox likes linkedin mail partag* "
    "pinterest print* rating ratings reaction reactions reddit sendtofriend share* "
    "sharebar sharedaddy sharetools shariff sharing sociable social* socialmedia teilen "
    "telegram tweet twitter vote votes voting whatsapp xing",
  [VR_MARK_COMMENT] =
    "comentario* comment* commentaire* commentlist conversation coral discussion disqus "
    "forum gaestebuch guestbook kommentar* leserbrief* livefyre openweb opinions replies "
    "reply respond spotim viafoura",
  [VR_MARK_AUTHOR] =
    "aboutauthor auteur auteur* author* authorbox autor* avatar bio biography byline* "
    "bylines contributor* credits firma firmante journalist person postedby profile "
    "redakteur* reporter signature staff vcard verfasser* writer*",
  [VR_MARK_DATE] =
    "date* dateandtime dateline datetime datum dtreviewed erstellt fecha hora "
    "lastmodified modified postdate posted pubdate publishdate published time timeago "
    "timestamp uhrzeit updated veroeffentlicht*",
  [VR_MARK_META] =
    "action actions articleinfo articlemeta btn button buttons cat categories category "
    "catlinks controls count counter details edit editlink editsection entrymeta "
    "etiquetas filed info infobar infos keyword keywords label labels lesezeit location "
    "meta metadata permalink postinfo postmeta quelle readingtime readtime rubric rubrik* "
    "schlagwort* schlagworte series source stats status stichwort* tag tagcloud taglist "
    "tags taxonomy temas terms thema themen tool tools topic topics utilities utility "
    "viewcount views",
  [VR_MARK_CAPTION] =
    "bild* bildunterschrift bu caption* copyright credit credits cutline didascalia "
    "figcaption figure foto* galleries gallery image* imagecaption imagecredit img "
    "leadimage legend legende lightbox mediacaption photo* photocaption photocredit "
    "photographer picture pictures pie piefoto slide slider slideshow thumb thumbnail "
    "wpcaption wpcaptiontext",
  [VR_MARK_MEDIA] =
    "audio brightcove chart datawrapper embed* graphic iframe infographic instagrammedia "
    "interactive jwplayer live livestream map media mediaplayer oembed player playlist "
    "podcast readaloud speech transcript tweet twittertweet video* vimeo vorlesen youtube",
  [VR_MARK_DEK] =
    "abstract anreisser bajada bullets chapeau chapo dachzeile deck dek desc description "
    "einleitung entradilla excerpt highlights intro introduction introtext keypoints "
    "kicker lead leadtext lede lid sommario sottotitolo standfirst strapline subhead "
    "subheading subheadline sublead subline subtitle subtitulo sumario summary synopsis "
    "tagline teasertext untertitel unterzeile vorspann",
  [VR_MARK_HEADLINE] =
    "articletitle entrytitle h1 heading headline hed overline pagetitle posttitle "
    "storytitle titel title titolo titre titulo ueberschrift",
  [VR_MARK_HIDDEN] =
    "a11y accessibility assistive audible aural collapsed displaynone dnone "
    "elementinvisible hidden hiddendesktop hiddenprint hiddenxs hide invisible nodisplay "
    "noprint noscript offscreen onlyprint printheader printonly screenreader "
    "screenreadertext sronly unsichtbar visuallyhidden",
  [VR_MARK_DIALOG] =
    "adblock* alert alerts browsehappy cmp consent* cookie* dialog dropdown flyout gdpr "
    "interstitial lightbox message messages modal notice notification notifications "
    "onboarding onetrust overlay popover popup privacy toast tooltip usercentrics warning",
  [VR_MARK_CORRECTION] =
    "clarification* correction* editornote editorsnote erratum korrektur* richtigstellung "
    "updatenote",
  [VR_MARK_FORM] =
    "account anmelden captcha contact contactform form forms input kontakt "
    "kontaktformular login loginbox poll quiz search* suche suchfeld survey umfrage user",
  [VR_MARK_CONTENTS] =
    "contents eztoc index inhaltsverzeichnis inpagenav lwptoc tableofcontents toc",
  [VR_MARK_BOX] =
    "accordion box callout factbox factfile facts faktenbox footnotes fussnote* fussnoten "
    "hint infobox infokasten kasten note notes pullout references reflist sidenote "
    "sources tip tipp tipps",
  [VR_MARK_QUOTE] =
    "blockquote cita citation pull pullquote quote quotes testimonial* zitat",
  [VR_MARK_SHOP] =
    "artikelnummer basket booking buchung buy calendar cart coupon deal deals event "
    "events hotel job jobs kalender kaufen market markets preis* price* product* produkt* "
    "quotebox review* shop stellen* stock stocks store termin termine veranstaltung* "
    "vergleich versand warenkorb weather wetter",
  [VR_MARK_LEGAL] =
    "agb agbs copyright credits datenschutz disclaimer impressum imprint legal licence "
    "license rights terms",
  [VR_MARK_THREAD] =
    "commentarea commentbody commentbox commentcontent commententry commentform commentitem "
    "commentlist commentsarea commentsblock commentsbox commentscontainer commentsection "
    "commentslist commentssection commentsthread commentswrapper commenttext commentthread "
    "commentwrapper disqusthread fbcomments kommentarbereich kommentarliste kommentarelist "
    "respond thecomments viafoura livefyre",
};

/* The first words of paragraphs, in lower case. */
static const struct
{
  VrPhrase phrase;
  const char *words;
} phrases[] = {
  { VR_PHRASE_MORE,
    "aktuelle|alle artikel|alle news|also on|also read|articles|"
    "auch interessant|auch lesen|back to|click here|continue reading|czytaj|"
    "das könnte|dies könnte|don't miss|empfehl|en savoir plus|explore more|"
    "find out more|hier finden|hier geht|in pictures|latest|lea también|"
    "learn more|lee también|leer más|lees meer|lees ook|leggi|leggi anche|"
    "leia|les også|lesen sie|lesen sie auch|lire aussi|lire la suite|listen:|"
    "load more|läs mer|läs också|meer over|mehr|mehr aus|mehr dazu|mehr lesen|"
    "mehr zu|mehr zum thema|mehr:|meistgelesen|more about|more from|more news|"
    "more on|more stories|more:|most popular|most read|más|next|next article|"
    "nächster|passend dazu|passend zum|popular|potrebbe|previous|read also|"
    "read more|read next|read the full|read:|recommended|relacionad|related|"
    "saiba mais|see all|see also|see more|show more|siehe auch|story continues|"
    "sur le même|también|te puede|themen|top stories|trending|up next|veja|"
    "ver más|verwandte|video:|view all|view more|voir aussi|vorheriger|"
    "watch more|watch now|watch:|weiter|weitere|weiterlesen|what to read|"
    "you may also|you might also|zobacz|zum artikel|zum thema|zurück|à lire|"
    "ähnliche|ещё|читайте|相关|阅读" },
  { VR_PHRASE_SOCIAL,
    "0 comments|0 kommentare|add comment|antworten|artikel bewerten|"
    "artikel drucken|artikel teilen|bewerte|comentar|comment|commentaire|"
    "comments|compart|condividi|copy link|deel|del på|dela|diskutieren|"
    "drucken|e-mail|email|facebook|feedback|folge|follow|gefällt|gefällt mir|"
    "instagram|join the|keine kommentare|kommentar|kommentare|leave a|like|"
    "link kopieren|linkedin|merken|no comments|partager|pinterest|print|"
    "rate this|reply|sagen sie|save|schreibe einen|schreiben sie|share|"
    "speichern|suivez|síguenos|teilen|tweet|twitter|udostępnij|view comments|"
    "weitersagen|whatsapp|xing" },
  { VR_PHRASE_PROMO,
    "abonn|advertentie|advertis|already a|anmelden|annons|annonse|anzeige|"
    "bestellen|bleiben sie|buy|cookies|diese seite|donate|download|enter your|"
    "for more|für mehr|get daily|get our|get the|if you|inscri|iscri|jetzt|"
    "join our|kaufen|log in|login|melden sie|newsletter|our newsletter|please|"
    "please enable|pubblicità|publicidad|publicité|recevez|register|"
    "registrieren|reklama|sign in|sign up|spenden|sponsored|subscribe|support|"
    "suscr|this site|to read|try|unser newsletter|want more|we need|werbung|"
    "wir verwenden" },
  { VR_PHRASE_CAPTION,
    "(c)|abb.|abbildung|ap photo|archiv|bild|bilder|click to|close|"
    "copyright|credit|crédit|dpa|enlarge|fig.|figure|file photo|fonte:|foto|"
    "fotos|fuente:|getty|grafik|illustration|image|images|imago|in this|"
    "photo|photograph|picture|play|quelle:|reuters|screenshot|source:|"
    "symbolbild|titelbild|vergrößern|video|view of|zoom|© |öffne" },
  { VR_PHRASE_BYLINE,
    "about the|author|autor|av |by |contributor|de notre|di |door |"
    "editing by|ein beitrag|from |geschrieben von|par |por |posted by|"
    "redaktion|reporting by|szerző|text:|verfasst|von |written by|yazar|"
    "zur person|über den|über die|автор" },
  { VR_PHRASE_DATE,
    "actualizado|aggiornato|aktualisiert|am |date|datum|dienstag|donnerstag|"
    "erstellt|freitag|friday|last modified|last updated|lesedauer|lesezeit|"
    "min read|mis à jour|mittwoch|monday|montag|posted|pubblicato|publicado|"
    "published|publié|reading time|samstag|saturday|sonntag|stand |stand:|"
    "sunday|thursday|tuesday|uhr|updated|veröffentlicht|vom |wednesday|"
    "zuletzt" },
  { VR_PHRASE_META,
    "abgelegt|artikel-nr|aufrufe|categories|category|contents|einzelnachweise|"
    "etiquetas|filed under|getaggt|home|in:|inhalt|inhaltsverzeichnis|jump to|"
    "kategorie|keywords|labels|language|menu|menü|mit den|navigation|"
    "permalink|posted in|references|rubrik|schlagw|search|sie sind hier|skip|"
    "sprache|springe|startseite|stichwor|suche|table of|tag:|tagged|tags|"
    "temas|themen:|topic|topics|tópicos|veröffentlicht in|veröffentlicht unter|"
    "views|weblinks|you are here|zum inhalt|étiquettes" },
  { VR_PHRASE_LEGAL,
    "agb|all rights|alle rechte|contact|copyright|correspond|datenschutz|"
    "die hier|dieser artikel|dieser beitrag|disclaimer|find us|follow us|"
    "haben sie|haftung|impressum|imprint|kontakt|mit material|nachdruck|"
    "originally published|our standards|powered by|privacy|quellen|reprinted|"
    "send|source|sources|terms|the associated press|the views|this article was|"
    "this material|this post|this story was|todos los|tous droits|write to|©" },
  { VR_PHRASE_CORRECTION,
    "an earlier version|anmerkung der|clarification|correction|corrections|"
    "editor note|editor's note|editors' note|editor’s note|erratum|"
    "fe de errores|hinweis|in einer früheren|korrektur|rectific|richtigstellung|"
    "this article has been|this story has been|update:" },
  { VR_PHRASE_ABOUT,
    "about |boilerplate|media contact|press contact|pressekontakt|über das unternehmen|über die|"
    "kontakt:|contacts|for further information|for more information|weitere informationen|"
    "ansprechpartner|unternehmensprofil|company profile|forward-looking|contact:" },
};

/* Words of furniture wherever they stand, in lower case. */
static const char *const anywhere =
  "newsletter|subscribe|sign up|click here|read more|all rights reserved|"
  "alle rechte vorbehalten|cookie|privacy policy|datenschutz|terms of use|"
  "terms of service|follow us|share this|advertisement|getty images|twitter|"
  "facebook|instagram|whatsapp|@|http://|https://|www.|©|foto:|photo:|"
  "copyright|impressum|klicken sie|folgen sie|abonnieren|originally appeared|"
  "originally published|contributed to this|for the latest|e-mail|email|podcast|"
  "comments|kommentare|download|app|weiterlesen|lesen sie|mehr erfahren|"
  "learn more|anzeige|sponsored|affiliate|can be reached at|is a writer|"
  "is a senior|is a reporter|is the author|ist redakteur|ist autor|log in|"
  "log into|your account|kontakt|telefon|tel.|unsubscribe|spenden|donate|"
  "patreon|permission";
/* clang-format on */

/* Whether @text begins with [@word, @end), and no letter follows where the word ends in one. */
static gboolean
begins_with (const char *text, const char *word, const char *end)
{
  gsize n = end - word;

  return strncmp (text, word, n) == 0;
}

VrPhrase
vr_phrase_find (const char *text)
{
  VrPhrase found = VR_PHRASE_NONE;
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    for (const char *word = phrases[i].words; *word != '\0';)
      {
        const char *end = strchrnul (word, '|');

        if (*word == *text && (gsize)(end - word) > longest && begins_with (text, word, end))
          {
            found = phrases[i].phrase;
            longest = end - word;
          }
        word = end + (*end == '|');
      }
  return found;
}

guint
vr_phrase_count (const char *text)
{
  guint n = 0;
  char buffer[32];

  for (const char *word = anywhere; *word != '\0';)
    {
      const char *end = strchrnul (word, '|');

      memcpy (buffer, word, end - word);
      buffer[end - word] = '\0';
      n += strstr (text, buffer) != NULL;
      word = end + (*end == '|');
    }
  return n;
}
