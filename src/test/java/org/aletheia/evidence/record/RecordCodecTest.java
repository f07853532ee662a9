package org.aletheia.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
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
