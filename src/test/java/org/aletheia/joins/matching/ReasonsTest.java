package org.aletheia.joins.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.EmbeddedIdentifier;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.Place;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Identifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ReasonsTest {
    private static final UUID STATE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void whatStrengthensIsNoReasonByItself() {
        Features one = unit("76 Airborne", STATE);
        Features other = unit("Seventy-sixth 76", STATE);
        assertThat(codes(one, other, false)).isEmpty();
        assertThat(codes(one, other, true)).containsExactly("designation-number", "same-superior", "same-state");
        assertThat(codes(one, unit("76 AIRBORNE", STATE), false))
                .containsExactly("name-equal", "designation-number", "same-state");
        assertThat(codes(one, unit("77 Airborne", STATE), true)).isEmpty();
    }

    @Test
    void identifiersAreOfOneRegisterAndWrittenFreely() {
        assertThat(codes(known("lei", "AB-12 3"), known("lei", "ab123"), false)).containsExactly("identifier-equal");
        assertThat(codes(known("lei", "AB123"), known("passport", "AB123"), false))
                .isEmpty();
    }

    @Test
    void incidentsNeedTimeAndPlace() {
        Features one = incident("2024-03-05", 30.5, 50.45);
        assertThat(codes(one, incident("2024-03", 30.51, 50.45), false)).containsExactly("time-overlaps", "place-near");
        assertThat(codes(one, incident("2024-03-06", 30.51, 50.45), false)).isEmpty();
        assertThat(codes(one, incident("2024-03-05", 30.6, 50.45), false)).isEmpty();
        Reason place = Reasons.between(one, incident("2024-03-05", 30.51, 50.45), false, null)
                .getLast();
        assertThat(place.metres()).isBetween(700, 712);
        assertThat(place.here()).isEqualTo("exact");
    }

    @Test
    void metresAreThoseOfTheSphere() {
        assertThat(Reasons.metres(new GeoPoint(0, 0), new GeoPoint(0, 1))).isCloseTo(111_195, within(10.0));
        assertThat(Reasons.metres(new GeoPoint(179.99, 0), new GeoPoint(-179.99, 0)))
                .isCloseTo(2224, within(5.0));
    }

    @Test
    void digestsOfTheBytesGoBeforeThoseThatWereStated() {
        assertThat(codes(item("aa", "bb"), item("aa", "bb"), false)).containsExactly("digest-equal");
        assertThat(codes(item("aa", "bb"), item("bb", "cc"), false)).containsExactly("digest-stated");
        assertThat(codes(item("aa", "bb"), item("dd", "bb"), false)).containsExactly("digest-stated");
        assertThat(codes(item("aa", "bb"), item("dd", "cc"), false)).isEmpty();
    }

    @Test
    void anAreaAtOneTimeIsAReasonOfUnits() {
        Reason area = Reason.ofAreas(STATE, STATE);
        assertThat(Reasons.between(unit("First", STATE), unit("Other", STATE), false, area))
                .extracting(Reason::code)
                .containsExactly("area-overlaps", "same-state");
        assertThat(area.affiliations()).containsExactly(STATE, STATE);
    }

    @Test
    void whatMaterialCarriesIsAReasonAndADeviceOnlyAtOneTime() {
        Features one = carrying("2024-03-05", "exif-image-unique-id", "AB-12");
        assertThat(codes(one, carrying("2020", "exif-image-unique-id", "ab12"), false))
                .containsExactly("identifier-embedded");
        assertThat(codes(one, carrying("2024-03-05", "xmp-document-id", "AB-12"), false))
                .isEmpty();
        Features device = carrying("2024-03-05", EmbeddedIdentifier.DEVICE, "00ff");
        assertThat(codes(device, carrying("2024-03", EmbeddedIdentifier.DEVICE, "00ff"), false))
                .containsExactly("device-equal", "time-overlaps");
        assertThat(codes(device, carrying("2023", EmbeddedIdentifier.DEVICE, "00ff"), false))
                .isEmpty();
    }

    private static Features carrying(String captured, String scheme, String value) {
        return new Features(
                RecordKind.ITEM,
                STATE,
                1,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(UncertainDate.parse(captured)),
                null,
                Set.of(),
                Set.of(),
                List.of(new EmbeddedIdentifier(scheme, value)));
    }

    private static List<String> codes(Features one, Features other, boolean besides) {
        return Reasons.between(one, other, besides, null).stream()
                .map(Reason::code)
                .toList();
    }

    private static Features unit(String name, UUID state) {
        return features(
                RecordKind.UNIT, List.of(NameForm.of(name)), List.of(), state, List.of(), null, Set.of(), Set.of());
    }

    private static Features known(String scheme, String value) {
        List<Identifier> identifiers = List.of(new Identifier(scheme, value));
        return features(RecordKind.ORGANISATION, List.of(), identifiers, null, List.of(), null, Set.of(), Set.of());
    }

    private static Features incident(String date, double longitude, double latitude) {
        Place place = new Place(
                new Geometry.Point(new GeoPoint(longitude, latitude)), "exact", new CountryCode("UA"), List.of());
        List<UncertainDate> dates = List.of(UncertainDate.parse(date));
        return features(RecordKind.INCIDENT, List.of(), List.of(), null, dates, place, Set.of(), Set.of());
    }

    private static Features item(String digest, String stated) {
        return features(RecordKind.ITEM, List.of(), List.of(), null, List.of(), null, Set.of(digest), Set.of(stated));
    }

    private static Features features(
            RecordKind kind,
            List<NameForm> names,
            List<Identifier> identifiers,
            @Nullable UUID state,
            List<UncertainDate> dates,
            @Nullable Place place,
            Set<String> digests,
            Set<String> stated) {
        return new Features(
                kind,
                UUID.fromString("00000000-0000-4000-8000-000000000002"),
                1,
                names,
                identifiers,
                List.of(),
                state,
                dates,
                place,
                digests,
                stated,
                List.of());
    }
}
