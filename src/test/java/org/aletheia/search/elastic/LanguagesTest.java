package org.aletheia.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word is found in another form of itself, in each language, and names whatever their marks. */
@Tag("it")
class LanguagesTest {
    private static ElasticFixture elastic;

    @BeforeAll
    static void start() {
        elastic = new ElasticFixture().withIndexes();
    }

    @AfterAll
    static void stop() throws IOException {
        elastic.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en      | The villages were burned that night        | burning village
                    fr      | Les inondations ont déplacé des familles   | inondation famille
                    es      | Las inundaciones desplazaron a las familias| inundación familia
                    ru      | Наводнения вынудили семьи покинуть деревни | наводнение деревня
                    uk      | Повені змусили родини залишити села        | повінь родина
                    ar      | الفيضانات شردت العائلات في القرى           | عائلة
                    fa      | سیلاب‌ها خانواده‌ها را آواره کرد           | خانواده
                    zh-Hans | 洪水使北部村庄的家庭流离失所                | 村庄 家庭
                    """)
    void findsAnotherFormOfTheWord(String language, String text, String words) {
        UUID inContent = elastic.index(new DocumentDraft().languages(language).content(text))
                .id();
        UUID inTitle =
                elastic.index(new DocumentDraft().languages("ckb").title(text)).id();

        assertThat(elastic.idsFor(words)).contains(inContent, inTitle);
    }

    @ParameterizedTest
    @CsvSource({
        "Ñandú Müller-Øster, nandu muller oster",
        "Zoë Šarić, zoe saric",
        "أَحْمَد الأسد, احمد الاسد",
        "Ёлкин Пётр, елкин петр",
        "Straße, STRASSE",
        "Ｆｕｌｌｗｉｄｔｈ, fullwidth"
    })
    void findsNamesWhateverTheirMarks(String name, String typed) {
        UUID id = elastic.index(new DocumentDraft().names(name)).id();

        assertThat(elastic.idsFor(typed)).containsExactly(id);
    }

    @Test
    void stopWordsOfTheLanguageDoNotKeepAMatchAway() {
        UUID id = elastic.index(new DocumentDraft().languages("en").content("Hospitals shelled at dawn"))
                .id();

        assertThat(elastic.idsFor("the shelling of a hospital")).contains(id);
    }

    @Test
    void aNameAndAWordOfAnotherScriptMeetInOneQuery() {
        UUID id = elastic.index(new DocumentDraft()
                        .names("Hôtel Étoile")
                        .languages("ar")
                        .content("قصف المستشفيات"))
                .id();

        assertThat(elastic.idsFor("etoile مستشفيات")).containsExactly(id);
    }

    @Test
    void identifiersAreFoundAsAWhole() {
        UUID id = elastic.index(new DocumentDraft().identifiers("ALT-2026-000123"))
                .id();
        elastic.index(new DocumentDraft().identifiers("ALT-2026-000124"));

        assertThat(elastic.idsFor("alt-2026-000123")).containsExactly(id);
    }

    @Test
    void operatorsWork() {
        UUID both = elastic.index(new DocumentDraft().title("convoy stopped near checkpoint"))
                .id();
        UUID one = elastic.index(new DocumentDraft().title("checkpoint near convoy"))
                .id();

        assertThat(elastic.idsFor("\"near checkpoint\"")).containsExactly(both);
        assertThat(elastic.idsFor("convoy -stopped")).containsExactly(one);
        assertThat(elastic.idsFor("checkp*")).contains(both, one);
        assertThat(elastic.idsFor("stopped | nothingofthekind")).containsExactly(both);
    }

    @Test
    void brokenSyntaxIsReadAsWords() {
        UUID id =
                elastic.index(new DocumentDraft().title("unbalanced quotation")).id();

        assertThat(elastic.idsFor("\"unbalanced (quotation")).contains(id);
        assertThat(elastic.idsFor("unbalanced quotation AND OR ~ ^ : {")).isNotNull();
    }
}
