package org.aletheia.canary;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The bytes that give a word away, in the encodings in which programs write it. */
final class Spellings {
    /** Stemming and prefix compression take the ends of words; what is left between is unique still. */
    private static final int KEPT = 10;

    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove");

    private Spellings() {}

    static List<byte[]> of(String word) {
        List<String> forms = new ArrayList<>();
        for (String form : List.of(word, word.toUpperCase(Locale.ROOT), LATIN.transliterate(word))) {
            forms.add(form.substring(0, Math.min(KEPT, form.length())));
            forms.add(form.substring(form.length() - Math.min(KEPT, form.length())));
        }
        List<byte[]> all = new ArrayList<>();
        forms.stream().distinct().forEach(form -> encoded(form, all));
        return all;
    }

    private static void encoded(String form, List<byte[]> all) {
        byte[] utf8 = form.getBytes(StandardCharsets.UTF_8);
        all.add(utf8);
        all.add(form.getBytes(StandardCharsets.UTF_16LE));
        all.add(form.getBytes(StandardCharsets.UTF_16BE));
        for (int shift = 0; shift < 3; shift++) {
            all.add(ascii(base64(utf8, shift)));
        }
        String hex = HexFormat.of().formatHex(utf8);
        all.add(ascii(hex));
        all.add(ascii(hex.toUpperCase(Locale.ROOT)));
        StringBuilder percent = new StringBuilder();
        for (byte each : utf8) {
            percent.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        all.add(ascii(percent.toString()));
        all.add(ascii(percent.toString().toLowerCase(Locale.ROOT)));
        StringBuilder escaped = new StringBuilder();
        form.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
        all.add(ascii(escaped.toString()));
        all.add(ascii(escaped.toString().toUpperCase(Locale.ROOT).replace("\\U", "\\u")));
    }

    /** What base64 of a text has of this one, wherever in the text it stands: without the digits that neighbours share. */
    private static String base64(byte[] text, int shift) {
        byte[] shifted = new byte[shift + text.length];
        System.arraycopy(text, 0, shifted, shift, text.length);
        String digits = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, shifted.length / 3 * 3));
        return digits.substring((shift * 8 + 5) / 6);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
