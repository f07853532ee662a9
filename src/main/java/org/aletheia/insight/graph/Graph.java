package org.aletheia.insight.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.aletheia.insight.Disposed;
import org.jspecify.annotations.Nullable;

/**
 * A record with those around it, of what the caller may see alone.
 *
 * @param nodes the record asked for first, then those nearest
 * @param edges between these nodes
 * @param truncated whether there is more that the caller may see, and that the bounds left out
 */
public record Graph(List<Node> nodes, List<Edge> edges, boolean truncated) {
    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A record.
     *
     * @param label a title, a public name, a pseudonym or a registration number; null where none may be shown
     * @param code what it is, as {@code list:code}
     * @param disposed where it is gone; absent while it is there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            String kind,
            UUID id,
            @Nullable String label,
            @Nullable String code,
            @Nullable Disposed disposed) {}

    /** One end. */
    public record End(String kind, UUID id) {}

    /**
     * That one record names another, or that an item bears on a record.
     *
     * @param relation what {@code to} is to {@code from}; from an item: code of {@code source-support}; between two
     *     incidents: code of {@code incident-relation}, read as "from … to"
     * @param pointer the member of {@code from} that says so (RFC 6901); absent of an item, and where {@code by} says so
     * @param by the record that says so, where it is neither end
     * @param alleged true where it is an allegation, else absent
     * @param sources what is said of it: sources of that member, of a part of it, or of the record that says so as a whole
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Edge(
            End from,
            End to,
            String relation,
            @Nullable String pointer,
            @Nullable End by,
            @Nullable Boolean alleged,
            List<Support> sources) {}

    /**
     * A source in short.
     *
     * @param about the member that it is about; absent for the record as a whole
     * @param support code of {@code source-support}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Support(UUID source, UUID item, @Nullable String about, String support) {}
}
