package org.aletheia.access.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Scope;
import org.aletheia.access.ServiceAccount;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a member is a program.
 *
 * @param owner member of the same organisation who answers for it
 * @param scopes for example {@code read-content:item}
 */
@Schema(name = "ServiceAccount")
record ServiceRequest(@Nullable UUID owner, @Nullable List<@Nullable String> scopes) {

    static @Nullable ServiceRequest of(@Nullable ServiceAccount service) {
        return service == null
                ? null
                : new ServiceRequest(
                        service.owner(),
                        List.copyOf(service.scopes().stream()
                                .map(Scope::code)
                                .sorted()
                                .toList()));
    }

    /** The service; what is wrong with it is added to the findings. */
    @Nullable
    ServiceAccount read(Findings findings) {
        if (!findings.require(owner != null, "/service/owner", "required")) {
            return null;
        }
        Set<Scope> read = new HashSet<>();
        List<@Nullable String> given = scopes == null ? List.of() : scopes;
        for (int i = 0; i < given.size(); i++) {
            String code = String.valueOf(given.get(i));
            Scope scope = findings.parse("/service/scopes/" + i, () -> Scope.parse(code));
            if (scope != null) {
                read.add(scope);
            }
        }
        return new ServiceAccount(Objects.requireNonNull(owner), read);
    }
}
