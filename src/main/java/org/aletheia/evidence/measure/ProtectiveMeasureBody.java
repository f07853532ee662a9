package org.aletheia.evidence.measure;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.handling.ReferenceNumber;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ProtectiveMeasure} as it is written: with the order that makes it, or the one that varies it.
 *
 * @param scopes codes of {@code measure-scope}; none lifts the measure, by an order that varies it
 */
public record ProtectiveMeasureBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable OrderBody order,
        @Nullable List<String> scopes,
        @Nullable List<NameBody> records,
        @Nullable List<NameBody> persons)
        implements ProtectionBody {
    private static final int MAX_BODY = 200;

    /** An order. */
    public record OrderBody(
            @Nullable String body,
            @Nullable String reference,
            @Nullable String date) {}

    /** A record by kind and id. */
    public record NameBody(@Nullable String kind, @Nullable String id) {}

    /**
     * @param own whether a record is there and of the caller's organisation
     * @param before the measure that the order varies; null for a new one
     */
    ProtectiveMeasure check(Checks checks, Predicate<RecordName> own, @Nullable ProtectiveMeasure before) {
        MeasureOrder given = order(checks, before);
        List<String> codes = checks.codes("measure-scope", "/scopes", scopes);
        List<RecordName> named = names(
                checks,
                "/records",
                records,
                ProtectiveMeasure.RECORDS,
                own,
                before == null ? List.of() : before.records());
        List<RecordName> people = names(
                checks,
                "/persons",
                persons,
                ProtectiveMeasure.PERSONS,
                own,
                before == null ? List.of() : before.persons());
        checks.findings().require(before != null || scopes != null && !scopes.isEmpty(), "/scopes", "required");
        boolean ofPersons = codes.stream().anyMatch(ProtectiveMeasure::ofPersons);
        boolean ofRecords = codes.stream().anyMatch(scope -> !ProtectiveMeasure.ofPersons(scope));
        checks.findings().require(!ofRecords || records != null && !records.isEmpty(), "/records", "required");
        checks.findings().require(!ofPersons || persons != null && !persons.isEmpty(), "/persons", "required");
        checks.throwIfAny();
        return before == null
                ? new ProtectiveMeasure(sure(given), List.of(), codes, named, people)
                : new ProtectiveMeasure(before.order(), and(before.variations(), sure(given)), codes, named, people);
    }

    private @Nullable MeasureOrder order(Checks checks, @Nullable ProtectiveMeasure before) {
        OrderBody given = checks.required("/order", order);
        if (given == null) {
            return null;
        }
        String body = checks.text("/order/body", checks.required("/order/body", given.body()), MAX_BODY);
        String reference = checks.required("/order/reference", given.reference());
        String number = reference == null
                ? null
                : checks.findings().parse("/order/reference", () -> ReferenceNumber.check(reference));
        UncertainDate date = checks.date("/order/date", checks.required("/order/date", given.date()));
        if (body == null || number == null || date == null) {
            return null;
        }
        MeasureOrder read = new MeasureOrder(body, number, date);
        if (before != null) {
            checks.findings().require(read.bySameBody(before.order()), "/order/body", "not-the-ordering-body");
            boolean another =
                    !read.equals(before.order()) && !before.variations().contains(read);
            checks.findings().require(another, "/order", "order-known");
        }
        return read;
    }

    /** What the measure named before is known, also to who does not see it any more. */
    private static List<RecordName> names(
            Checks checks,
            String pointer,
            @Nullable List<NameBody> given,
            Set<RecordKind> kinds,
            Predicate<RecordName> own,
            List<RecordName> before) {
        return checks.each(pointer, given, (at, name) -> {
            String code = checks.required(at + "/kind", name.kind());
            RecordKind kind = code == null ? null : checks.findings().parse(at + "/kind", () -> RecordKind.parse(code));
            UUID id = checks.id(at + "/id", checks.required(at + "/id", name.id()));
            if (kind == null
                    || id == null
                    || !checks.findings().require(kinds.contains(kind), at + "/kind", "kind-not-here")) {
                return null;
            }
            RecordName read = new RecordName(kind, id);
            boolean known = before.contains(read) || own.test(read);
            return checks.findings().require(known, at, "reference-unknown") ? read : null;
        });
    }

    private static List<MeasureOrder> and(List<MeasureOrder> orders, MeasureOrder last) {
        List<MeasureOrder> all = new ArrayList<>(orders);
        all.add(last);
        return all;
    }
}
