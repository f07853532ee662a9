package org.aletheia.joins.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Place;
import org.aletheia.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Finds the reasons for which two records of one kind may speak of one and the same. Pure. */
final class Reasons {
    /** The code list, the strongest first. */
    static final List<String> BY_STRENGTH = List.of(
            "identifier-equal",
            "digest-equal",
            "digest-stated",
            "identifier-embedded",
            "device-equal",
            "name-equal",
            "name-transliterated",
            "name-consonants",
            "name-part",
            "time-overlaps",
            "place-near",
            "place-name",
            Reason.AREA,
            "designation-number",
            "same-superior",
            "same-state",
            "same-country");

    /** Places that are farther from each other, in metres, are no reason. */
    static final double NEAR = 2000;

    private static final double EARTH = 6_371_000;

    private Reasons() {}

    /** Empty where nothing is, or what there is by itself would join too many: a country, a State, a number. */
    static List<Reason> between(Features here, Features there, boolean sameSuperior, @Nullable Reason area) {
        List<Reason> found = new ArrayList<>();
        if (here.kind() == RecordKind.INCIDENT) {
            incident(here, there, found);
        } else {
            here.identifiers().forEach(mine -> there.identifiers().stream()
                    .filter(other -> other.scheme().equals(mine.scheme())
                            && MatchKeys.identifier(other.value()).equals(MatchKeys.identifier(mine.value())))
                    .forEach(other -> found.add(Reason.of("identifier-equal", mine.value(), other.value()))));
            digests(here, there, found);
            embedded(here, there, found);
            if (area != null) {
                found.add(area);
            }
            name(here, there).ifPresent(found::add);
            around(here, there, sameSuperior, found);
        }
        found.sort(Comparator.comparingInt(reason -> BY_STRENGTH.indexOf(reason.code())));
        return List.copyOf(found);
    }

    /** What strengthens a reason that is there; of units a number within one superior is one by itself. */
    private static void around(Features here, Features there, boolean sameSuperior, List<Reason> found) {
        Set<String> numbers = numbers(here);
        boolean numbered = !numbers.isEmpty() && numbers.equals(numbers(there));
        boolean unit = here.kind() == RecordKind.UNIT;
        if (found.isEmpty() && !(unit && numbered && sameSuperior)) {
            return;
        }
        if (unit && numbered) {
            String which = String.join(", ", numbers);
            found.add(Reason.of("designation-number", which, which));
        }
        if (sameSuperior) {
            found.add(Reason.of("same-superior"));
        }
        if (here.state() != null && here.state().equals(there.state())) {
            found.add(Reason.of("same-state"));
        }
        here.countries().stream()
                .filter(there.countries()::contains)
                .findFirst()
                .ifPresent(country -> found.add(Reason.of("same-country", country.value(), country.value())));
    }

    private static Set<String> numbers(Features record) {
        Set<String> numbers = new TreeSet<>();
        record.names().forEach(name -> numbers.addAll(name.numbers()));
        return numbers;
    }

    private static void digests(Features here, Features there, List<Reason> found) {
        Stream<String> equal = here.digests().stream().filter(there.digests()::contains);
        Optional<String> same = equal.sorted().findFirst();
        if (same.isPresent()) {
            found.add(Reason.of("digest-equal", same.get(), same.get()));
            return;
        }
        Set<String> theirs = new TreeSet<>(there.digests());
        theirs.addAll(there.stated());
        Stream.concat(here.digests().stream(), here.stated().stream())
                .filter(theirs::contains)
                .sorted()
                .findFirst()
                .ifPresent(hex -> found.add(Reason.of("digest-stated", hex, hex)));
    }

    /** What the material carries. One device makes many files: it is a reason for those alone that can be of one time. */
    private static void embedded(Features here, Features there, List<Reason> found) {
        Optional<Reason> time = time(here, there);
        here.embedded().stream()
                .filter(mine -> there.embedded().stream()
                        .anyMatch(other -> other.plain().equals(mine.plain())))
                .filter(mine -> !mine.device() || time.isPresent())
                .findFirst()
                .ifPresent(mine -> {
                    if (mine.device()) {
                        found.add(Reason.of("device-equal"));
                        found.add(time.orElseThrow());
                    } else {
                        found.add(Reason.of("identifier-embedded", mine.scheme(), mine.value()));
                    }
                });
    }

    private static Optional<Reason> time(Features here, Features there) {
        return here.dates().stream()
                .flatMap(mine -> there.dates().stream()
                        .filter(mine::overlaps)
                        .map(other -> Reason.of("time-overlaps", mine.edtf(), other.edtf())))
                .findFirst();
    }

    /** The most alike of their names. */
    private static Optional<Reason> name(Features here, Features there) {
        boolean persons = here.kind() == RecordKind.PERSON;
        return here.names().stream()
                .flatMap(mine -> there.names().stream().flatMap(other -> NameLikeness.of(mine, other, persons).stream()
                        .map(likeness -> Reason.of(likeness.code(), mine.text(), other.text()))))
                .min(Comparator.comparingInt((Reason reason) -> BY_STRENGTH.indexOf(reason.code()))
                        .thenComparing(reason -> reason.here() + "\n" + reason.there()));
    }

    /** Time and place together, or neither. */
    private static void incident(Features here, Features there, List<Reason> found) {
        Optional<Reason> time = time(here, there);
        List<Reason> where = new ArrayList<>();
        metres(here.place(), there.place())
                .filter(far -> far <= NEAR)
                .ifPresent(far -> where.add(new Reason(
                        "place-near", precision(here.place()), precision(there.place()), (int) Math.round(far))));
        name(here, there).ifPresent(name -> where.add(new Reason("place-name", name.here(), name.there(), null)));
        if (time.isPresent() && !where.isEmpty()) {
            found.add(time.get());
            found.addAll(where);
        }
    }

    private static String precision(@Nullable Place place) {
        return place == null || place.precision() == null ? "unknown" : place.precision();
    }

    /** Between the nearest two positions; of an area, its corners. */
    private static Optional<Double> metres(@Nullable Place one, @Nullable Place other) {
        if (one == null || other == null || one.geometry() == null || other.geometry() == null) {
            return Optional.empty();
        }
        return one.geometry().outline().stream()
                .flatMap(here -> other.geometry().outline().stream().map(there -> metres(here, there)))
                .min(Comparator.naturalOrder());
    }

    /** On a sphere (haversine): within half a percent. */
    static double metres(GeoPoint one, GeoPoint other) {
        double north = Math.toRadians(other.latitude() - one.latitude()) / 2;
        double east = Math.toRadians(other.longitude() - one.longitude()) / 2;
        double chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
