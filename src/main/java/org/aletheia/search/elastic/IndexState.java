package org.aletheia.search.elastic;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which indexes Elasticsearch has of this deployment, as seen at one moment. */
public final class IndexState {
    private final IndexNames names;
    private final Map<String, Set<String>> aliases;

    IndexState(IndexNames names, Map<String, Set<String>> aliases) {
        this.names = names;
        this.aliases = Map.copyOf(aliases);
    }

    /** Whether every family can be searched. */
    public boolean searchable() {
        return Arrays.stream(IndexFamily.values())
                .allMatch(family -> live(family).isPresent());
    }

    /** Whether new indexes are being built, or were when a server ended. */
    public boolean building() {
        return Arrays.stream(IndexFamily.values())
                .anyMatch(family -> behind(names.building(family)).isPresent());
    }

    /** The index behind the alias that is searched. */
    Optional<String> live(IndexFamily family) {
        return behind(names.live(family));
    }

    /** Indexes that no search uses. */
    Set<String> unused() {
        return aliases.entrySet().stream()
                .filter(index -> index.getValue().stream().noneMatch(names.live()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The aliases to which a change of the family must be written. */
    Set<String> targets(IndexFamily family) {
        return Set.of(names.live(family), names.building(family)).stream()
                .filter(alias -> behind(alias).isPresent())
                .collect(Collectors.toSet());
    }

    private Optional<String> behind(String alias) {
        return aliases.entrySet().stream()
                .filter(index -> index.getValue().contains(alias))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
