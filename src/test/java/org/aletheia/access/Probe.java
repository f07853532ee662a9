package org.aletheia.access;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A request whose answer depends on grants, with the cells of the matrix that it needs.
 *
 * @param about the kind of the record that is asked about; null where it is about none
 * @param role the one without which it is refused, whatever else is granted; null where it asks for none
 * @param sought where it is a list, which is empty for whoever may not list, and not refused: what it lists; else null
 */
record Probe(
        String name,
        @Nullable RecordKind about,
        List<Need> needs,
        @Nullable Role role,
        @Nullable Sought sought,
        BiFunction<RequestSpecification, Reached, Response> request) {
    private static final String API = "/api/v1/";
    /** No record has come so far: who may revise learns that it is another revision, who may not that nothing is there. */
    private static final String ANOTHER_REVISION = "\"r99\"";

    /** Whose record a need is about. */
    enum Whose {
        /** The one that is asked about. */
        ASKED,
        /** One of the caller's own organisation, whoever owns the one that is asked about. */
        OWN,
        /** The one that is asked about, which must be of the caller's own organisation. */
        ONLY_OWN
    }

    /** One of these intents must be granted. */
    record Need(Set<AccessIntent> anyOf, RecordKind kind, Whose whose) {
        static Need on(AccessIntent intent, RecordKind kind) {
            return new Need(EnumSet.of(intent), kind, Whose.ASKED);
        }

        static Need onAny(RecordKind kind, AccessIntent first, AccessIntent... others) {
            return new Need(EnumSet.of(first, others), kind, Whose.ASKED);
        }

        static Need ofOwn(AccessIntent intent, RecordKind kind) {
            return new Need(EnumSet.of(intent), kind, Whose.OWN);
        }

        static Need making(RecordKind kind) {
            return ofOwn(AccessIntent.CREATE, kind);
        }

        /** The same of a record that the caller's organisation must own. */
        Need onlyOwn() {
            return new Need(anyOf, kind, Whose.ONLY_OWN);
        }

        private boolean met(Caller caller, boolean own) {
            return (own || whose != Whose.ONLY_OWN)
                    && anyOf.stream().anyMatch(intent -> caller.granted(intent, kind, own || whose == Whose.OWN));
        }
    }

    /** What stands in a list: the member of its entries that names it, and a placeholder of {@link Reached}. */
    record Sought(String member, String placeholder) {}

    boolean permittedTo(Caller caller, boolean own) {
        return needs.stream().allMatch(need -> need.met(caller, own)) && (role == null || caller.has(role));
    }

    /** Whether it changes nothing, whoever asks. */
    boolean reads() {
        return name.startsWith("GET ") || name.startsWith("LIST ");
    }

    /** Whether the answer gives what was asked for. */
    boolean opened(Response answer, Reached ids) {
        return sought == null
                ? answer.statusCode() != 403 && answer.statusCode() != 404
                : answer.statusCode() == 200
                        && answer.jsonPath()
                                .getList("items." + sought.member())
                                .contains(ids.filled("{" + sought.placeholder() + "}", null));
    }

    static Probe get(String path, @Nullable RecordKind about, Need... needs) {
        return asking("GET " + path, about, List.of(needs), (as, ids) -> as.get(API + ids.filled(path, about)));
    }

    static Probe list(String path, RecordKind about, Need... needs) {
        return list(path, about, new Sought("id", about.code()), needs);
    }

    static Probe list(String path, RecordKind about, Sought sought, Need... needs) {
        String separator = path.contains("?") ? "&" : "?";
        return new Probe(
                "LIST " + path,
                about,
                List.of(needs),
                null,
                sought,
                (as, ids) -> as.get(API + ids.filled(path, about) + separator + "limit=200"));
    }

    /** Says nothing that could be stored: whoever may, learns what is missing. */
    static Probe post(String path, @Nullable RecordKind about, Need... needs) {
        return post(path, about, Map.of(), needs);
    }

    /** Says something that is refused to whoever may, for another reason than that they may not. */
    static Probe post(String path, @Nullable RecordKind about, Map<String, ?> body, Need... needs) {
        return asking("POST " + path, about, List.of(needs), (as, ids) -> as.header("If-Match", ANOTHER_REVISION)
                .body(body)
                .post(API + ids.filled(path, about)));
    }

    static Probe put(String path, RecordKind about, Need... needs) {
        return asking("PUT " + path, about, List.of(needs), (as, ids) -> as.header("If-Match", ANOTHER_REVISION)
                .body(Map.of())
                .put(API + ids.filled(path, about)));
    }

    static Probe asking(
            String name,
            @Nullable RecordKind about,
            List<Need> needs,
            BiFunction<RequestSpecification, Reached, Response> request) {
        return new Probe(name, about, needs, null, null, request);
    }

    /** The same request, which asks for a role and for no grant. */
    Probe only(Role asked) {
        return new Probe(name, about, needs, asked, sought, request);
    }
}
