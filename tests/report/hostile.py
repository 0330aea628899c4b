# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of an article that was written to harm those who read a report on it."""

BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

PARAGRAPHS = [
    "<script>window.pwned = 1</script> was written on the quay wall before the fog came in.",
    "</p></main><script>window.pwned = 2</script><img src=x onerror=window.pwned=3> they said.",
    "The ferry ]]> left --> with </style></title><![CDATA[ forty people <!-- aboard.",
    "A link to javascript:window.pwned=4 and data:text/html,<script>window.pwned=5</script> is text.",
    "=cmd|' /C calc'!A0 and +1+1 and @SUM(1) and -2 stood in the harbour master's table.",
    "The name \u202egnp.exe\u202c was turned, and \u2066this\u2069 and \u2067that\u2069 and \u202b so on.",
    "An override \u202ethat never ends, up to the end of its paragraph.",
    "Controls: a\x01b\x08c\x0bd\x1be\x7ff were in the log of the third ferry that day.",
    "Non-characters \ufffe and \U0001fffe, and a private \ue000 one, were there too.",
    "The family 👩‍👩‍👧‍👦 and 👨🏽‍👩🏼‍👦🏻 with the flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 came aboard at noon.",
    "Z̸̡̛͈̗̹̮͖͍̈́̀̒̑͒̓͑̚a̷̢̛̱̣̖̦̾̀̆̿̏͘l̶̨̛̝̬̣͙̀̈́̍̊̚g̸̡̛̣͚͖̙̈́̀̑̕o̵̡̮̖͂̀̈́ stood on the sign above the door of the harbour office.",
    "وصلت العبّارة إلى العربية الميناء عند الفجر ومعها 40 راكباً من الجزر البعيدة.",
    "המעבורת הגיעה עברית לנמל עם שחר ועליה 40 נוסעים מן האיים הרחוקים.",
    "渡し船は夜明けに港に着き、遠い島々から四十人の日本語の乗客を運んできた。",
    "&lt;b&gt; &amp; \" ' ` ${window.pwned=6} {{7*7}} <b onclick=window.pwned=7>bold</b>",
    "x" * 3000,
]


def _edit(paragraph):
    """Another version of it: one word more in the middle, one at the end."""
    words = paragraph.split(" ")
    middle = len(words) // 2
    return " ".join([*words[:middle], "</ins><script>window.pwned=8</script>", *words[middle:], "later"])


HOSTILE_OLD = "\n\n".join(PARAGRAPHS) + "\n"
HOSTILE_NEW = "\n\n".join(map(_edit, PARAGRAPHS)) + "\n"
