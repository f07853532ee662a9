package org.aletheia.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.StoredStatements;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.UnreadableRowException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RecordCodecTest {
    private static final Place PLACE = new Place(
            new Geometry.Point(new GeoPoint(36.25, 50)),
            "locality",
            new CountryCode("UA"),
            List.of(new LocalText(new LanguageTag("uk"), "Харків"), new LocalText(new LanguageTag("ar"), "خاركيف")));

    @Test
    void whatWasWrittenIsRead() {
        assertThat(RecordCodec.read(RecordCodec.write(PLACE), Place.class)).isEqualTo(PLACE);
        ListedCode code = new ListedCode("icc-crime", "RS-7(1)(a)", "2019", UncertainDate.parse("2024-03?"));
        assertThat(RecordCodec.read(RecordCodec.write(code), ListedCode.class)).isEqualTo(code);
    }

    @Test
    void whatIsAbsentOrEmptyIsLeftOutAndReadAsSuch() {
        Place named = new Place(null, null, new CountryCode("SY"), List.of());
        assertThat(RecordCodec.write(named)).isEqualTo("{\"country\":\"SY\"}");
        assertThat(RecordCodec.read("{\"country\":\"SY\"}", Place.class)).isEqualTo(named);
    }

    /** Servers are upgraded one by one: an older one reads what a newer one wrote. */
    @Test
    void membersOfALaterReleaseArePassedOver() {
        Place named = new Place(null, null, new CountryCode("SY"), List.of());
        assertThat(RecordCodec.read("{\"country\":\"SY\",\"later\":{\"a\":1}}", Place.class))
                .isEqualTo(named);
        ItemMetadata item = StoredStatements.item("{\"title\":\"t\",\"kind\":\"video\",\"later\":1,"
                + "\"acquisition\":{\"method\":\"m\",\"later\":[]}}");
        assertThat(item.title()).isEqualTo("t");
    }

    /** A row that cannot be read is no matter of the reader, who would be told of it as of a wrong request. */
    @Test
    void whatCannotBeReadIsNoParsersFailure() {
        for (String broken : List.of("{", "[]", "{\"country\":\"Atlantis\"}", "{\"names\":5}")) {
            assertThatThrownBy(() -> RecordCodec.read(broken, Place.class))
                    .isInstanceOf(UnreadableRowException.class)
                    .hasNoCause();
        }
        for (String broken : List.of("{", "[]", "{\"kind\":\"video\"}", "{\"title\":\"t\",\"kind\":5}")) {
            assertThatThrownBy(() -> StoredStatements.item(broken))
                    .isInstanceOf(UnreadableRowException.class)
                    .hasNoCause();
        }
    }

    @Test
    void valuesAreTheirTexts() {
        assertThat(RecordCodec.encode(PLACE))
                .containsEntry("country", "UA")
                .containsEntry("geometry", Map.of("type", "Point", "coordinates", List.of(36.25, 50.0)))
                .containsEntry(
                        "names",
                        List.of(
                                Map.of("language", "uk", "text", "Харків"),
                                Map.of("language", "ar", "text", "خاركيف")));
    }

    @Test
    void theCommittedFormHasNoFractions() {
        Protection protection = new Protection(Classification.AMBER, Set.of("b", "a"));
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        UUID id = UUID.randomUUID();
        RecordVersion<Place> version = new RecordVersion<>(RecordKind.INCIDENT, id, id, protection, 1, now, now, PLACE);
        String canonical = new String(CanonicalJson.write(Canonical.of(version)), StandardCharsets.UTF_8);
        assertThat(canonical)
                .startsWith("{\"classification\":\"TLP:AMBER\",\"compartments\":[\"a\",\"b\"],\"country\":\"UA\",")
                .contains("\"coordinates\":[\"36.25\",\"50\"]");
    }
}
