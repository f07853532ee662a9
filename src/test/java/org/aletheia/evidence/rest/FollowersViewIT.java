package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.evidence.ItemProjections;
import org.aletheia.evidence.content.KnownContents;
import org.aletheia.evidence.store.ExpiredDeposits;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projection.Field;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What search, the collector of leftovers and the expiry of deposits see of evidence. */
@QuarkusTest
@Tag("it")
class FollowersViewIT {
    private static final String TEXT = "قصف المدرسة في الصباح";

    @Inject
    ItemProjections projections;

    @Inject
    KnownContents known;

    @Inject
    ExpiredDeposits expired;

    @Inject
    ObjectStores stores;

    @Inject
    Clock clock;

    @Test
    void searchGetsWhatIsStatedAndThePlainText() {
        byte[] content = TEXT.getBytes(StandardCharsets.UTF_16);
        Projection item = projection(Evidence.item("documenter", content, described(false)));
        assertThat(item.fields())
                .containsEntry(Field.TITLE, "Courtyard, two minutes")
                .containsEntry(Field.TEXT, TEXT)
                .containsEntry(Field.LANGUAGES, List.of(new LanguageTag("ar")))
                .containsEntry(Field.DATES, List.of(UncertainDate.parse("2026-03-04")))
                .containsEntry(Field.PLACES, List.of(new GeoPoint(36.3, 33.5)))
                .containsEntry(Field.MARKINGS, List.of("graphic"))
                .containsEntry(Field.MAY_IDENTIFY_PROTECTED_PERSON, false);
        assertThat(item.fields().get(Field.IDENTIFIERS))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(Digest.sha256(content).hex());
        assertThat(item.fields().get(Field.CODES))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("state:received", "item-kind:video");
    }

    /** One broken key must not keep every later change from search. */
    @Test
    void anItemWhoseKeyIsBrokenOrGoneIsSeenWithoutItsText() {
        String broken = Evidence.item("documenter", bytes(TEXT), described(false));
        Kept.change(
                "update unit_key set wrapped = sha256(wrapped), revision = revision + 1"
                        + " where id = (select unit_key from item where id = ?)",
                UUID.fromString(broken));
        String gone = Evidence.item("documenter", bytes(TEXT), described(false));
        Kept.change(
                "update unit_key set wrapped_by = '0123456789abcdef', revision = revision + 1"
                        + " where id = (select unit_key from item where id = ?)",
                UUID.fromString(gone));
        for (String item : List.of(broken, gone)) {
            assertThat(projection(item).fields()).containsKey(Field.TITLE).doesNotContainKey(Field.TEXT);
        }
    }

    @Test
    void noWordLeavesOfWhatMayIdentifySomebody() {
        Projection item = projection(Evidence.item("documenter", bytes(TEXT), described(true)));
        assertThat(item.fields())
                .containsEntry(Field.MAY_IDENTIFY_PROTECTED_PERSON, true)
                .doesNotContainKeys(Field.TITLE, Field.DESCRIPTION, Field.TEXT, Field.NAMES)
                .containsKey(Field.DATES);
        assertThat(item.toString()).doesNotContain("notes of somebody");
    }

    @Test
    void idsComeInOrder() {
        Evidence.item("documenter", bytes("one"), Map.of());
        Evidence.item("documenter", bytes("two"), Map.of());
        List<UUID> first = projections.idsAfter("item", null, 1);
        List<UUID> next = projections.idsAfter("item", first.getFirst(), 1);
        assertThat(first.getFirst().toString()).isLessThan(next.getFirst().toString());
    }

    @Test
    void everyObjectThatARecordNamesIsKnown() {
        Evidence.item("documenter", bytes("kept"), Map.of());
        List<UUID> objects = Kept.objects(stores).stream()
                .map(key -> UUID.fromString(key.substring(key.lastIndexOf('/') + 1)))
                .toList();
        UUID stranger = UUID.randomUUID();
        assertThat(known.known(objects)).isNotEmpty();
        assertThat(known.known(List.of(stranger))).isEmpty();
        String all = objects.stream().map(UUID::toString).collect(Collectors.joining(","));
        assertThat(Kept.rows("""
                select count(*) from (select object_id from item union all select object_id from rendition
                    union all select object_id from anonymous_file) named
                where object_id::text = any(string_to_array(?, ','))""", all)).isEqualTo(known.known(objects).size());
    }

    @Test
    void depositsGoWhenTheirTimeIsOver() {
        String gone = Evidence.deposit("documenter");
        String stays = Evidence.deposit("documenter");
        Kept.change("update deposit set expires_at = now() - interval '1 s' where id = ?", UUID.fromString(gone));
        assertThat(expired.remove(clock.instant(), Duration.ofDays(7))).isPositive();
        assertThat(Kept.rows("select count(*) from deposit where id = ?", UUID.fromString(gone)))
                .isZero();
        assertThat(Kept.rows("select count(*) from deposit where id = ?", UUID.fromString(stays)))
                .isEqualTo(1);
    }

    private Projection projection(String item) {
        return Objects.requireNonNull(
                        projections.find("item", List.of(UUID.fromString(item))).get(UUID.fromString(item)))
                .get();
    }

    private static Map<String, Object> described(boolean mayIdentify) {
        return Map.of(
                "languages",
                List.of("ar"),
                "captured",
                "2026-03-04",
                "place",
                Map.of(
                        "geometry",
                        Map.of("type", "Point", "coordinates", List.of(36.3, 33.5)),
                        "precision",
                        "vicinity"),
                "contentMarkings",
                List.of("graphic"),
                "mediaType",
                "text/plain",
                "fileName",
                "notes of somebody.txt",
                "mayIdentifyProtectedPerson",
                mayIdentify);
    }
}
