/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the help says: topics, each a row of blocks; the window only sets them. */
#include "vr-help-topics.h"

#include <glib/gi18n-lib.h>

static const VrHelpBlock comparing[] = {
  { VR_HELP_PROSE,
    N_ ("Open two versions of an article, the old and the new one, or drop them onto the window. "
        "Texts from elsewhere can be pasted. Variorum reads plain text in any common encoding and "
        "recognises where the paragraphs of each file begin.") },
  { VR_HELP_PROSE,
    N_ ("A web page is given by its address, as one of the articles or as both. It is fetched from "
        "its own server, once, without cookies or a login, and again where the articles are read "
        "again. What a server keeps to its subscribers, or asks first, is told and not "
        "compared.") },
  { VR_HELP_PROSE,
    N_ ("Both articles stand side by side, one row for each pair of paragraphs. They are paired by "
        "what they say and not by where they stand, so that a paragraph which went elsewhere is "
        "found again there.") },
  { VR_HELP_PROSE, N_ ("In a narrow window both sides share one column, with the words that were "
                       "removed and those that were added in one text.") },
  { VR_HELP_PROSE, N_ ("The strip at the window’s edge shows the whole of both articles. Click it, "
                       "or drag along it, to go there.") },
  { VR_HELP_KEY, N_ ("Open two articles"), "win.open" },
  { VR_HELP_KEY, N_ ("Paste two texts"), "win.paste-texts" },
  { VR_HELP_KEY, N_ ("Compare with a web page"), "win.open-url" },
  { VR_HELP_KEY, N_ ("Read both articles again and compare them"), "win.compare-again" },
  { VR_HELP_KEY, N_ ("Exchange old and new"), "win.swap" },
  { VR_HELP_KEY, N_ ("Go to the next change"), "win.next-change" },
  { VR_HELP_KEY, N_ ("Go to the previous change"), "win.previous-change" },
  { VR_HELP_KEY, N_ ("Go to where a moved paragraph stood, and back"), "win.follow-move" },
  { VR_HELP_END },
};

static const VrHelpBlock marks[] = {
  { VR_HELP_PROSE,
    N_ ("A sign between the two sides tells what became of a row’s paragraphs. A row "
        "without a sign is the same in both articles.") },
  { VR_HELP_SIGN, N_ ("Edited: the words that differ are marked."), "~", "edited" },
  { VR_HELP_SIGN, N_ ("Added: only the new article has it."), "+", "added" },
  { VR_HELP_SIGN, N_ ("Removed: only the old article has it."), "−", "removed" },
  { VR_HELP_SIGN,
    N_ ("Moved down. A line tells what it follows now, and another one stands where "
        "it was."),
    "↓", "moved" },
  { VR_HELP_SIGN, N_ ("Moved up."), "↑", "moved" },
  { VR_HELP_SIGN, N_ ("Split: one paragraph became several."), "Y", "parted" },
  { VR_HELP_SIGN, N_ ("Merged: several paragraphs became one."), "λ", "parted" },
  { VR_HELP_SIGN, N_ ("Recast: several paragraphs became several others."), "X", "recast" },
  { VR_HELP_SIGN, N_ ("Critical: a small change that turns the meaning; its words are framed."),
    "!", "critical" },
  { VR_HELP_HEADING, N_ ("Words") },
  { VR_HELP_WORD, N_ ("Removed words are struck through, on the old side."), N_ ("Monday"),
    "removed" },
  { VR_HELP_WORD, N_ ("Added words are underlined, on the new side."), N_ ("Tuesday"), "added" },
  { VR_HELP_WORD, N_ ("Quiet differences have dots below and do not count as edits."),
    N_ ("“quote”"), "quiet" },
  { VR_HELP_PROSE, N_ ("Every mark has a shape as well as a colour. Rest the pointer on a sign to "
                       "read it in words; a screen reader says the same of each row.") },
  { VR_HELP_END },
};

static const VrHelpBlock quiet[] = {
  { VR_HELP_PROSE,
    N_ ("What a reader would not hear is a quiet difference: curly or straight quotes, styles of "
        "dashes, ligatures, white space of another kind or amount. Quiet differences do "
        "not count as edits; they stay visible, and their number stands below the articles.") },
  { VR_HELP_PROSE,
    N_ ("The preferences say what is quiet. Upper and lower case and punctuation can "
        "be so too, or quiet differences can count as edits.") },
  { VR_HELP_PROSE,
    N_ ("Some differences are never quiet, however small: a digit, a minus sign, a currency, a "
        "“not”, a period that became a question mark, quotes that came or went.") },
  { VR_HELP_PROSE,
    N_ ("Critical changes are small ones that turn the meaning: another number or currency, a "
        "decimal point that moved, a minus sign, a “not” that came or went, a question mark, words "
        "put into quotes. They are counted on their own; look at them first.") },
  { VR_HELP_KEY, N_ ("Show critical changes only"), "win.critical-only" },
  { VR_HELP_KEY, N_ ("Choose what is quiet"), "app.preferences" },
  { VR_HELP_END },
};

static const VrHelpBlock furniture[] = {
  { VR_HELP_PROSE,
    N_ ("Web pages and copies of them have more than an article: menus, promotions, other stories, "
        "footers. Variorum folds such lines and leaves them out of every count. Open a fold to "
        "read them; each says what it is, and its button puts it back.") },
  { VR_HELP_PROSE,
    N_ ("Above each article stand its encoding, the characters that were repaired and the number "
        "of folded lines. Each is a button that opens a list, in which all of it can be undone.") },
  { VR_HELP_KEY, N_ ("Take out as page furniture, or put back"), "win.toggle-furniture" },
  { VR_HELP_KEY, N_ ("Open or close a fold"), "Return" },
  { VR_HELP_END },
};

static const VrHelpBlock correcting[] = {
  { VR_HELP_PROSE, N_ ("Select a row and open its explanation to see why its paragraphs were "
                       "paired: how alike they are, and the words they share.") },
  { VR_HELP_PROSE,
    N_ ("Where a pairing is wrong, say that the two are not the same, or choose the paragraph that "
        "it belongs with. What you decided holds, and the rest is compared again around it.") },
  { VR_HELP_PROSE, N_ ("Decisions can be undone one by one. They are saved with the comparison.") },
  { VR_HELP_PROSE,
    N_ ("A note stands below its row and in reports. It is kept with the comparison, even where "
        "its "
        "paragraph changes later; the list beside the reasons then tells what it was about.") },
  { VR_HELP_KEY, N_ ("Explain the selected row"), "win.explain" },
  { VR_HELP_KEY, N_ ("Mark as not the same"), "win.unpair" },
  { VR_HELP_KEY, N_ ("Pair with another paragraph"), "win.pair-with" },
  { VR_HELP_KEY, N_ ("Write a note on the selected row"), "win.edit-note" },
  { VR_HELP_KEY, N_ ("Undo"), "win.undo" },
  { VR_HELP_KEY, N_ ("Redo"), "win.redo" },
  { VR_HELP_END },
};

static const VrHelpBlock finding[] = {
  { VR_HELP_PROSE,
    N_ ("The search looks in both articles at once, and typographic styles of quotes "
        "and dashes do not hide what you look for.") },
  { VR_HELP_PROSE,
    N_ ("Drag over a text to select it, from one paragraph into the next if need be. A selection "
        "stays on its side: what is copied is that article’s own text.") },
  { VR_HELP_PROSE,
    N_ ("A citation holds the old and the new wording with the names of their sources "
        "and the date, ready to be pasted into a message.") },
  { VR_HELP_KEY, N_ ("Find in both articles"), "win.find" },
  { VR_HELP_KEY, N_ ("Go to the next match"), "win.find-next" },
  { VR_HELP_KEY, N_ ("Go to the previous match"), "win.find-previous" },
  { VR_HELP_KEY, N_ ("Place a cursor in the text"), "win.place-caret" },
  { VR_HELP_KEY, N_ ("Copy what is selected"), "<Control>c" },
  { VR_HELP_KEY, N_ ("Copy as a citation"), "<Control><Shift>c" },
  { VR_HELP_END },
};

static const VrHelpBlock saving[] = {
  { VR_HELP_PROSE,
    N_ ("A saved comparison is one file, whose name ends in “.variorum”. It holds both texts, what "
        "you decided and how they were compared, and so opens the same on another computer, or "
        "when the articles are long gone.") },
  { VR_HELP_PROSE,
    N_ ("When Variorum starts without files it opens what was open when it was closed, texts that "
        "were pasted and decisions included. A window that you close while others stay open is "
        "not opened again. The preferences can turn this off.") },
  { VR_HELP_PROSE,
    N_ ("A report tells what was found to people without Variorum. Choose a format and what is "
        "told; the dialog shows what comes out of it. What is printed looks the same: upright "
        "paper "
        "has one text with both, lying paper has both side by side.") },
  { VR_HELP_KEY, N_ ("Export a report"), "win.export" },
  { VR_HELP_KEY, N_ ("Export the selected change as a picture"), "win.export-change" },
  { VR_HELP_KEY, N_ ("Print"), "win.print" },
  { VR_HELP_KEY, N_ ("See the pages before they are printed"), "win.print-preview" },
  { VR_HELP_KEY, N_ ("Save the comparison"), "win.save" },
  { VR_HELP_KEY, N_ ("Save under another name"), "win.save-as" },
  { VR_HELP_KEY, N_ ("New window"), "app.new-window" },
  { VR_HELP_KEY, N_ ("Preferences"), "app.preferences" },
  { VR_HELP_END },
};

static const VrHelpBlock library[] = {
  { VR_HELP_PROSE,
    N_ ("The library keeps articles for good, each with all its versions, in a folder of your own. "
        "What is in there stays, whatever becomes of the files or pages that it was read from.") },
  { VR_HELP_PROSE,
    N_ ("A story groups the tellings of it; each telling, such as a newspaper’s, is a variant, and "
        "a variant has versions. An article that has not changed since its last version brings no "
        "new one: that it was seen again is noted.") },
  { VR_HELP_PROSE,
    N_ ("Open a version to see what it changed, or mark two of them and compare those: the space "
        "bar marks the selected one.") },
  { VR_HELP_PROSE,
    N_ ("A bar beside each version shows how many words were removed (hatched), added (filled) and "
        "moved (an outline); all bars of a variant have one scale. Below it stands what to look "
        "twice at: another headline, a text that is back, a silent edit, which changed the "
        "substance and does not say so.") },
  { VR_HELP_PROSE,
    N_ ("From the comparison of two versions you can step to those before and after, or play "
        "through the life of an article: every few seconds the next pair is shown, until you press "
        "a key or click.") },
  { VR_HELP_PROSE,
    N_ ("The menu of a variant, by the secondary button or the Menu key, renames it, moves it to "
        "another story or deletes it; that of a version labels it or saves its source as it was "
        "read. What you do can be undone. What was deleted is in the trash until you empty that, "
        "which is final.") },
  { VR_HELP_PROSE,
    N_ ("The whole library can be exported to one file and imported elsewhere: what is there "
        "already stays, and what is new joins it. The file is a git bundle, which any git tool "
        "clones.") },
  { VR_HELP_PROSE,
    N_ ("Origins show a version’s article with a margin: beside each sentence stands the version "
        "that brought its words, in brackets the one that changed it last where that is another, "
        "and for how long it had stood there. Newer sentences have a stronger tint. Git calls this "
        "blame.") },
  { VR_HELP_PROSE,
    N_ ("The arrow keys go from sentence to sentence; what is known of the selected one stands "
        "below. Open it to see how it came, in a comparison with the version before.") },
  { VR_HELP_PROSE,
    N_ ("The search finds stories and variants while you type. Searched in all versions, a phrase "
        "tells where it appeared, vanished and came back. The first search in a large library "
        "takes a while, as it reads every version once.") },
  { VR_HELP_PROSE, N_ ("The library is a git repository, which any git tool can read, and which "
                       "“variorum log” and “variorum search” know in a terminal.") },
  { VR_HELP_KEY, N_ ("Keep the articles shown"), "win.snapshot" },
  { VR_HELP_KEY, N_ ("Open or leave the library"), "win.library" },
  { VR_HELP_KEY, N_ ("Compare two versions"), "win.compare-versions" },
  { VR_HELP_KEY, N_ ("Earlier versions"), "win.previous-version" },
  { VR_HELP_KEY, N_ ("Later versions"), "win.next-version" },
  { VR_HELP_KEY, N_ ("Play through the versions"), "win.play-versions" },
  { VR_HELP_KEY, N_ ("Rename the variant"), "win.rename-variant" },
  { VR_HELP_KEY, N_ ("Rename the story"), "win.rename-story" },
  { VR_HELP_KEY, N_ ("Move the variant to another story"), "win.move-variant" },
  { VR_HELP_KEY, N_ ("Label the version"), "win.label-version" },
  { VR_HELP_KEY, N_ ("Save the source of the version"), "win.save-source" },
  { VR_HELP_KEY, N_ ("Export the archive"), "win.export" },
  { VR_HELP_KEY, N_ ("Import an archive"), "win.import-archive" },
  { VR_HELP_KEY, N_ ("Open the trash"), "win.trash" },
  { VR_HELP_KEY, N_ ("Show the versions"), "win.library-view::versions" },
  { VR_HELP_KEY, N_ ("Show where sentences come from"), "win.library-view::origins" },
  { VR_HELP_KEY, N_ ("Search the stories"), "win.find" },
  { VR_HELP_KEY, N_ ("Search in all versions"), "win.search-versions" },
  { VR_HELP_END },
};

static const VrHelpBlock keyboard[] = {
  { VR_HELP_PROSE,
    N_ ("Everything can be done by keyboard. Tab goes from one part of the window to "
        "the next, the arrow keys from row to row.") },
  { VR_HELP_KEY, N_ ("Show all keys"), "win.show-shortcuts" },
  { VR_HELP_KEY, N_ ("Go to the next change"), "win.next-change" },
  { VR_HELP_KEY, N_ ("Go to the previous change"), "win.previous-change" },
  { VR_HELP_KEY, N_ ("Go to the first change"), "win.first-change" },
  { VR_HELP_KEY, N_ ("Go to the last change"), "win.last-change" },
  { VR_HELP_KEY, N_ ("Both articles side by side"), "win.view::side-by-side" },
  { VR_HELP_KEY, N_ ("Both articles in one column"), "win.view::inline" },
  { VR_HELP_KEY, N_ ("Only what changed"), "win.view::changes" },
  { VR_HELP_KEY, N_ ("Larger text"), "win.larger-text" },
  { VR_HELP_KEY, N_ ("Smaller text"), "win.smaller-text" },
  { VR_HELP_KEY, N_ ("Text of normal size"), "win.normal-text" },
  { VR_HELP_KEY, N_ ("Close the window"), "win.close" },
  { VR_HELP_KEY, N_ ("Close all windows"), "app.quit" },
  { VR_HELP_END },
};

static const VrHelpBlock terminal[] = {
  { VR_HELP_PROSE, N_ ("The program “variorum” does in a terminal what the window does, and runs "
                       "where there is no display.") },
  { VR_HELP_COMMAND, N_ ("Open this window."), "variorum OLD NEW" },
  { VR_HELP_COMMAND, N_ ("Compare in the terminal."), "variorum compare OLD NEW" },
  { VR_HELP_COMMAND, N_ ("Show changed paragraphs only."),
    "variorum compare --changes-only OLD NEW" },
  { VR_HELP_COMMAND, N_ ("Write the comparison for other programs to read."),
    "variorum compare --format=json OLD NEW" },
  { VR_HELP_PROSE, N_ ("The exit status is 0 when nothing differs that counts, 1 when something "
                       "does, and 2 on trouble.") },
  { VR_HELP_HEADING, N_ ("Git") },
  { VR_HELP_PROSE, N_ ("Two commands make Variorum a tool of Git:") },
  { VR_HELP_COMMAND, NULL, "git config diff.tool variorum" },
  { VR_HELP_COMMAND, NULL,
    "git config difftool.variorum.cmd 'variorum difftool \"$LOCAL\" \"$REMOTE\"'" },
  { VR_HELP_COMMAND, N_ ("Then this compares an article with its last version."),
    "git difftool --no-prompt HEAD~1 -- article.txt" },
  { VR_HELP_END },
};

const VrHelpTopic *
vr_help_peek_topics (guint *n)
{
  static const VrHelpTopic topics[] = {
    { N_ ("Comparing Two Articles"), comparing },
    { N_ ("Reading the Marks"), marks },
    { N_ ("Quiet and Critical Differences"), quiet },
    { N_ ("Page Furniture and How Files Are Read"), furniture },
    { N_ ("Correcting a Pairing"), correcting },
    { N_ ("Finding, Selecting, Copying and Citing"), finding },
    { N_ ("Saving and Reopening"), saving },
    { N_ ("Keeping Versions in the Library"), library },
    { N_ ("Keyboard"), keyboard },
    { N_ ("From the Command Line and Git"), terminal },
  };

  *n = G_N_ELEMENTS (topics);

  return topics;
}
