package org.aletheia.evidence.rendition.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is planted in words of any script is proposed where it stands, and no text keeps the server busy. */
@Tag("unit")
class PassagesTest {
    private static final List<String> WORDS = List.of(
            "and",
            "they",
            "came",
            "at",
            "night",
            "с",
            "ними",
            "пришли",
            "ночью",
            "وصلوا",
            "في",
            "الليل",
            "夜里",
            "😀",
            "e\u0301t\u00e9");
    private static final Map<String, List<String>> PLANTED = Map.of(
            "email", List.of("olena.k@example.org", "o_k+1 (at) mail.example.ua", "олена@приклад.укр"),
            "phone", List.of("+380 44 123-45-67", "00963 11 2345678", "+٩٦٣ ١١ ٢٣٤٥٦٧٨", "(212) 555-0147"),
            "identity-number", List.of("AB123456", "3012345678", "No 482910375", "UA213223130000026007233566001"),
            "coordinates", List.of("50.4501, 30.5234", "36°12′27″N", "-33.86785 151.20732", "37S BA 1234 5678"),
            "plate", List.of("AA1234BB", "А123ВС77", "ABC-1234", "أ ب ج 1234"),
            "date-of-birth",
                    List.of(
                            "12.03.1984",
                            "1984-03-12",
                            "12 March 1984",
                            "12 марта 1984",
                            "1984年3月12日",
                            "born in spring 1984"),
            "name", List.of("Olena Kovalenko", "Тарас Григорович", "Juan de la Cruz", "O. K. Petrenko"),
            "honorific", List.of("أبو محمد", "السيدة فاطمة الزهراء", "Dr. Smith", "пані Олена", "王先生"));

    @Test
    void whatIsPlantedIsProposedWhereItStands() {
        Random random = new Random(4711);
        List<String> missed = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            PLANTED.forEach((kind, forms) -> {
                String planted = forms.get(random.nextInt(forms.size()));
                String before = words(random) + " ";
                String text = before + planted + " " + words(random);
                int start = before.codePointCount(0, before.length());
                int end = start + planted.codePointCount(0, planted.length());
                boolean proposed = Passages.in(text, true).passages().stream()
                        .anyMatch(found -> found.kind().equals(kind) && found.start() <= start && found.end() >= end);
                if (!proposed) {
                    missed.add(kind + ": " + text);
                }
            });
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void whatShowsNothingHidesNothing() {
        String text = "call \u200e+38\u00ad0 44 12\u200b3 45\u2066 67\u2069 now, \u0645\u0640\u062d";
        assertThat(Passages.in(text, true).passages())
                .anyMatch(found -> found.kind().equals("phone")
                        && text.substring(found.start(), found.end()).startsWith("+38"));
    }

    @Test
    void wordsWithoutSuchThingsAreLeftAlone() {
        assertThat(Passages.in("they came at night and took the cattle; пришли ночью", true))
                .isEqualTo(new FoundPassages(List.of(), true));
        assertThat(Passages.in("", true).passages()).isEmpty();
    }

    @Test
    void everyPassageLiesInItsTextAndALongListIsSaidToBeCut() {
        String many = "Olena Kovalenko, ".repeat(5_000);
        FoundPassages found = Passages.in(many, true);
        assertThat(found.complete()).isFalse();
        assertThat(found.passages())
                .hasSizeLessThanOrEqualTo(Passages.MOST)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
        Random random = new Random(99);
        for (int round = 0; round < 200; round++) {
            String text = noise(random, 200);
            int length = text.codePointCount(0, text.length());
            assertThat(Passages.in(text, false).passages())
                    .allMatch(passage ->
                            0 <= passage.start() && passage.start() < passage.end() && passage.end() <= length);
        }
    }

    /** Each a text of a hundred thousand characters that makes one of the forms begin everywhere and end nowhere. */
    @Test
    void noTextKeepsItBusy() {
        for (String piece : List.of(
                "a",
                "A",
                "1",
                "1 ",
                "1-",
                "1.1,",
                "@",
                "a@",
                "a.",
                "A ",
                "Aa-",
                "A. ",
                "А1",
                "Dr. ",
                "de ",
                "Aa de ",
                "أبو ",
                "ب ",
                "born ",
                "12 ",
                "° ",
                "1°1'",
                "AA11 ",
                "\u200e",
                "\uD83D\uDE00",
                "王",
                "(1) ")) {
            String text = piece.repeat(100_000 / piece.length());
            long begun = System.nanoTime();
            Passages.in(text, true);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(piece).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private static String noise(Random random, int length) {
        int[] alphabet = "aA1 .-@°\u200e\u0640أبу王\n".codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(20) == 0 ? 0x1F600 : alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
