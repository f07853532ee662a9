package org.aletheia.access;

import java.util.Set;
import java.util.UUID;

/**
 * That a member is a program, whose token comes from client credentials. It does what its scopes name of what its roles permit,
 * and nothing else; it is nobody's second person, and asks nothing that two decide.
 *
 * @param owner the member of the same organisation who answers for it: while they are none, the service opens nothing
 */
public record ServiceAccount(UUID owner, Set<Scope> scopes) {
    public ServiceAccount {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the service may do this as far as its roles permit it. */
    boolean covers(AccessIntent intent, RecordKind kind) {
        Scope scope = new Scope(intent, kind);
        return scope.forServices() && scopes.contains(scope);
    }
}
