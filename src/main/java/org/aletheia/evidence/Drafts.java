package org.aletheia.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.Delegations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.metadata.Codes;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.ItemMetadataReader;
import org.aletheia.evidence.metadata.JsonFields;
import org.aletheia.evidence.metadata.SubmissionReader;
import org.aletheia.evidence.metadata.SubmissionStatement;
import org.aletheia.evidence.record.Protection;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Reads what callers state: all of it is right, or the caller hears of every fault at once. */
@ApplicationScoped
public class Drafts {
    private static final int MAX_COMPARTMENTS = 20;
    private static final int MAX_NOTE = 2000;

    private final Codes codes;
    private final ItemMetadataReader items;
    private final SubmissionReader submissions;

    private final Delegations delegations;

    Drafts(CodeLists codeLists, Delegations delegations) {
        this.delegations = delegations;
        this.codes = codeLists::check;
        this.items = new ItemMetadataReader(codes);
        this.submissions = new SubmissionReader(codes);
    }

    /**
     * A submission of the caller's organisation, or of one for which they hand in; what it does not say of its protection is
     * {@link Protection#DEFAULT}. An organisation that lets nobody of theirs hand in, and none at all, are the same finding.
     */
    public SubmissionDraft submission(@Nullable JsonNode body, Principal caller) {
        JsonFields fields = JsonFields.object(body);
        UUID onBehalfOf = fields.value(HandIn.ON_BEHALF_OF, Ids::parse);
        Protection protection = protection(
                fields, Protection.NO_FLOOR, Protection.DEFAULT, onBehalfOf == null ? caller : caller.outside());
        fields.findings()
                .require(
                        onBehalfOf == null || delegations.permit(onBehalfOf, RecordKind.SUBMISSION),
                        fields.pointer(HandIn.ON_BEHALF_OF),
                        HandIn.NO_DELEGATION);
        SubmissionStatement statement = submissions.read(fields);
        fields.end();
        fields.findings().throwIfAny();
        return new SubmissionDraft(Objects.requireNonNull(statement), protection, onBehalfOf);
    }

    /** A new item of a submission to which the caller may add. */
    public ItemDraft item(@Nullable JsonNode body, OpenSubmission submission, Principal caller) {
        Protection held = submission.protection();
        Principal stating = submission.isOf(caller) ? caller : caller.outside();
        return item(body, held, held, null, submission.privileged(), stating);
    }

    /** What is to take the place of what is stated about an item; what the body does not say stays as it was. */
    public ItemDraft revision(@Nullable JsonNode body, Protection floor, EvidenceItem item, Principal caller) {
        ItemVersion before = item.version();
        return item(body, floor, before.protection(), before.metadata(), false, caller);
    }

    /**
     * @param floor below which it may not go
     * @param otherwise what holds where the body says nothing
     * @param privileged whether a privilege is claimed for the submission
     */
    private ItemDraft item(
            @Nullable JsonNode body,
            Protection floor,
            Protection otherwise,
            @Nullable ItemMetadata before,
            boolean privileged,
            Principal caller) {
        JsonFields fields = JsonFields.object(body);
        Protection protection = protection(fields, floor, otherwise, caller);
        ItemMetadata metadata = items.read(fields, before, privileged);
        fields.findings().throwIfAny();
        return new ItemDraft(Objects.requireNonNull(metadata), protection);
    }

    /** A decision about an item. */
    public DecisionDraft decision(@Nullable JsonNode body) {
        JsonFields fields = JsonFields.object(body);
        ItemState state = fields.requiredValue("state", Drafts::decided);
        String reason = state == null
                ? fields.requiredText("reason", MAX_NOTE)
                : fields.requiredCode("reason", state.reasons(), codes);
        String note = fields.text("note", MAX_NOTE);
        fields.end();
        fields.findings().throwIfAny();
        return new DecisionDraft(Objects.requireNonNull(state), Objects.requireNonNull(reason), note);
    }

    private static ItemState decided(String code) {
        ItemState state = ItemState.parse(code);
        if (state == ItemState.RECEIVED) {
            throw new MalformedValueException("state-unknown", "no decision leads back to receipt");
        }
        return state;
    }

    private static Protection protection(JsonFields fields, Protection floor, Protection otherwise, Principal caller) {
        Classification stated = fields.value("classification", Classification::parse);
        Classification classification = stated == null ? otherwise.classification() : stated;
        Set<String> compartments = new HashSet<>(floor.compartments());
        List<String> named = fields.values("compartments", MAX_COMPARTMENTS, name -> admitted(name, caller));
        compartments.addAll(fields.has("compartments") ? named : otherwise.compartments());
        Findings findings = fields.findings();
        boolean seen = caller.clearance().covers(classification);
        findings.require(seen, fields.pointer("classification"), "classification-above-clearance");
        boolean kept = classification.covers(floor.classification());
        findings.require(kept, fields.pointer("classification"), "classification-too-open");
        return new Protection(classification, compartments);
    }

    private static String admitted(String compartment, Principal caller) {
        if (!caller.compartments().contains(compartment)) {
            throw new MalformedValueException("compartment-not-held", "the caller is not admitted to it");
        }
        return compartment;
    }
}
