/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the names of encodings mean, as the web has it. */
#include "vr-charset-labels.h"

#include <string.h>

/* Longer names mean nothing. */
#define LABEL_BYTES 40
#define SIGNS "-_.:+() \t\n\f\r"

/* Labels without the signs in them, which nobody agrees on; a blank around each. */
static const struct
{
  const char *name;
  const char *labels;
} encodings[] = {
  { "UTF-8", " unicode11utf8 unicode20utf8 utf8 xunicode20utf8 utf8mb4 " },
  { "IBM866", " 866 cp866 csibm866 ibm866 dos866 alt " },
  { "ISO-8859-2", " csisolatin2 iso88592 isoir101 iso885921987 l2 latin2 " },
  { "ISO-8859-3", " csisolatin3 iso88593 isoir109 iso885931988 l3 latin3 " },
  { "ISO-8859-4", " csisolatin4 iso88594 isoir110 iso885941988 l4 latin4 " },
  { "ISO-8859-5", " csisolatincyrillic cyrillic iso88595 isoir144 iso885951988 " },
  { "ISO-8859-6", " arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596 "
                  "iso88596e iso88596i isoir127 iso885961987 " },
  { "ISO-8859-7", " csisolatingreek ecma118 elot928 greek greek8 iso88597 isoir126 iso885971987 "
                  "suneugreek " },
  { "ISO-8859-8", " csiso88598e csisolatinhebrew hebrew iso88598 iso88598e isoir138 iso885981988 "
                  "visual csiso88598i iso88598i logical " },
  { "ISO-8859-10", " csisolatin6 iso885910 isoir157 l6 latin6 " },
  { "ISO-8859-13", " iso885913 latin7 l7 " },
  { "ISO-8859-14", " iso885914 latin8 l8 isoceltic " },
  { "ISO-8859-15", " csisolatin9 iso885915 l9 latin9 latin0 " },
  { "ISO-8859-16", " iso885916 latin10 l10 " },
  { "KOI8-R", " cskoi8r koi koi8 koi8r " },
  { "KOI8-U", " koi8ru koi8u " },
  { "macintosh", " csmacintosh mac macintosh xmacroman macroman macosroman " },
  { "windows-874", " dos874 iso885911 tis620 windows874 cp874 ms874 tis6200 tis62025331 " },
  { "windows-1250", " cp1250 windows1250 xcp1250 ms1250 win1250 " },
  { "windows-1251", " cp1251 windows1251 xcp1251 ms1251 win1251 " },
  { "windows-1252",
    " ansix341968 ascii cp1252 cp819 csisolatin1 ibm819 iso88591 isoir100 "
    "iso885911987 l1 latin1 usascii windows1252 xcp1252 ms1252 win1252 xuserdefined "
    "ansi 88591 iso646us us " },
  { "windows-1253", " cp1253 windows1253 xcp1253 ms1253 win1253 " },
  { "windows-1254", " cp1254 csisolatin5 iso88599 isoir148 iso885991989 l5 latin5 windows1254 "
                    "xcp1254 ms1254 win1254 " },
  { "windows-1255", " cp1255 windows1255 xcp1255 ms1255 win1255 " },
  { "windows-1256", " cp1256 windows1256 xcp1256 ms1256 win1256 " },
  { "windows-1257", " cp1257 windows1257 xcp1257 ms1257 win1257 " },
  { "windows-1258", " cp1258 windows1258 xcp1258 ms1258 win1258 " },
  { "x-mac-cyrillic", " xmaccyrillic xmacukrainian maccyrillic macuk macukrainian " },
  { "x-mac-ce", " xmacce maccentraleurope xmaccentraleurroman maccenteuro maclatin2 maccenteurope "
                "xmaccentraleurope " },
  { "x-mac-greek", " xmacgreek macgreek " },
  { "x-mac-turkish", " xmacturkish macturkish " },
  { "x-mac-icelandic", " xmacicelandic maciceland macis xmaciceland macicelandic " },
  { "x-mac-croatian", " xmaccroatian maccroatian " },
  { "x-mac-romanian", " xmacromanian macromanian macromania xmacromania " },
  { "GBK", " chinese csgb2312 csiso58gb231280 gb2312 gb231280 gbk isoir58 xgbk cp936 936 ms936 "
           "windows936 euccn gb2312ir " },
  { "GB18030", " gb18030 gb180302000 cp54936 " },
  { "Big5", " big5 big5hkscs cnbig5 csbig5 xxbig5 cp950 950 ms950 windows950 bigfive " },
  { "EUC-JP", " cseucpkdfmtjapanese eucjp xeucjp ujis cp51932 " },
  { "ISO-2022-JP", " csiso2022jp iso2022jp " },
  { "Shift_JIS", " csshiftjis ms932 mskanji shiftjis sjis windows31j xsjis cp932 932 windows932 " },
  { "EUC-KR", " cseuckr csksc56011987 euckr isoir149 korean ksc56011987 ksc56011989 ksc5601 "
              "windows949 cp949 949 ms949 uhc " },
  { "JOHAB", " johab cp1361 ms1361 ksc56011992 " },
  { "ISO-2022-KR", " csiso2022kr iso2022kr " },
  { "ISO-2022-CN", " iso2022cn iso2022cnext " },
  { "HZ-GB-2312", " hzgb2312 hz " },
  { "UTF-16BE", " unicodefffe utf16be " },
  { "UTF-16LE", " csunicode iso10646ucs2 ucs2 unicode unicodefeff utf16 utf16le " },
};

/* Pages of DOS that go by their number alone. */
static const char *const dos_names[] = {
  "IBM437", "IBM720", "IBM737", "IBM775", "IBM850", "IBM852", "IBM855", "IBM857",  "IBM858",
  "IBM860", "IBM861", "IBM862", "IBM863", "IBM865", "IBM866", "IBM869", "IBM1125",
};

static const char *
find_dos_page (const char *key)
{
  static const char *const prefixes[] = { "cp", "ibm", "dos", "pc", "oem", "msdos", "csibm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (key, prefixes[i]))
      for (guint j = 0; j < G_N_ELEMENTS (dos_names); j++)
        if (g_str_equal (key + strlen (prefixes[i]), dos_names[j] + strlen ("IBM")))
          return dos_names[j];
  return g_str_equal (key, "ibm00858") || g_str_equal (key, "cp00858") ? "IBM858" : NULL;
}

const char *
vr_charset_by_label (const char *label, gsize n_bytes)
{
  char key[LABEL_BYTES + 3] = " ";
  gsize n = 1;

  for (gsize i = 0; i < n_bytes; i++)
    if (g_ascii_isalnum (label[i]))
      {
        if (n > LABEL_BYTES)
          return NULL;
        key[n++] = g_ascii_tolower (label[i]);
      }
    else if (label[i] == '\0' || strchr (SIGNS, label[i]) == NULL)
      return NULL;
  if (n == 1)
    return NULL;
  key[n] = '\0';
  if (find_dos_page (key + 1) != NULL)
    return find_dos_page (key + 1);
  key[n] = ' ';
  key[n + 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (strstr (encodings[i].labels, key) != NULL)
      return encodings[i].name;
  return NULL;
}
