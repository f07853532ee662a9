package org.aletheia.search.elastic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.search.SearchConfig;

/**
 * Names of indexes: {@code <prefix>-<family>-<UTC time>} are the indexes themselves, {@code <prefix>-<family>} the alias
 * that searches and writes use, {@code <prefix>-<family>-building} the alias of an index that is being built.
 */
@ApplicationScoped
class IndexNames {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final String prefix;
    private final Pattern physical;

    IndexNames(SearchConfig config) {
        this.prefix = config.indexPrefix();
        this.physical = Pattern.compile(Pattern.quote(prefix) + "-([a-z]+)-\\d{17}");
    }

    /** The alias that is searched. */
    String live(IndexFamily family) {
        return prefix + "-" + family.code();
    }

    /** The aliases that are searched, of all families. */
    List<String> live() {
        return Arrays.stream(IndexFamily.values()).map(this::live).toList();
    }

    /** The alias of the index that is being built. */
    String building(IndexFamily family) {
        return live(family) + "-building";
    }

    /** The name of a new index. */
    String physical(IndexFamily family, Instant now) {
        return live(family) + "-" + TIME.format(now);
    }

    /** The family of an index of this deployment; empty for any other index of the cluster. */
    Optional<IndexFamily> family(String index) {
        Matcher name = physical.matcher(index);
        return Arrays.stream(IndexFamily.values())
                .filter(family -> name.matches() && name.group(1).equals(family.code()))
                .findFirst();
    }

    /** Matches every index of this deployment, and perhaps some of others: to be filtered by {@link #family}. */
    String everything() {
        return prefix + "-*";
    }
}
