package org.aletheia.testimony.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.aletheia.kernel.MalformedValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class DoorCodeTest {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int MANY = 300;

    @Test
    void aCodeIsReadAsItWasWritten() {
        for (int i = 0; i < MANY; i++) {
            DoorCode code = DoorCode.random();
            assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}");
            assertSame(code, code.text());
        }
    }

    @Test
    void caseSpacesHyphensAndSymbolsThatLookAlikeAreForgiven() {
        for (int i = 0; i < MANY; i++) {
            DoorCode code = DoorCode.random();
            String text = code.text();
            assertSame(code, text.toLowerCase(Locale.ROOT).replace('-', ' '));
            assertSame(code, "  " + text.replace("-", "") + "\n");
            assertSame(code, text.replace('0', 'O').replace('1', 'I'));
            assertSame(code, text.replace('0', 'o').replace('1', 'l').replace('-', '\u2011'));
            assertSame(code, text.replace('3', '\u0663').replace('7', '\u06f7')); // digits of Arabic keyboards
        }
    }

    @Test
    void noSingleWrongSymbolPasses() {
        for (int i = 0; i < 10; i++) {
            String text = DoorCode.random().text().replace("-", "");
            for (int at = 0; at < text.length(); at++) {
                for (char other : SYMBOLS.toCharArray()) {
                    if (other != text.charAt(at)) {
                        assertThat(DoorCode.wellTyped(text.substring(0, at) + other + text.substring(at + 1)))
                                .as("%s at %d", other, at)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void noTwoExchangedSymbolsPass() {
        for (int i = 0; i < 50; i++) {
            String text = DoorCode.random().text().replace("-", "");
            for (int one = 0; one < text.length(); one++) {
                for (int other = one + 1; other < text.length(); other++) {
                    StringBuilder exchanged = new StringBuilder(text);
                    exchanged.setCharAt(one, text.charAt(other));
                    exchanged.setCharAt(other, text.charAt(one));
                    assertThat(DoorCode.wellTyped(exchanged.toString()))
                            .as("%d and %d", one, other)
                            .isEqualTo(text.charAt(one) == text.charAt(other));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "0000", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UU", "ÄÄÄÄ", "00000000000000000000000000000000"})
    void whatIsNoCodeIsRefusedWithoutRepeatingIt(String typed) {
        assertThatThrownBy(() -> DoorCode.read(typed))
                .isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                        .isEqualTo("door-code"));
    }

    /** Every number that is a multiple of the modulus has one way to be written. */
    @Test
    void aCheckBeyondTheModulusIsRefused() {
        String zero = "0".repeat(26);
        assertThat(DoorCode.wellTyped(zero)).isTrue();
        assertThat(DoorCode.wellTyped("0".repeat(24) + "ZX")).isFalse(); // 1021 as check
    }

    @Test
    void locatorAndSecretAreApartAndNothingIsTold() {
        DoorCode code = DoorCode.random();
        assertThat(code.locator()).hasSize(5);
        assertThat(code.secret()).hasSize(10);
        assertThat(code.toString()).isEqualTo("DoorCode[sealed]");
        assertThat(DoorWord.chosen("blue kite").toString()).isEqualTo("DoorWord[sealed]");
    }

    @Test
    void aWordIsComparedWithoutCaseAndSpacing() {
        byte[] word = DoorWord.chosen("Синий  Змей").bytes();
        for (String same : List.of("синий змей", " СИНИЙ\tЗМЕЙ ", "синий змей\n")) {
            assertThat(DoorWord.heard(same).bytes()).isEqualTo(word);
        }
        assertThat(DoorWord.heard("синийзмей").bytes()).isNotEqualTo(word);
        assertThat(DoorWord.heard("ﬁsh").bytes())
                .isEqualTo(DoorWord.heard("fish").bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ab  ", "a"})
    void aWordOfTwoCharactersIsTooShort(String said) {
        assertThatThrownBy(() -> DoorWord.chosen(said)).isInstanceOf(MalformedValueException.class);
        assertThatThrownBy(() -> DoorWord.chosen("a".repeat(65))).isInstanceOf(MalformedValueException.class);
    }

    private static void assertSame(DoorCode code, String typed) {
        DoorCode read = DoorCode.read(typed);
        assertThat(read.locator()).isEqualTo(code.locator());
        assertThat(read.secret()).isEqualTo(code.secret());
    }
}
