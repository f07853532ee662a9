package org.aletheia.testimony.vault.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.testimony.vault.Identities;
import org.aletheia.testimony.vault.VaultSubject;
import org.jboss.resteasy.reactive.RestPath;

/** Puts identities into the vault. Who may call: members who may revise the victim or person. */
final class IdentityResources {
    private IdentityResources() {}

    /** The one way in. */
    abstract static class Entry {
        private final RecordKind kind;
        private final Identities identities;
        private final ChecksFactory checks;

        Entry(RecordKind kind, Identities identities, ChecksFactory checks) {
            this.kind = kind;
            this.identities = identities;
            this.checks = checks;
        }

        @PUT
        @Authenticated
        @RunOnVirtualThread
        @Consumes(MediaType.APPLICATION_JSON)
        public Response store(@RestPath UUID id, IdentityBody body) {
            identities.store(new VaultSubject(kind, id), body.check(checks.begin()));
            return Response.noContent().build();
        }
    }

    @Path("/api/v1/victims/{id}/identity")
    static class OfVictims extends Entry {
        OfVictims(Identities identities, ChecksFactory checks) {
            super(RecordKind.VICTIM, identities, checks);
        }
    }

    @Path("/api/v1/persons/{id}/identity")
    static class OfPersons extends Entry {
        OfPersons(Identities identities, ChecksFactory checks) {
            super(RecordKind.PERSON, identities, checks);
        }
    }
}
