package org.aletheia.parties.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies with several others directly above them on one day and on one basis. */
final class Overlaps {
    private Overlaps() {}

    /** One finding for each body and basis, in the order of bodies; of de-facto beside de-jure there is none. */
    static List<CommandFinding> in(String code, Collection<CommandLink> links) {
        Map<Place, List<CommandLink>> byPlace = new LinkedHashMap<>();
        links.stream()
                .sorted(Comparator.comparing((CommandLink link) -> link.lower().id())
                        .thenComparing(CommandLink::id))
                .forEach(link -> byPlace.computeIfAbsent(Place.of(link), place -> new ArrayList<>())
                        .add(link));
        List<CommandFinding> findings = new ArrayList<>();
        byPlace.forEach((place, all) -> {
            List<UUID> several = uppers(all.stream());
            if (several.size() > 1) {
                boolean sure = uppers(all.stream().filter(CommandLink::certain)).size() > 1;
                List<UUID> said = all.stream().map(CommandLink::id).toList();
                findings.add(new CommandFinding(
                        code, place.body(), place.basis(), CommandLink.certainty(sure), several, said));
            }
        });
        return findings;
    }

    private static List<UUID> uppers(Stream<CommandLink> links) {
        return links.map(link -> link.upper().id()).distinct().sorted().toList();
    }

    private record Place(UUID body, @Nullable String basis) {
        static Place of(CommandLink link) {
            return new Place(link.lower().id(), link.said().basis());
        }
    }
}
