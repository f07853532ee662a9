package org.aletheia.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aletheia.kernel.LanguageTag;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PseudonymsTest {
    @Test
    void aPseudonymCanBeReadOutAndIsNeverTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String pseudonym = Victim.newPseudonym();
            assertThat(pseudonym).matches("V(-(?=[A-Z]*[0-9])[0-9A-HJKMNP-TV-Z]{5}){2}");
            assertThat(seen.add(pseudonym)).isTrue();
        }
    }

    @Test
    void everyLetterStandsAtEveryPlace() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            String pseudonym = Person.newPseudonym();
            for (int place = 2; place < pseudonym.length(); place++) {
                seen.add(place + ":" + pseudonym.charAt(place));
            }
        }
        assertThat(seen).hasSize(10 * 32 + 1);
    }

    @Test
    void aProtectedPersonCannotHaveAName() {
        List<PartyName> names = List.of(new PartyName(new LanguageTag("uk"), "Ім'я", null, null));
        List<Identifier> known = List.of(new Identifier("wikidata", "Q1"));
        assertThatThrownBy(() -> new Person("P-1", true, names, List.of(), List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Person("P-1", true, List.of(), known, List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Person("P-1", false, names, List.of(), List.of(), null, null).names())
                .isEqualTo(names);
    }
}
