package org.aletheia.evidence.metadata;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** Reads the statement about a submission. The caller ends the object, which may hold members of its own. */
public final class SubmissionReader {
    private static final int TITLE = 300;
    private static final int NAME = 200;
    private static final int NOTE = 2000;
    private static final int MANY = 300;

    private final Codes codes;

    public SubmissionReader(Codes codes) {
        this.codes = codes;
    }

    /** The statement; null when a finding was added. */
    public @Nullable SubmissionStatement read(JsonFields fields) {
        String title = fields.requiredText("title", TITLE);
        String controller = fields.requiredText("controller", NAME);
        String legalBasis = fields.requiredText("legalBasis", NOTE);
        String retention = fields.requiredCode("retentionRule", "retention-rule", codes);
        SubmissionStatement read = new SubmissionStatement(
                orBlank(title),
                transmittal(fields.object("transmittal")),
                conditions(fields.object("conditions")),
                privilege(fields.object("privilege")),
                orBlank(controller),
                fields.text("custodian", NAME),
                orBlank(legalBasis),
                fields.values("allowedCountries", MANY, CountryCode::new),
                orBlank(retention));
        return fields.findings().isEmpty() ? read : null;
    }

    private @Nullable Transmittal transmittal(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        String reference = fields.text("reference", NAME);
        String role = fields.value("sentByRole", codes::who);
        String organisation = fields.text("sentByOrganisation", NAME);
        UncertainDate sentOn = fields.value("sentOn", UncertainDate::parse);
        String means = fields.requiredCode("means", "transmittal-means", codes);
        fields.end();
        return means == null ? null : new Transmittal(reference, role, organisation, sentOn, means);
    }

    private static ReceiptConditions conditions(@Nullable JsonFields fields) {
        if (fields == null) {
            return ReceiptConditions.DEFAULT;
        }
        boolean byAgreement = fields.flag("onwardSharingByAgreement", true);
        boolean leads = fields.flag("leadPurposesOnly", false);
        List<String> bodies = fields.values("namedBodies", MANY, SubmissionReader::body);
        boolean noDeathPenalty = fields.flag("noDeathPenalty", false);
        LocalDate embargo = fields.value("embargoUntil", SubmissionReader::day);
        LocalDate returnBy = fields.value("returnBy", SubmissionReader::day);
        fields.end();
        return new ReceiptConditions(byAgreement, leads, bodies, noDeathPenalty, embargo, returnBy);
    }

    private Privilege privilege(@Nullable JsonFields fields) {
        if (fields == null) {
            return Privilege.NONE;
        }
        String kind = fields.requiredCode("kind", "privilege", codes);
        String note = fields.text("note", NOTE);
        fields.end();
        return kind == null ? Privilege.NONE : new Privilege(kind, note);
    }

    private static String body(String text) {
        if (text.isBlank() || text.length() > NAME) {
            throw new MalformedValueException("too-long", "1 to " + NAME + " characters");
        }
        return text;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedValueException("day-malformed", "not a day of the form 2026-03-05");
        }
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
