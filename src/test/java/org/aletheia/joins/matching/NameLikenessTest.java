package org.aletheia.joins.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class NameLikenessTest {
    @ParameterizedTest
    @CsvSource({
        "Ivan Petrov,        PETROV Iván,          name-equal",
        "Иванов Пётр,        Петр Иванов,          name-equal",
        "مُحَمَّد حسن,          محمد حسن,             name-equal",
        "76-я дивизия,       76-Я  ДИВИЗИЯ,        name-equal",
        "Иван Петров,        Ivan Petrov,          name-transliterated",
        "Γιώργος Παππάς,     Giorgos Pappas,       name-transliterated",
        "习近平,              Xi Jinping,           name-transliterated",
        "Хусейн Алиханов,    Hussein Alikhanov,    name-consonants",
        "Muammar Qaddafi,    Muamar Kaddafi,       name-consonants",
        "محمد حسن,           Muhammad Hassan,      name-consonants",
        "بشار الأسد,          Bashar al-Assad,      name-consonants",
        "Щербаков Юрий,      Shcherbakov Yuri,     name-consonants",
        "Ivan Petrov,        Иван Сергеевич Петров, name-part",
    })
    void namesOfPersonsAreAlike(String one, String other, String code) {
        assertThat(alike(one, other, true)).contains(code);
        assertThat(alike(other, one, true)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Ivan Petrov,        Ivan Sidorov",
        "Ivan,               Ivan Petrov",
        "Li Wei,             Lo Wa",
        "76 Division,        67 Division",
        "Anna,               Nina",
        "'---',              '...'",
    })
    void othersAreNot(String one, String other) {
        assertThat(alike(one, other, true)).isEmpty();
    }

    @Test
    void ofBodiesAPartIsNoName() {
        assertThat(alike("Guards Division", "Second Guards Division", false)).isEmpty();
        assertThat(alike("Guards Division", "Second Guards Division", true)).contains("name-part");
    }

    private static Optional<String> alike(String one, String other, boolean persons) {
        return NameLikeness.of(NameForm.of(one), NameForm.of(other), persons).map(NameLikeness::code);
    }
}
