package org.aletheia.access;

import static org.aletheia.access.AccessIntent.LINK;
import static org.aletheia.access.AccessIntent.LIST;
import static org.aletheia.access.AccessIntent.READ;
import static org.aletheia.access.AccessIntent.READ_CONTENT;
import static org.aletheia.access.AccessIntent.REVISE;
import static org.aletheia.access.AccessIntent.SUPERVISE;
import static org.aletheia.access.AccessIntent.TRANSMIT;
import static org.aletheia.access.Probe.Need.making;
import static org.aletheia.access.Probe.Need.ofOwn;
import static org.aletheia.access.Probe.Need.on;
import static org.aletheia.access.Probe.Need.onAny;
import static org.aletheia.access.Probe.get;
import static org.aletheia.access.Probe.list;
import static org.aletheia.access.Probe.post;
import static org.aletheia.access.RecordKind.ANONYMOUS_DEPOSIT;
import static org.aletheia.access.RecordKind.ITEM;
import static org.aletheia.access.RecordKind.SUBMISSION;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.Probe.Need;
import org.aletheia.access.Probe.Sought;

/**
 * Requests about what hangs on a record and has no row of its own in the matrix: renditions of items, files and messages of
 * anonymous deposits, returns of submissions, assurances.
 */
final class DependentProbes {
    static final String RENDITION = "rendition";
    static final String FILE = "anonymous-file";
    static final String RETURNED = "returned-submission";
    static final String ASSURED = "assured-organisation";
    static final String ASSURANCE = "assurance";

    static final List<Probe> ALL = Stream.of(renditions(), anonymousDeposits(), terms())
            .flatMap(List::stream)
            .toList();

    private DependentProbes() {}

    /** Whoever judges renditions sees them without the item; whoever may link to an own item lays them down and takes them back. */
    private static List<Probe> renditions() {
        String one = "items/{item}/renditions/{" + RENDITION + "}";
        Need seen = onAny(ITEM, READ, SUPERVISE);
        Need read = onAny(ITEM, READ_CONTENT, SUPERVISE);
        Need concerned = onAny(ITEM, LINK, SUPERVISE).onlyOwn();
        return List.of(
                get("items/{item}/renditions", ITEM, seen),
                get(one, ITEM, seen),
                get(one + "/content", ITEM, read),
                get(one + "/passages", ITEM, read),
                Probe.asking(
                        "POST items/{item}/renditions",
                        ITEM,
                        List.of(on(LINK, ITEM).onlyOwn()),
                        (as, ids) -> as.contentType("multipart/form-data")
                                .multiPart("metadata", Map.of(), "application/json")
                                .multiPart("file", "made", new byte[1], "text/plain")
                                .post("/api/v1/items/" + ids.filled("{}", ITEM) + "/renditions")),
                post(one + "/decisions", ITEM, concerned),
                list("proposed-renditions", ITEM, new Sought("id", RENDITION), concerned));
    }

    /** The file has become an item before, and the deposit waits: whoever may do more learns that. */
    private static List<Probe> anonymousDeposits() {
        String one = "anonymous-deposits/{}";
        String file = one + "/files/{" + FILE + "}";
        Map<String, Object> statement =
                Map.of("title", "Left at the door", "kind", "testimony", "source", Map.of("category", "unknown"));
        return List.of(
                list("anonymous-deposits", ANONYMOUS_DEPOSIT, on(LIST, ANONYMOUS_DEPOSIT)),
                get(one, ANONYMOUS_DEPOSIT, on(READ, ANONYMOUS_DEPOSIT)),
                get(file + "/content", ANONYMOUS_DEPOSIT, on(READ_CONTENT, ANONYMOUS_DEPOSIT)),
                post(
                        file + "/registration?submission={submission}",
                        ANONYMOUS_DEPOSIT,
                        statement,
                        on(REVISE, ANONYMOUS_DEPOSIT),
                        making(ITEM),
                        ofOwn(AccessIntent.CREATE, SUBMISSION)),
                post(
                        one + "/settlement",
                        ANONYMOUS_DEPOSIT,
                        Map.of("outcome", "refused", "reason", "not-relevant"),
                        on(REVISE, ANONYMOUS_DEPOSIT)),
                post(one + "/resumption", ANONYMOUS_DEPOSIT, on(REVISE, ANONYMOUS_DEPOSIT)),
                get(one + "/messages", ANONYMOUS_DEPOSIT, on(READ_CONTENT, ANONYMOUS_DEPOSIT)),
                post(one + "/messages", ANONYMOUS_DEPOSIT, Map.of("text", "Thank you"), on(REVISE, ANONYMOUS_DEPOSIT)));
    }

    /** Of what binds to terms, assurances hang on a role and on no record; none is given by an organisation to itself. */
    private static List<Probe> terms() {
        String assured = "member-organisations/{" + ASSURED + "}/assurances";
        Map<String, Object> assurance =
                Map.of("givenBy", "Ministry of Justice", "reference", "Note 12", "givenOn", "2026-01-05");
        return List.of(
                list(
                        "returns",
                        SUBMISSION,
                        new Sought("submission", RETURNED),
                        on(TRANSMIT, SUBMISSION).onlyOwn()),
                post(
                        "submissions/{}/returns",
                        SUBMISSION,
                        Map.of("organisation", UUID.randomUUID().toString()),
                        on(TRANSMIT, SUBMISSION)),
                get(assured, null),
                post("member-organisations/{member-organisation}/assurances", null, assurance)
                        .only(Role.COUNSEL),
                Probe.asking(
                                "DELETE " + assured,
                                null,
                                List.of(),
                                (as, ids) -> as.delete("/api/v1/" + ids.filled(assured + "/{" + ASSURANCE + "}", null)))
                        .only(Role.COUNSEL));
    }
}
