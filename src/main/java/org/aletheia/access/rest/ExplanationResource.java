package org.aletheia.access.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Decision;
import org.aletheia.access.DenialReason;
import org.aletheia.access.Explanation;
import org.aletheia.access.Explanations;
import org.aletheia.access.Obligation;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a caller may, or may not. */
@Path("/api/v1/access/explain")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ExplanationResource {
    private final Explanations explanations;
    private final AnswerTexts texts = AnswerTexts.load("access");

    ExplanationResource(Explanations explanations) {
        this.explanations = explanations;
    }

    @GET
    @Operation(
            summary = "Why the caller may, or may not, do something with a record",
            description =
                    "Of a record whose existence they may know; anything else is 404. An auditor may ask about another"
                            + " member of their organisation. With intent transmit, organisation is to whom it would go.")
    public View explain(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("id") @Nullable UUID id,
            @QueryParam("intent") @Nullable String intent,
            @QueryParam("member") @Nullable UUID member,
            @QueryParam("organisation") @Nullable UUID organisation,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Findings findings = new Findings();
        String kindCode = Texts.required(findings, "?kind", kind, 50);
        RecordKind known = kindCode.isEmpty() ? null : findings.parse("?kind", () -> RecordKind.parse(kindCode));
        findings.require(id != null, "?id", "required");
        String intentCode = Texts.required(findings, "?intent", intent, 50);
        AccessIntent asked =
                intentCode.isEmpty() ? null : findings.parse("?intent", () -> AccessIntent.parse(intentCode));
        findings.throwIfAny();
        RecordName name = new RecordName(Objects.requireNonNull(known), Objects.requireNonNull(id));
        Explanation explained = member == null
                ? explanations.own(name, Objects.requireNonNull(asked), organisation)
                : explanations.ofMember(member, name, Objects.requireNonNull(asked), organisation);
        return view(explained, AnswerTexts.language(acceptLanguage));
    }

    private View view(Explanation explained, String language) {
        List<Reason> reasons = explained.decision() instanceof Decision.Deny deny
                ? deny.reasons().stream()
                        .sorted()
                        .map(DenialReason::code)
                        .map(code -> new Reason(code, texts.text(language, "reason." + code)))
                        .toList()
                : List.of();
        List<Owed> obligations = explained.decision() instanceof Decision.Permit permit
                ? permit.obligations().stream()
                        .sorted(Comparator.comparing(Obligation::code))
                        .map(owed -> owed(owed, language))
                        .toList()
                : List.of();
        List<Reason> closures = explained.closures().stream()
                .map(ClosureGround::code)
                .map(code -> new Reason(code, texts.text(language, "closure." + code)))
                .toList();
        List<Reason> terms = explained.terms().stream()
                .map(code -> new Reason(code, texts.text(language, "term." + code)))
                .toList();
        return new View(
                explained.record().kind().code(),
                explained.record().id(),
                explained.intent().code(),
                explained.member(),
                explained.permitted(),
                reasons,
                obligations,
                closures,
                terms);
    }

    private Owed owed(Obligation owed, String language) {
        return new Owed(
                owed.code(),
                texts.text(language, "obligation." + owed.code()),
                owed instanceof Obligation.RedactFields redact
                        ? redact.fields().stream().sorted().toList()
                        : null);
    }

    /** @param terms what forbids what the policy permits: conditions of receipt and consents */
    @Schema(name = "AccessExplanation")
    record View(
            String kind,
            UUID id,
            String intent,
            UUID member,
            boolean permitted,
            List<Reason> reasons,
            List<Owed> obligations,
            List<Reason> closures,
            List<Reason> terms) {}

    /** @param fields what is left out, where that is what is owed */
    @Schema(name = "AccessObligation")
    record Owed(String code, String text, @Nullable List<String> fields) {}

    @Schema(name = "AccessReason")
    record Reason(String code, String text) {}
}
