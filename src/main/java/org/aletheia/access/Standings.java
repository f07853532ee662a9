package org.aletheia.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A member's standing as the events of their enrolment tell it: codes only, never who they are. */
final class Standings {
    private Standings() {}

    static Map<String, @Nullable Object> detail(Member member) {
        Map<String, @Nullable Object> detail = codes(member.standing());
        detail.put("organisation", member.organisation().toString());
        detail.put("revision", member.revision());
        detail.put("ended", member.endedAt() != null);
        return detail;
    }

    /** Roles, clearance, compartments, and what of them ends when; mutable. */
    static Map<String, @Nullable Object> codes(Standing standing) {
        Map<String, @Nullable Object> codes = new LinkedHashMap<>();
        codes.put("roles", standing.roles().stream().map(Role::code).sorted().toList());
        codes.put("clearance", standing.clearance().code());
        codes.put("compartments", standing.compartments().stream().sorted().toList());
        if (!standing.ends().equals(Ends.NEVER)) {
            codes.put("ends", ends(standing.ends()));
        }
        ServiceAccount service = standing.service();
        if (service != null) {
            codes.put("owner", service.owner().toString());
            codes.put(
                    "scopes",
                    service.scopes().stream().map(Scope::code).sorted().toList());
        }
        return codes;
    }

    private static Map<String, @Nullable Object> ends(Ends ends) {
        Map<String, @Nullable Object> roles = new TreeMap<>();
        ends.roles().forEach((role, end) -> roles.put(role.code(), end.toString()));
        Map<String, @Nullable Object> compartments = new TreeMap<>();
        ends.compartments().forEach((name, end) -> compartments.put(name, end.toString()));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("membership", text(ends.membership()));
        told.put("roles", roles);
        told.put("clearance", text(ends.clearance()));
        told.put("compartments", compartments);
        return told;
    }

    /** Reads what {@link #codes} wrote of ends; there is nothing to read where nothing ends. */
    static Ends readEnds(@Nullable Object told) {
        if (!(told instanceof Map<?, ?> ends)) {
            return Ends.NEVER;
        }
        Map<Role, Instant> roles = new HashMap<>();
        members(ends.get("roles")).forEach((code, end) -> roles.put(Role.parse(code), end));
        return new Ends(
                instant(ends.get("membership")),
                roles,
                instant(ends.get("clearance")),
                members(ends.get("compartments")));
    }

    private static Map<String, Instant> members(@Nullable Object told) {
        Map<String, Instant> read = new HashMap<>();
        if (told instanceof Map<?, ?> ends) {
            ends.forEach((name, end) -> read.put(String.valueOf(name), Instant.parse(String.valueOf(end))));
        }
        return read;
    }

    private static @Nullable Instant instant(@Nullable Object told) {
        return told instanceof String text ? Instant.parse(text) : null;
    }

    private static @Nullable String text(@Nullable Instant end) {
        return end == null ? null : end.toString();
    }
}
