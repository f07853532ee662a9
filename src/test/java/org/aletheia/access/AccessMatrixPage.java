package org.aletheia.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Renders docs/access-matrix.md from what the roles grant. */
final class AccessMatrixPage {
    private static final String HEAD = """
            # Who may do what

            Made from the grants of the roles by `AccessMatrixTest`; do not edit. A cell is necessary, never enough: clearance,
            compartments, membership of a case, shares and what a person consented to narrow it further, and what a token says
            narrows it for that token. What is in no row is denied. Each cell that a request can reach is tried over HTTP with a
            token of the identity provider, granted and not granted, by `AccessMatrixIT`: as a person, for each purpose that can be
            declared, and as a program within its scopes; so is what is owed for a look.

            ## Intents

            | intent | is | tried over HTTP for |
            | --- | --- | --- |
            """;

    private static final String PURPOSES = """

            ## Purposes

            What a role may act for, its own purpose first: that is meant where a request declares none (`Aletheia-Purpose`). Of a
            caller who declares another purpose the role does not count.

            | role | purposes |
            | --- | --- |
            """;

    private AccessMatrixPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        for (AccessIntent intent : AccessIntent.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(intent.code(), meaning(intent), tried(intent)));
        }
        page.append(PURPOSES);
        for (Role role : Role.values()) {
            page.append("| `%s` | %s |\n".formatted(role.code(), purposes(role)));
        }
        for (Role role : Role.values()) {
            page.append(
                    "\n## `%s`\n\n| kind | own organisation's records | records shared with it |\n| --- | --- | --- |\n"
                            .formatted(role.code()));
            RoleGrants grants = RoleGrants.of(role);
            for (RecordKind kind : RecordKind.values()) {
                Set<AccessIntent> own = grants.intents(kind, true);
                Set<AccessIntent> shared = grants.intents(kind, false);
                if (!own.isEmpty() || !shared.isEmpty()) {
                    page.append("| `%s` | %s | %s |\n".formatted(kind.code(), codes(own), codes(shared)));
                }
            }
        }
        return page.toString();
    }

    private static String purposes(Role role) {
        return Purpose.servedBy(role).stream()
                .map(purpose -> "`" + purpose.code() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String codes(Set<AccessIntent> intents) {
        return intents.isEmpty()
                ? "–"
                : EnumSet.copyOf(intents).stream().map(AccessIntent::code).collect(Collectors.joining(", "));
    }

    private static String tried(AccessIntent intent) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        MatrixProbes.ALL.stream()
                .flatMap(probe -> probe.needs().stream())
                .filter(need -> need.anyOf().contains(intent))
                .forEach(need -> kinds.add(need.kind()));
        List<RecordKind> granted = Arrays.stream(RecordKind.values())
                .filter(kind -> Arrays.stream(Role.values())
                        .anyMatch(
                                role -> RoleGrants.of(role).intents(kind, true).contains(intent)))
                .toList();
        if (granted.isEmpty()) {
            return kinds.isEmpty() ? "no request asks for it" : codesOf(kinds);
        }
        if (kinds.containsAll(granted)) {
            return "every kind for which a role has it";
        }
        return kinds.isEmpty() ? "none" : codesOf(kinds);
    }

    private static String codesOf(Set<RecordKind> kinds) {
        return kinds.stream().map(RecordKind::code).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining("`, `", "`", "`"));
    }

    private static String meaning(AccessIntent intent) {
        return switch (intent) {
            case LIST -> "find records of the kind in lists and searches";
            case READ -> "read one record";
            case READ_CONTENT -> "read bytes, texts and what is made of them";
            case READ_IDENTITY -> "ask to see an identity of the vault";
            case READ_CUSTODY -> "read the chain of custody and who used a record";
            case CREATE -> "make a record of the kind";
            case REVISE -> "write a record's next revision";
            case LINK -> "say something about a record: a source, a review, a link";
            case ASSESS -> "decide about a record";
            case DECIDE -> "take a claim through its proceedings and see what overlaps it";
            case EXPORT -> "take records out in bulk";
            case TRANSMIT -> "share a record with another organisation";
            case HANDLE -> "record what is done with an object, offer it, take it over";
            case HOLD -> "place and lift legal holds";
            case DISPOSE -> "ask that a record goes for good, and decide about it as the second person";
            case SUPERVISE ->
                "let an allegation for acts committed as a child stand, or not; approve renditions of an item";
            case READ_REGISTER ->
                "see of what the body holds, closed or not, number, day, kind of provider and restrictions";
            case DISCLOSE -> "decide what goes to the defence";
            case RULE -> "say in law what a privilege or an order means for a record";
            case ADMINISTER -> "enrol organisations and members, change lists and rules";
        };
    }
}
