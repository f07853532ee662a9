package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DescribedFieldsTest {
    record Letter(
            String title,
            @Nullable String note,
            @Nullable Object part,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String leftOut,

            @JsonAnyGetter Map<String, Object> more) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            @Nullable String leftOut,

            @JsonInclude(content = JsonInclude.Include.ALWAYS) @Nullable
            Map<String, Object> kept) {}

    record Sheaf<T>(List<T> items, @Nullable String next) {}

    @Test
    void whatMayBeNullIsDescribedSo() throws IOException {
        Schema letter = described("Letter", letter());
        assertThat(field(letter, "title").getType()).containsExactly(SchemaType.STRING);
        assertThat(field(letter, "note").getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
        assertThat(field(letter, "leftOut").getType()).containsExactly(SchemaType.STRING);
        List<Schema> part = field(letter, "part").getAnyOf();
        assertThat(part.getFirst().getRef()).endsWith("/Part");
        assertThat(part.getLast().getType()).containsExactly(SchemaType.NULL);
    }

    @Test
    void whatAFieldSaysOfItselfGoesFirst() throws IOException {
        Schema page = described(
                "Page", OASFactory.createSchema().addProperty("leftOut", text()).addProperty("kept", text()));
        assertThat(field(page, "leftOut").getType()).containsExactly(SchemaType.STRING);
        assertThat(field(page, "kept").getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
    }

    @Test
    void membersAmongTheOthersAreOthers() throws IOException {
        Schema letter = described("Letter", letter());
        assertThat(letter.getProperties()).doesNotContainKey("more");
        assertThat(letter.getAdditionalPropertiesBoolean()).isTrue();
    }

    @Test
    void genericAndRepeatedNamesAreFound() throws IOException {
        Schema sheaf = OASFactory.createSchema().addProperty("next", text());
        assertThat(field(described("SheafLetter", sheaf), "next").getType()).contains(SchemaType.NULL);
        assertThat(field(described("Letter1", letter()), "note").getType()).contains(SchemaType.NULL);
    }

    @Test
    void anotherOfTheNameIsLeftAlone() throws IOException {
        Schema other = letter().addProperty("sender", text());
        assertThat(field(described("Letter", other), "note").getType()).containsExactly(SchemaType.STRING);
    }

    private static Schema described(String name, Schema schema) throws IOException {
        var api = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents().addSchema(name, schema));
        new DescribedFields(Index.of(Letter.class, Page.class, Sheaf.class)).filterOpenAPI(api);
        return Objects.requireNonNull(api.getComponents().getSchemas().get(name));
    }

    private static Schema field(Schema schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name));
    }

    private static Schema letter() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("title", text())
                .addProperty("note", text())
                .addProperty("part", OASFactory.createSchema().ref("Part"))
                .addProperty("leftOut", text())
                .addProperty("more", OASFactory.createSchema().addType(SchemaType.OBJECT));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
