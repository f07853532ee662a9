package org.aletheia.joins.matching;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name in the forms by which names are compared. Transliteration is that of Unicode (CLDR, {@code Any-Latin}); scripts that
 * write few vowels, and the many ways to write a sound in Latin letters, are met by comparing consonants alone.
 *
 * @param text as it is written
 * @param folded its words in its own script without case and marks, in order of the alphabet
 * @param line its letters in Latin script, in the order of the name
 * @param words its words in Latin script, in order of the alphabet
 * @param boneLine the consonants of {@code line}
 * @param bones the consonants of each word, in order of the alphabet
 */
public record NameForm(
        String text, String folded, String line, List<String> words, String boneLine, List<String> bones) {
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");

    /** Of alphabets that can do without: accents, Arabic and Hebrew vowel signs. Those of India are letters in all but name. */
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u064B-\\u065F\\u0670]+");

    /** Apostrophes, and the signs that stand for ain, hamza and the soft sign: within a word, not between two. */
    private static final Pattern WITHIN = Pattern.compile("['`\"\\u2018\\u2019\\u201B\\u2032\\u2033\\u02B9-\\u02BF]");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern WEAK = Pattern.compile("[aeiouyj]");
    private static final Pattern TWICE = Pattern.compile("([a-z])\\1+");

    /** Ways to write one sound; the longer first. */
    private static final Map<String, String> SOUNDS = sounds();

    private static Map<String, String> sounds() {
        Map<String, String> sounds = new LinkedHashMap<>();
        List.of(
                        "shch s", "sch s", "tch c", "dzh j", "sh s", "kh h", "zh z", "ch c", "ts c", "ph f", "th t",
                        "dh d", "gh g", "ck k", "dj j", "dz j", "q k", "w v", "v f", "x ks")
                .forEach(pair -> {
                    String[] both = pair.split(" ", 2);
                    sounds.put(both[0], both[1]);
                });
        return sounds;
    }

    public NameForm {
        words = List.copyOf(words);
        bones = List.copyOf(bones);
    }

    /** The forms of a name. */
    public static NameForm of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        List<String> latin = split(LATIN.transliterate(name));
        String line = String.join("", latin);
        return new NameForm(
                name,
                split(plain).stream().sorted().collect(Collectors.joining(" ")),
                line,
                latin.stream().sorted().toList(),
                bone(line),
                latin.stream().map(NameForm::bone).sorted().toList());
    }

    private static List<String> split(String text) {
        String lower = UCharacter.foldCase(WITHIN.matcher(text).replaceAll(""), true);
        return Arrays.stream(BETWEEN.split(lower))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Consonants and digits; of a word without them its letters. */
    private static String bone(String word) {
        String sounds = word;
        for (Map.Entry<String, String> sound : SOUNDS.entrySet()) {
            sounds = sounds.replace(sound.getKey(), sound.getValue());
        }
        String strong = TWICE.matcher(WEAK.matcher(sounds).replaceAll("")).replaceAll("$1");
        return strong.isEmpty() ? word : strong;
    }

    /** The numbers in it, for example of a division. */
    Set<String> numbers() {
        Set<String> numbers = new TreeSet<>();
        words.forEach(word -> {
            String digits = word.replaceAll("[^0-9]", "");
            if (!digits.isEmpty()) {
                numbers.add(digits);
            }
        });
        return numbers;
    }
}
