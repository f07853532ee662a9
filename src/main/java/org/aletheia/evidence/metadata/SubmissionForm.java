package org.aletheia.evidence.metadata;

import java.util.Map;

/** The JSON form of a statement about a submission; see {@link ItemMetadataForm}. */
public final class SubmissionForm {
    private SubmissionForm() {}

    /** The JSON object. */
    public static Map<String, Object> of(SubmissionStatement submission) {
        return new Tree()
                .put("title", submission.title())
                .object("transmittal", submission.transmittal(), SubmissionForm::transmittal)
                .object("conditions", submission.conditions(), SubmissionForm::conditions)
                .object("privilege", submission.privilege(), privilege -> new Tree()
                        .put("kind", privilege.kind())
                        .put("note", privilege.note())
                        .map())
                .put("controller", submission.controller())
                .put("custodian", submission.custodian())
                .put("legalBasis", submission.legalBasis())
                .list("allowedCountries", submission.allowedCountries(), Object::toString)
                .put("retentionRule", submission.retentionRule())
                .map();
    }

    private static Map<String, Object> transmittal(Transmittal transmittal) {
        return new Tree()
                .put("reference", transmittal.reference())
                .put("sentByRole", transmittal.sentByRole())
                .put("sentByOrganisation", transmittal.sentByOrganisation())
                .text("sentOn", transmittal.sentOn())
                .put("means", transmittal.means())
                .map();
    }

    /** The JSON object of conditions of receipt. */
    public static Map<String, Object> conditions(ReceiptConditions conditions) {
        return new Tree()
                .put("onwardSharingByAgreement", conditions.onwardSharingByAgreement())
                .put("leadPurposesOnly", conditions.leadPurposesOnly())
                .list("namedBodies", conditions.namedBodies(), body -> body)
                .put("noDeathPenalty", conditions.noDeathPenalty())
                .text("embargoUntil", conditions.embargoUntil())
                .text("returnBy", conditions.returnBy())
                .map();
    }
}
