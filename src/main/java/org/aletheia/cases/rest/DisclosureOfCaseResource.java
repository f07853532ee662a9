package org.aletheia.cases.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.aletheia.cases.disclosure.DisclosureCertificate;
import org.aletheia.cases.disclosure.DisclosureCertificates;
import org.aletheia.cases.disclosure.DisclosureLine;
import org.aletheia.cases.disclosure.DisclosureStatus;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Disclosure in a case as a whole. Who may call: the disclosure officer of its organisation; its members read the
 * certificate.
 */
@Path("/api/v1/case-files/{id}")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DisclosureOfCaseResource {
    private final DisclosureStatus status;
    private final DisclosureCertificates certificates;

    DisclosureOfCaseResource(DisclosureStatus status, DisclosureCertificates certificates) {
        this.status = status;
        this.certificates = certificates;
    }

    /** Where each linked item stands. */
    record DisclosureView(List<DisclosureLine> items) {}

    /** How strictly the certificate is held; absent: as the case. */
    record CertificateBody(
            @Nullable String classification, @Nullable List<String> compartments) implements ProtectionBody {}

    @GET
    @Path("/disclosure")
    @Operation(summary = "Each item linked to the case, what restricts it, what was decided, and what is missing")
    public DisclosureView status(@RestPath UUID id) {
        return new DisclosureView(status.of(id));
    }

    @POST
    @Path("/disclosure-certificate")
    @Operation(summary = "Certify that every restricted or flagged item linked to the case has a decision")
    public Response issue(
            @RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, CertificateBody body) {
        RecordVersion<DisclosureCertificate> issued = certificates.issue(id, key, body);
        return Response.created(URI.create("/api/v1/case-files/" + id + "/disclosure-certificate"))
                .header(HttpHeaders.ETAG, ETags.of(issued.revision()))
                .entity(RecordView.of(issued))
                .build();
    }

    @GET
    @Path("/disclosure-certificate")
    @Operation(summary = "The certificate that was issued last")
    public Response certificate(@RestPath UUID id) {
        return RecordAnswers.found(certificates.ofCase(id));
    }

    @GET
    @Path("/disclosure-certificate/revisions")
    @Operation(summary = "All certificates that were issued, oldest first")
    public Page<RevisionEntry> issues(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return certificates.issues(id, PageRequest.of(limit, cursor));
    }
}
