package org.aletheia.testimony.vault.rest;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.LocalTextBody;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.vault.Identity;
import org.jspecify.annotations.Nullable;

/**
 * An identity as callers write it.
 *
 * @param names at least one
 * @param contacts telephone, mail, people to ask
 * @param documents identity documents
 * @param born EDTF
 */
record IdentityBody(
        @Nullable List<LocalTextBody> names,
        @Nullable List<DetailBody> contacts,
        @Nullable List<DetailBody> documents,
        @Nullable String born) {
    private static final int MAX_VALUE = 500;
    private static final int MAX_TYPE = 40;

    /** @param type what it is, in a word */
    record DetailBody(@Nullable String type, @Nullable String value) {
        Identity.@Nullable Detail check(String at, Checks checks) {
            String what = checks.text(at + "/type", checks.required(at + "/type", type), MAX_TYPE);
            String says = checks.text(at + "/value", checks.required(at + "/value", value), MAX_VALUE);
            return what == null || says == null ? null : new Identity.Detail(what, says);
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "DetailBody[sealed]";
        }
    }

    Identity check(Checks checks) {
        List<LocalText> called = checks.names("/names", checks.required("/names", names));
        checks.findings().require(names == null || !names.isEmpty(), "/names", "required");
        List<Identity.Detail> reached = checks.each("/contacts", contacts, (at, given) -> given.check(at, checks));
        List<Identity.Detail> proven = checks.each("/documents", documents, (at, given) -> given.check(at, checks));
        UncertainDate birth = checks.date("/born", born);
        checks.throwIfAny();
        return new Identity(called, reached, proven, birth);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "IdentityBody[sealed]";
    }
}
