package org.aletheia.access;

import static org.aletheia.testing.Enrolment.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aletheia.testing.Guest;

/** What is owed for each look, as the explanation of it says over HTTP; an answer that owed it and did not carry it out is 500. */
final class OwedProbes {
    private static final Set<AccessIntent> LOOKS = EnumSet.of(
            AccessIntent.LIST,
            AccessIntent.READ,
            AccessIntent.READ_CUSTODY,
            AccessIntent.READ_CONTENT,
            AccessIntent.READ_IDENTITY);

    /** Who is a member is told by other means. */
    private static final Set<RecordKind> NO_RECORDS = EnumSet.of(RecordKind.MEMBER_ORGANISATION, RecordKind.MEMBER);

    private OwedProbes() {}

    static List<String> tried(Role role, boolean own, Reached ids) {
        List<String> wrong = new ArrayList<>();
        ids.records().forEach((kind, id) -> {
            if (NO_RECORDS.contains(kind)) {
                return;
            }
            for (AccessIntent intent : LOOKS) {
                Response answer = as(Guest.USER)
                        .queryParams("kind", kind.code(), "id", id, "intent", intent.code())
                        .get("/api/v1/access/explain");
                String said = answer.statusCode() == 200 ? said(answer.jsonPath()) : "" + answer.statusCode();
                String due = due(role, own, kind, intent);
                if (!said.equals(due)) {
                    wrong.add("explained %s of %s %s, %s: %s, and not %s"
                            .formatted(intent.code(), own ? "own" : "shared", kind.code(), role.code(), said, due));
                }
            }
        });
        return wrong;
    }

    private static String said(JsonPath explained) {
        return explained.getBoolean("permitted")
                ? "permitted, owing " + explained.getList("obligations.code")
                : "denied";
    }

    private static String due(Role role, boolean own, RecordKind kind, AccessIntent intent) {
        Set<AccessIntent> granted = RoleGrants.of(role).intents(kind, own);
        // the register of a body has what others shared with it, too
        boolean registered = RoleGrants.of(role).intents(kind, true).contains(AccessIntent.READ_REGISTER);
        boolean known = granted.contains(AccessIntent.LIST) || granted.contains(AccessIntent.READ) || registered;
        if (!known) {
            return "404";
        }
        return granted.contains(intent) ? "permitted, owing " + owed(granted, kind, intent) : "denied";
    }

    private static Set<String> owed(Set<AccessIntent> granted, RecordKind kind, AccessIntent intent) {
        Set<String> owed = new TreeSet<>();
        if (kind != RecordKind.DEPOSIT) {
            owed.add("log-use");
        }
        if (intent == AccessIntent.READ_IDENTITY) {
            owed.add("watermark");
        } else if (intent == AccessIntent.READ_CONTENT) {
            if (kind == RecordKind.ITEM) {
                owed.add("show-conditions");
            }
        } else if (!granted.contains(AccessIntent.READ_CONTENT)) {
            owed.add("redact-fields");
        }
        return owed;
    }
}
