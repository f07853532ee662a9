package org.aletheia.search.elastic;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Requires that every family has an index that changes can be written to.
     *
     * @throws SearchUnavailableException one has none
     */
    public void requireTargets() {
        for (IndexFamily family : IndexFamily.values()) {
            if (targets(family).isEmpty()) {
                throw new SearchUnavailableException("there are no search indexes yet");
            }
        }
    }

    /** The aliases to which a change of the family must be written. */
    public Set<String> targets(IndexFamily family) {
        return Stream.of(names.live(family), names.building(family))
                .filter(alias -> behind(alias).isPresent())
                .collect(Collectors.toSet());
    }

    /** The alias of the index that is being built. */
    public Set<String> buildingTargets(IndexFamily family) {
        return Set.of(names.building(family));
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

    private Optional<String> behind(String alias) {
        return aliases.entrySet().stream()
                .filter(index -> index.getValue().contains(alias))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
