/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases by which an article speaks of itself, by language. */
#include "vr-remark-words.h"

/* Written from what newspapers and agencies print above and below their articles.  The words that
 * one letter turns into others are the numbers and the pairs that a misprint is easily mistaken
 * for; the little words of each language are known beside them. */
static const VrRemarkWords tables[] = {
  {
      "en",
      "correction|corrections|clarification|clarifications|correction and clarification|"
      "corrections and clarifications|correction appended|editor's note|editors' note|"
      "editor's update|editorial note|note to readers|note from the editor|update|updates|erratum|"
      "errata|amendment|retraction",
      "corrects |refiles |updates with |editor's note ",
      "this article|this story|this post|this report|this piece|this page|this column|this item|"
      "this headline|this version|the headline|the article|the story|a caption|the caption",
      "updated|corrected|amended|revised|clarified|edited|modified|retracted|misstated|"
      "has been changed|was changed|has been removed|was removed|"
      "misspelled|misspelt|misidentified|incorrectly|mistakenly|erroneously",
      "earlier version of this|previous version of this|original version of this|"
      "earlier versions of this|earlier version of the article|earlier version of the story|"
      "previous version of the|earlier headline",
      "updated|last updated|last update|last modified|last revised|modified|revised|update",
      "by",
      "published|posted|first published|reporting by|additional reporting|editing by|written by|"
      "compiled by|photo by|photograph by|edited by",
      "advertisement|share|share this|share on|read more|read also|related|related articles|"
      "more on|most read|most popular|follow us|sign up|subscribe|newsletter|comments|comment|"
      "leave a comment|print|email|email this|tweet|likes|views|shares|replies|copyright|"
      "all rights reserved|click here|skip to|continue reading|story continues|article continues|"
      "more from|recommended|trending|back to top|cookie|privacy policy|terms of|save|bookmark|"
      "menu|search|log in|sign in|watch|listen|photo|getty images|topics",
      "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|"
      "june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|"
      "oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|am|pm|gmt|utc|bst|est|edt|et|cet|at|on|a.m|p.m|"
      "today|yesterday|tomorrow|ago|minutes|hours|minute|hour",
      "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
      "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
      "ninety|hundred|thousand|million|billion|trillion|first|second|third|fourth|fifth|north|"
      "south|east|west|public|contact|contract|protest|protect|detect|detest|convicted|convinced|"
      "suspected|suspended|prosecute|prosecuted|persecute|persecuted|confirm|confirmed|conform|"
      "adopt|adopted|adapt|adapted|county|country|council|counsel|quiet|quite|martial|marital|"
      "united|untied|trial|trail|refuse|refused|refute|refuted|casual|causal|reject|commend|"
      "condemn|parole|patrol|signed|singed|expect|expected|inflict|invoke|invade|could|would|"
      "should|allow|below|border|bombed|bomber|filed|filled|fined|fired|hired|killed|kicked|"
      "leader|dealer|major|mayor|mayors|minor|miner|minors|morale|moral|police|policy|polish|"
      "prove|proved|raised|razed|reserve|reverse|ruled|ruined|scared|scarred|shoot|shot|shout|"
      "stationary|statute|statue|status|strike|stroke|threat|treat|threatened|treated|through|"
      "though|thought|tough|their|there|where|were|whether|weather|wounded|founded|women|woman|"
      "desert|dessert|personal|personnel|principal|principle|human|humane|loose|lose|bread|beard|"
      "later|latter|latest|lightning|lightening|coast|cost|costs|crash|cash|clash|drown|drawn|"
      "drive|drove|driven|driver|fight|flight|fright|fined|found|fund|funds|grant|giant|heard|"
      "heart|hours|house|houses|horse|horses|native|naive|nation|notion|noted|voted|order|older|"
      "party|parity|peace|peach|piece|place|palace|plane|plant|price|prize|prince|pride|quarter|"
      "rebel|rival|rivals|sexual|seller|settle|shells|shelf|ships|shops|state|stage|stake|stars|"
      "start|stated|started|steal|steel|store|storm|story|terror|terrors|error|train|trains|"
      "troops|troupe|truck|truce|trust|truth|votes|voter|voters|wages|water|weeks|words|world|"
      "worst|worse|wrote|write|writes|years|yearn|alive|arrive|arrested|assisted|attached|attacked",
  },
  {
      "de",
      "korrektur|korrekturen|berichtigung|richtigstellung|klarstellung|präzisierung|"
      "korrekturhinweis|anmerkung der redaktion|anm. der redaktion|anm. d. red.|anm. d. redaktion|"
      "hinweis der redaktion|in eigener sache|update|aktualisierung|nachtrag|ergänzung|erratum",
      "anmerkung der redaktion|anm. d. red|hinweis der redaktion|hinweis: ",
      "dieser artikel|diesem artikel|dieser text|diesem text|dieser beitrag|diesem beitrag|"
      "diese meldung|dieser meldung|diese geschichte|der artikel|der text|die überschrift|"
      "die meldung|diesen artikel|diesen text|wir haben",
      "aktualisiert|korrigiert|berichtigt|geändert|ergänzt|überarbeitet|präzisiert|"
      "richtiggestellt|fälschlich|fälschlicherweise|irrtümlich",
      "früheren version dies|früheren fassung|frühere version dies|frühere fassung|"
      "ursprünglichen version dies|ursprünglichen fassung|ersten version dies|"
      "ersten fassung dies|vorherigen version dies|in einer früheren version|"
      "in einer ursprünglichen version",
      "aktualisiert|zuletzt aktualisiert|letzte aktualisierung|zuletzt geändert|geändert|stand|"
      "aktualisiert am|update",
      "von",
      "veröffentlicht|erschienen|erstellt|ein bericht von|text von|foto|quelle",
      "anzeige|werbung|teilen|artikel teilen|mehr zum thema|lesen sie auch|lesen sie mehr|"
      "mehr lesen|weiterlesen|kommentare|kommentar|kommentieren|drucken|newsletter|abonnieren|"
      "folgen sie uns|alle rechte vorbehalten|zur startseite|meistgelesen|merken|anmelden|menü|"
      "suche|zum thema|das könnte sie auch interessieren",
      "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|januar|februar|märz|"
      "april|mai|juni|juli|august|september|oktober|november|dezember|uhr|um|am|mo|di|mi|do|fr|sa|"
      "so|heute|gestern|mez|mesz|jan|feb|apr|jun|jul|aug|sep|sept|okt|nov|dez",
      "null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreizehn|"
      "vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|dreißig|dreissig|vierzig|fünfzig|"
      "sechzig|siebzig|achtzig|neunzig|hundert|tausend|million|millionen|milliarde|milliarden|"
      "nord|norden|süd|süden|ost|osten|west|westen|mieter|vermieter|verletzt|versetzt|getötet|"
      "klage|klagen|anklage|gefordert|gefördert|fordern|fördern|wurden|würden|wurde|würde|hatte|"
      "hätte|hatten|hätten|konnte|könnte|konnten|könnten|musste|müsste|dürfen|durften|schießen|"
      "schließen|schliessen|schiessen|geschossen|geschlossen|kirche|küche|leiden|leiten|raten|"
      "retten|recht|rechts|links|steuer|steuern|stimme|stimmen|treten|waren|wären|wagen|waffen|"
      "werden|werben|wählen|wahlen|zahlen|zählen|bunde|bande|staat|stadt|städte|stätte|staaten",
  },
  {
      "fr",
      "correction|corrections|rectificatif|rectification|précision|précisions|erratum|mise à jour|"
      "note de la rédaction|ndlr|mis à jour|clarification|actualisation|addendum|mise au point",
      "note de la rédaction|ndlr",
      "cet article|ce texte|cette dépêche|cet article-ci|ce papier|l'article|le titre|ce billet|"
      "cette version",
      "mis à jour|mise à jour|corrigé|corrigée|modifié|modifiée|rectifié|rectifiée|actualisé|"
      "actualisée|précisé|amendé|complété|par erreur|à tort",
      "version précédente de|version antérieure de|première version de|précédente version de|"
      "version initiale de",
      "mis à jour|mis à jour le|mise à jour|modifié le|dernière mise à jour|actualisé|"
      "actualisé le|maj",
      "par",
      "publié|publié le|propos recueillis|écrit par|rédigé par|photo|crédit|posté",
      "publicité|partager|partager sur|lire aussi|lire la suite|à lire aussi|voir aussi|"
      "commentaires|commentaire|réagir|imprimer|newsletter|s'abonner|abonnez-vous|suivez-nous|"
      "tous droits réservés|les plus lus|sur le même sujet|inscrivez-vous|recherche|menu",
      "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|"
      "juillet|août|septembre|octobre|novembre|décembre|à|le|h|heures|hier|aujourd'hui",
      "zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|"
      "seize|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|million|millions|milliard|"
      "milliards|nord|sud|est|ouest|poisson|poison|désert|dessert|accusé|accuse|avait|aurait|"
      "avaient|auraient|serait|seront|seraient|était|étaient|pouvait|pourrait|devait|devrait|"
      "police|politique|tuer|tués|blessé|blessés|coups|cours|court|guerre|guère|homme|hommes|"
      "femme|ferme|femmes|fermes|victime|victoire|trouvé|prouvé|ville|villa|mort|morts|monts",
  },
  {
      "es",
      "corrección|correcciones|rectificación|aclaración|fe de errores|fe de erratas|"
      "nota del editor|nota de la redacción|nota de redacción|actualización|precisión|errata|"
      "nota de los editores",
      "nota del editor|nota de la redacción|fe de errores|fe de erratas",
      "este artículo|esta noticia|esta nota|este texto|esta información|este reportaje|"
      "el titular|esta historia|el artículo|esta versión",
      "actualizado|actualizada|corregido|corregida|modificado|modificada|rectificado|rectificada|"
      "aclarado|editado|editada|por error|erróneamente",
      "versión anterior de|versión previa de|primera versión de|versión original de|"
      "versión inicial de",
      "actualizado|actualizada|actualizado el|última actualización|actualización|modificado el|"
      "act.",
      "por",
      "publicado|publicada|publicado el|redacción|escrito por|foto|fotografía|creado",
      "publicidad|compartir|comparte|leer más|lea también|lee también|más información|"
      "te puede interesar|comentarios|comentario|comentar|imprimir|boletín|suscríbete|suscribirse|"
      "síguenos|todos los derechos reservados|lo más leído|noticias relacionadas|buscar|menú",
      "lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|"
      "julio|agosto|septiembre|octubre|noviembre|diciembre|de|a|las|el|h|horas|hoy|ayer|cet|cest",
      "cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|"
      "veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|cientos|mil|"
      "millón|millones|norte|sur|este|oeste|había|habría|habían|habrían|sería|serían|estaba|"
      "podía|podría|debía|debería|muerto|muertos|puerto|puertos|cerrado|cercado|hombre|hombro|"
      "hambre|muere|mujer|mujeres|policía|política|caso|casa|votos|fotos|guerra|sierra|tierra|"
      "heridas|herido|heridos|perdido|pedido|detenido|retenido|hacia|hacía",
  },
  {
      "it",
      "correzione|rettifica|precisazione|errata corrige|nota della redazione|ndr|aggiornamento",
      "nota della redazione|errata corrige",
      "questo articolo|questa notizia|questo testo|il titolo|l'articolo",
      "aggiornato|aggiornata|corretto|corretta|modificato|modificata|rettificato|per errore|"
      "erroneamente",
      "versione precedente di|precedente versione di|prima versione di",
      "aggiornato|aggiornato il|ultimo aggiornamento|aggiornamento|modificato il",
      "di",
      "pubblicato|pubblicato il|foto|scritto da",
      "pubblicità|condividi|leggi anche|leggi tutto|commenti|stampa|newsletter|abbonati|seguici|"
      "riproduzione riservata|i più letti",
      "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|marzo|aprile|"
      "maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|alle|ore",
      "uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|venti|trenta|quaranta|"
      "cinquanta|sessanta|settanta|ottanta|novanta|cento|mille|mila|milione|milioni|miliardo|"
      "miliardi|nord|sud|est|ovest|aveva|avrebbe|morto|morti|porto|casa|caso",
  },
  {
      "pt",
      "correção|correções|retificação|esclarecimento|errata|nota da redação|nota do editor|"
      "atualização|erramos",
      "nota da redação|nota do editor|erramos",
      "este artigo|esta notícia|esta reportagem|este texto|o título|esta matéria",
      "atualizado|atualizada|corrigido|corrigida|modificado|modificada|alterado|alterada|"
      "retificado|por engano|erroneamente",
      "versão anterior de|versão prévia de|primeira versão de|versão original de",
      "atualizado|atualizada|atualizado em|última atualização|atualização|modificado em",
      "por",
      "publicado|publicada|publicado em|foto|escrito por",
      "publicidade|compartilhar|partilhar|leia mais|leia também|comentários|imprimir|newsletter|"
      "assine|siga-nos|todos os direitos reservados|mais lidas",
      "segunda|terça|quarta|quinta|sexta|sábado|domingo|janeiro|fevereiro|março|abril|maio|junho|"
      "julho|agosto|setembro|outubro|novembro|dezembro|de|às|em",
      "um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|vinte|trinta|quarenta|"
      "cinquenta|sessenta|setenta|oitenta|noventa|cem|cento|mil|milhão|milhões|bilhão|bilhões|"
      "norte|sul|leste|oeste|morto|mortos|porto",
  },
  {
      "nl",
      "correctie|rectificatie|rechtzetting|verduidelijking|noot van de redactie|update|aanvulling|"
      "naschrift",
      "noot van de redactie",
      "dit artikel|dit bericht|dit verhaal|deze tekst|de kop|het artikel",
      "bijgewerkt|aangepast|gecorrigeerd|gewijzigd|aangevuld|geactualiseerd|ten "
      "onrechte|abusievelijk",
      "eerdere versie van|vorige versie van|oorspronkelijke versie van",
      "bijgewerkt|laatst bijgewerkt|laatste update|gewijzigd|update|aangepast",
      "door|van",
      "gepubliceerd|geplaatst|geschreven door|foto",
      "advertentie|delen|lees ook|lees meer|lees verder|reacties|reageer|printen|nieuwsbrief|"
      "abonneer|volg ons|alle rechten voorbehouden|meest gelezen",
      "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|april|mei|"
      "juni|juli|augustus|september|oktober|november|december|om|uur|op",
      "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig|"
      "zestig|zeventig|tachtig|negentig|honderd|duizend|miljoen|miljard|noord|zuid|oost|west",
  },
  {
      "sv",
      "rättelse|förtydligande|korrigering|uppdatering|redaktionens anmärkning",
      "redaktionens anmärkning",
      "denna artikel|den här artikeln|artikeln|denna text|rubriken",
      "uppdaterad|uppdaterats|rättad|rättats|korrigerad|korrigerats|ändrad|ändrats|felaktigt",
      "tidigare version av",
      "uppdaterad|senast uppdaterad|uppdaterat|ändrad",
      "av",
      "publicerad|publicerat|foto|text",
      "annons|dela|läs mer|läs också|kommentarer|skriv ut|nyhetsbrev|prenumerera|följ oss|"
      "mest läst",
      "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|januari|februari|mars|april|maj|juni|"
      "juli|augusti|september|oktober|november|december|kl|klockan",
      "en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|fyrtio|femtio|sextio|"
      "sjuttio|åttio|nittio|hundra|tusen|miljon|miljoner|miljard|miljarder|norr|söder|öster|väster",
  },
};

const VrRemarkWords *
vr_remark_words_get (guint index)
{
  return index < G_N_ELEMENTS (tables) ? &tables[index] : NULL;
}
