package org.aletheia.testimony.vault.custodians;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aletheia.access.approval.Payload;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** What has to be true of those who are to be custodians, and the text of it on which two decide. */
@ApplicationScoped
class SchemeRequests {
    private static final String AT = "/custodians/";

    private final CustodianRegister register;

    SchemeRequests(CustodianRegister register) {
        this.register = register;
    }

    /**
     * The custodians, numbered in this order.
     *
     * @throws ProblemException {@code invalid-request}, for members who are none now, administer, have no key, or share an organisation or a
     *     key with one before them, and for numbers that protect nothing
     */
    List<Custodian> require(int needed, List<UUID> members, Instant now) {
        Map<UUID, Custodian> known = register.candidates(members, now).stream()
                .collect(Collectors.toMap(Custodian::member, Function.identity()));
        Findings findings = new Findings();
        boolean enough = members.size() >= CustodianScheme.FEWEST && members.size() <= CustodianScheme.MOST;
        findings.require(
                enough,
                "/custodians",
                "number-of-custodians",
                Map.of("min", CustodianScheme.FEWEST, "max", CustodianScheme.MOST));
        findings.require(
                needed >= CustodianScheme.FEWEST && needed <= members.size(),
                "/needed",
                "number-needed",
                Map.of("min", CustodianScheme.FEWEST, "max", members.size()));
        List<Custodian> custodians = new ArrayList<>();
        Set<UUID> organisations = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Custodian found = known.get(members.get(i));
            if (findings.require(found != null, AT + i, "no-possible-custodian") && found != null) {
                findings.require(organisations.add(found.organisation()), AT + i, "organisation-repeated");
                findings.require(keys.add(found.fingerprint().toString()), AT + i, "key-repeated");
                custodians.add(new Custodian(i + 1, found.member(), found.organisation(), found.key()));
            }
        }
        findings.throwIfAny();
        return custodians;
    }

    /** @param replaces the scheme that stands; null for none */
    static Payload payload(int needed, List<Custodian> custodians, @Nullable UUID replaces) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("needed", needed);
        values.put(
                "custodians",
                custodians.stream().map(each -> each.member().toString()).toList());
        values.put(
                "keys",
                custodians.stream().map(each -> StrictBase64.encode(each.key())).toList());
        values.put("replaces", replaces == null ? null : replaces.toString());
        return new Payload(values);
    }

    static Payload payloadOfScheme(UUID scheme) {
        return new Payload(Map.of("scheme", scheme.toString()));
    }
}
