package org.aletheia.evidence.handling;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.handling.HandlingType.Member;
import org.aletheia.evidence.metadata.Codes;
import org.aletheia.evidence.metadata.JsonFields;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Reads what callers state about custody: all of it is right, or the caller hears of every fault at once. */
@ApplicationScoped
public class HandlingReader {
    private static final int MANY = 50;

    private final Codes codes;
    private final Clock clock;

    HandlingReader(CodeLists codeLists, Clock clock) {
        this.codes = codeLists::check;
        this.clock = clock;
    }

    /**
     * A custody event.
     *
     * @param own the caller's organisation
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with all findings
     */
    public Handling handling(@Nullable JsonNode body, UUID own) {
        JsonFields fields = object(body);
        HandlingType type = fields.requiredValue("type", HandlingType::parse);
        fields.findings().throwIfAny(); // what else it may say depends on it
        Objects.requireNonNull(type);
        for (Member member : Member.values()) {
            boolean there = fields.has(member.label());
            String at = fields.pointer(member.label());
            fields.findings().require(there || !type.requires(member), at, "required");
            fields.findings().require(!there || type.takes(member), at, "not-for-this-type");
        }
        boolean gap = type == HandlingType.GAP_DECLARED;
        fields.findings().require(!gap || !fields.has("happened"), fields.pointer("happened"), "not-for-this-type");
        Handling read = new Handling(
                type,
                happened(fields, !gap),
                custodian(fields, "custodianBefore"),
                after(fields, type, own),
                seal(fields, "seal"),
                seal(fields, "sealBefore"),
                fields.code("reason", type.reasons(), codes),
                past(fields, "period", fields.value("period", UncertainDate::parse)),
                fields.code("risk", "custody-risk", codes),
                fields.values("related", MANY, Ids::parse),
                fields.values("support", MANY, Ids::parse),
                fields.flag("discrepancy", false));
        conditions(fields, read);
        fields.end();
        fields.findings().throwIfAny();
        return read;
    }

    /** An offer to transfer an item. */
    public TransferOffer offer(@Nullable JsonNode body) {
        JsonFields fields = object(body);
        UUID receiver = fields.requiredValue("receiver", Ids::parse);
        String purpose = fields.requiredCode("purpose", "transfer-purpose", codes);
        Seal seal = seal(fields, "seal");
        fields.end();
        fields.findings().throwIfAny();
        return new TransferOffer(Objects.requireNonNull(receiver), Objects.requireNonNull(purpose), seal);
    }

    /** What becomes of an offer. */
    public TransferDecision decision(@Nullable JsonNode body) {
        JsonFields fields = object(body);
        TransferState state = fields.requiredValue("state", TransferState::decided);
        UncertainDate happened = happened(fields, state == TransferState.ACCEPTED);
        Seal seal = seal(fields, "seal");
        String reason = fields.code("reason", "transfer-refusal", codes);
        if (state != null) {
            boolean accepted = state == TransferState.ACCEPTED;
            fields.findings().require(accepted || reason != null, fields.pointer("reason"), "required");
            fields.findings().require(!accepted || reason == null, fields.pointer("reason"), "not-for-this-state");
            boolean withdrawn = state == TransferState.WITHDRAWN;
            fields.findings().require(!withdrawn || seal == null, fields.pointer("seal"), "not-for-this-state");
        }
        fields.end();
        fields.findings().throwIfAny();
        return new TransferDecision(Objects.requireNonNull(state), happened, seal, reason);
    }

    /** A legal hold to be placed. */
    public HoldDraft hold(@Nullable JsonNode body) {
        JsonFields fields = object(body);
        HoldDraft read = new HoldDraft(
                Objects.requireNonNullElse(fields.requiredCode("reason", "hold-reason", codes), ""),
                Objects.requireNonNullElse(fields.requiredCode("authority", "hold-authority", codes), ""),
                fields.value("reference", ReferenceNumber::check));
        fields.end();
        fields.findings().throwIfAny();
        return read;
    }

    /** The lifting of a legal hold. */
    public HoldDraft release(@Nullable JsonNode body) {
        JsonFields fields = object(body);
        HoldDraft read = new HoldDraft(
                Objects.requireNonNullElse(fields.requiredCode("reason", "hold-release-reason", codes), ""),
                Objects.requireNonNullElse(fields.requiredCode("authority", "hold-authority", codes), ""),
                fields.value("reference", ReferenceNumber::check));
        fields.end();
        fields.findings().throwIfAny();
        return read;
    }

    private @Nullable UncertainDate happened(JsonFields fields, boolean required) {
        UncertainDate happened = required
                ? fields.requiredValue("happened", UncertainDate::parse)
                : fields.value("happened", UncertainDate::parse);
        return past(fields, "happened", happened);
    }

    /** Nobody can have seen what is to come; clocks of a team may be some minutes ahead. */
    private @Nullable UncertainDate past(JsonFields fields, String name, @Nullable UncertainDate date) {
        Instant latest = clock.instant().plusSeconds(300);
        boolean begun = date == null || date.earliest().filter(latest::isBefore).isEmpty();
        fields.findings().require(begun, fields.pointer(name), "in-the-future");
        return date;
    }

    private @Nullable Custodian after(JsonFields fields, HandlingType type, UUID own) {
        Custodian after = custodian(fields, "custodianAfter");
        if (after instanceof Custodian.Organisation) {
            String at = fields.pointer("custodianAfter");
            boolean returned = type == HandlingType.RETURNED_TO_OWNER;
            fields.findings().require(!returned, at, "not-a-member-organisation");
            // between two organisations each tells of its part under its own token: POST /items/{id}/transfers
            fields.findings().require(after.is(own), at, "transfer-needed");
        }
        return after;
    }

    private @Nullable Custodian custodian(JsonFields fields, String name) {
        JsonFields custodian = fields.object(name);
        if (custodian == null) {
            return null;
        }
        UUID organisation = custodian.value("organisation", Ids::parse);
        String party = custodian.value("party", codes::who);
        boolean one = custodian.has("organisation") != custodian.has("party");
        custodian.findings().require(one, fields.pointer(name), "organisation-or-party");
        custodian.end();
        if (organisation != null) {
            return new Custodian.Organisation(organisation);
        }
        return party == null ? null : new Custodian.Party(party);
    }

    private @Nullable Seal seal(JsonFields fields, String name) {
        JsonFields seal = fields.object(name);
        if (seal == null) {
            return null;
        }
        String number = seal.requiredValue("number", ReferenceNumber::check);
        String condition = seal.requiredCode("condition", "seal-condition", codes);
        seal.end();
        return number == null || condition == null ? null : new Seal(number, condition);
    }

    /** A new seal holds, and one that was opened does not. */
    private static void conditions(JsonFields fields, Handling said) {
        Seal seal = said.seal();
        if (seal == null) {
            return;
        }
        String at = fields.pointer("seal") + "/condition";
        switch (said.type()) {
            case SEALED, SEAL_REPLACED -> fields.findings().require(seal.intact(), at, "seal-not-intact");
            case SEAL_BROKEN -> fields.findings().require(!seal.intact(), at, "seal-intact");
            default -> {}
        }
    }

    private static JsonFields object(@Nullable JsonNode body) {
        Findings findings = new Findings();
        JsonFields fields = JsonFields.root(body, findings);
        findings.throwIfAny();
        return Objects.requireNonNull(fields);
    }
}
