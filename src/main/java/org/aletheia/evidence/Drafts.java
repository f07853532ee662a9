package org.aletheia.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.metadata.Codes;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.ItemMetadataReader;
import org.aletheia.evidence.metadata.JsonFields;
import org.aletheia.evidence.metadata.SubmissionReader;
import org.aletheia.evidence.metadata.SubmissionStatement;
import org.aletheia.evidence.record.Protection;
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

    Drafts(CodeLists codeLists) {
        this.codes = codeLists::check;
        this.items = new ItemMetadataReader(codes);
        this.submissions = new SubmissionReader(codes);
    }

    /** A submission of the caller; what it does not say of its protection is {@link Protection#DEFAULT}. */
    public SubmissionDraft submission(@Nullable JsonNode body, Principal caller) {
        JsonFields fields = JsonFields.object(body);
        Protection protection = protection(fields, Protection.NO_FLOOR, Protection.DEFAULT, caller);
        SubmissionStatement statement = submissions.read(fields);
        fields.end();
        fields.findings().throwIfAny();
        return new SubmissionDraft(Objects.requireNonNull(statement), protection);
    }

    /** What is to take the place of what is stated about an item; what the body does not say stays as it was. */
    public ItemDraft revision(@Nullable JsonNode body, Protection floor, EvidenceItem item, Principal caller) {
        ItemVersion before = item.version();
        return item(body, floor, before.protection(), before.metadata(), false, caller);
    }

    /**
     * A new item.
     *
     * @param floor the submission's protection, below which no item of it may go
     * @param otherwise what holds where the body says nothing
     * @param privileged whether a privilege is claimed for the submission
     */
    public ItemDraft item(
            @Nullable JsonNode body, Protection floor, Protection otherwise, boolean privileged, Principal caller) {
        return item(body, floor, otherwise, null, privileged, caller);
    }

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
