package org.aletheia.joins.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Affiliation;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projection.Field;

/**
 * Makes keys of what search may know of a record, so that nothing else gets into them: consonants of names, of persons also
 * those of each two words; identifiers; of sites and areas cells of a coarse grid; of incidents cells of a grid and names of
 * places, each within the time of its dates. Cells of incidents are a twentieth of a degree, and those around are asked too:
 * up to 69 degrees north or south no place within two kilometres is missed.
 */
final class MatchKeys {
    private static final int MOST = 200;
    private static final int MOST_WORDS = 6;
    private static final int CELLS_A_DEGREE = 20;
    private static final int AROUND = 360 * CELLS_A_DEGREE;
    private static final int MOST_CELLS = 64;
    private static final Set<String> TO_A_PLACE = Affiliation.TO_A_PLACE.stream()
            .map(code -> "affiliation-relation:" + code)
            .collect(Collectors.toSet());

    private MatchKeys() {}

    /** Those by which a record is found. */
    static List<MatchKey> kept(Projection record) {
        return keys(record, false);
    }

    /** Those that are asked for others like it. */
    static List<MatchKey> asked(Projection record) {
        return keys(record, true);
    }

    private static List<MatchKey> keys(Projection record, boolean around) {
        if (record.kind().equals(RecordKind.AFFILIATION.code())) {
            return ofArea(record);
        }
        Set<String> keys = new TreeSet<>();
        boolean ofPerson = record.kind().equals(RecordKind.PERSON.code());
        list(record, Field.NAMES, String.class).map(NameForm::of).forEach(name -> ofName(name, ofPerson, keys));
        list(record, Field.IDENTIFIERS, String.class).forEach(value -> keys.add("i:" + identifier(value)));
        if (!record.kind().equals(RecordKind.INCIDENT.code())) {
            return keys.stream().limit(MOST).map(MatchKey::always).toList();
        }
        list(record, Field.PLACES, GeoPoint.class).forEach(place -> ofPlace(place, around, keys));
        List<UncertainDate> dates =
                list(record, Field.DATES, UncertainDate.class).toList();
        if (dates.isEmpty()) {
            return List.of();
        }
        long earliest = dates.stream().mapToLong(MatchKeys::earliest).min().orElseThrow();
        long latest = dates.stream().mapToLong(MatchKeys::latest).max().orElseThrow();
        return keys.stream()
                .limit(MOST)
                .map(key -> new MatchKey(key, earliest, latest))
                .toList();
    }

    /** As registers that write the same differently are compared: letters and digits alone. */
    static String identifier(String value) {
        return value.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** Of an item's digests in hexadecimal, whatever made them, and of the identifiers that it carries. */
    static List<MatchKey> ofItem(Collection<String> digests, Collection<String> identifiers) {
        return Stream.concat(
                        digests.stream().map(hex -> "d:" + hex),
                        identifiers.stream().map(identifier -> "x:" + identifier))
                .distinct()
                .limit(MOST)
                .map(MatchKey::always)
                .toList();
    }

    /**
     * Of a site or area: the cells of half a degree that its bounding box touches. One that touches more than 64, of a few
     * hundred kilometres, says too little of who was there to be compared.
     */
    private static List<MatchKey> ofArea(Projection record) {
        List<GeoPoint> outline = list(record, Field.PLACES, GeoPoint.class).toList();
        if (outline.isEmpty() || list(record, Field.CODES, String.class).noneMatch(TO_A_PLACE::contains)) {
            return List.of();
        }
        int west = cell(outline.stream().mapToDouble(GeoPoint::longitude).min().orElseThrow());
        int east = cell(outline.stream().mapToDouble(GeoPoint::longitude).max().orElseThrow());
        int south = cell(outline.stream().mapToDouble(GeoPoint::latitude).min().orElseThrow());
        int north = cell(outline.stream().mapToDouble(GeoPoint::latitude).max().orElseThrow());
        if ((east - west + 1) * (north - south + 1) > MOST_CELLS) {
            return List.of();
        }
        return IntStream.rangeClosed(west, east)
                .boxed()
                .flatMap(x -> IntStream.rangeClosed(south, north).mapToObj(y -> MatchKey.always("a:" + x + ":" + y)))
                .toList();
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees * 2);
    }

    private static void ofName(NameForm name, boolean ofPerson, Set<String> keys) {
        if (name.line().isEmpty()) {
            return;
        }
        keys.add("n:" + name.boneLine());
        keys.add("w:" + String.join(" ", name.bones()));
        if (ofPerson) {
            List<String> bones = name.bones().stream().limit(MOST_WORDS).toList();
            for (int i = 0; i < bones.size(); i++) {
                for (int j = i + 1; j < bones.size(); j++) {
                    keys.add("p:" + bones.get(i) + " " + bones.get(j));
                }
            }
        }
    }

    private static void ofPlace(GeoPoint place, boolean around, Set<String> keys) {
        int east = (int) Math.floor((place.longitude() + 180) * CELLS_A_DEGREE);
        int north = (int) Math.floor((place.latitude() + 90) * CELLS_A_DEGREE);
        int reach = around ? 1 : 0;
        for (int x = east - reach; x <= east + reach; x++) {
            for (int y = north - reach; y <= north + reach; y++) {
                keys.add("g:" + Math.floorMod(x, AROUND) + ":" + y);
            }
        }
    }

    private static long earliest(UncertainDate date) {
        return date.earliest().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    }

    private static long latest(UncertainDate date) {
        return date.latest().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    private static <T> Stream<T> list(Projection record, Field field, Class<T> type) {
        return record.fields().get(field) instanceof List<?> values
                ? values.stream().map(type::cast)
                : Stream.empty();
    }
}
