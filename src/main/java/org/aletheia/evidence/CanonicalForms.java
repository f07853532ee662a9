package org.aletheia.evidence;

import java.util.Map;
import java.util.TreeMap;
import org.aletheia.evidence.content.DetectedType;
import org.aletheia.evidence.metadata.ItemMetadataForm;
import org.aletheia.evidence.metadata.SubmissionForm;
import org.aletheia.evidence.metadata.Tree;
import org.aletheia.evidence.record.Canonical;
import org.aletheia.evidence.record.Protection;

/** What revisions commit to. Canonical JSON has no fractions: coordinates are written as decimal strings. */
final class CanonicalForms {
    private CanonicalForms() {}

    static Map<String, Object> of(SubmissionDraft draft) {
        return protection(new Tree(), draft.protection())
                .text("onBehalfOf", draft.onBehalfOf())
                .put("statement", SubmissionForm.of(draft.statement()))
                .map();
    }

    static Map<String, Object> of(ItemVersion version) {
        Tree tree = protection(new Tree(), version.protection())
                .text("submission", version.submission())
                .put("state", version.state().code())
                .put("registrationNumber", version.registrationNumber())
                .object("decision", version.decision(), CanonicalForms::decision)
                .put("metadata", Canonical.value(ItemMetadataForm.of(version.metadata())))
                .put("file", file(version.file()));
        return tree.map();
    }

    /** What events of receipt and registration say of the bytes; frozen by docs/custody.md, a verifier reads it. */
    static Map<String, Object> received(ReceivedFile file) {
        return new Tree()
                .put("size", file.content().length())
                .put("digests", DigestsJson.of(file.digests()))
                .map();
    }

    /** What the event of registration says: what that of receipt says, and the number that the item got. */
    static Map<String, Object> registered(ReceivedFile file, String number) {
        Map<String, Object> said = new TreeMap<>(received(file));
        said.put("registrationNumber", number);
        return said;
    }

    private static Tree protection(Tree tree, Protection protection) {
        return tree.put("classification", protection.classification().code())
                .list(
                        "compartments",
                        protection.compartments().stream().sorted().toList(),
                        code -> code);
    }

    private static Map<String, Object> decision(ItemDecision decision) {
        return new Tree()
                .put("reason", decision.reason())
                .put("note", decision.note())
                .text("at", decision.at())
                .text("member", decision.member())
                .map();
    }

    private static Map<String, Object> detected(DetectedType type) {
        return new Tree()
                .put("mediaType", type.mediaType())
                .put("detector", type.detector())
                .map();
    }

    private static Map<String, Object> file(ReceivedFile file) {
        return new Tree()
                .put("name", file.name())
                .put("mediaType", file.mediaType())
                .object("detected", file.detected(), CanonicalForms::detected)
                .put("length", file.content().length())
                .put("digests", DigestsJson.of(file.digests()))
                .map();
    }
}
