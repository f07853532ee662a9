package org.aletheia.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, in one role.
 *
 * @param purpose that they declare; null for none
 * @param scopes of a service; null for a person
 */
record Caller(
        Role role, @Nullable Purpose purpose, @Nullable Set<Scope> scopes) {
    static Caller person(Role role) {
        return new Caller(role, null, null);
    }

    static Caller declaring(Role role, Purpose purpose) {
        return new Caller(role, purpose, null);
    }

    static Caller service(Role role, Set<Scope> scopes) {
        return new Caller(role, null, scopes);
    }

    /** Whether the matrix grants it, for the declared purpose and within the scopes. */
    boolean granted(AccessIntent intent, RecordKind kind, boolean own) {
        return has(role)
                && RoleGrants.of(role).intents(kind, own).contains(intent)
                && (scopes == null || scopes.contains(new Scope(intent, kind)));
    }

    /** Whether that is their role, and counts for what they declare. */
    boolean has(Role asked) {
        return role == asked && (purpose == null || Purpose.servedBy(role).contains(purpose));
    }

    @Override
    public String toString() {
        return role.code()
                + (purpose == null ? "" : " for " + purpose.code())
                + (scopes == null ? "" : ", a service with " + scopes.size() + " scopes");
    }
}
