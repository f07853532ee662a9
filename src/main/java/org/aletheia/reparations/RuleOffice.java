package org.aletheia.reparations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Purpose;
import org.aletheia.codelists.CodeLists;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.time.Moments;
import org.aletheia.reparations.claim.RulesEdition;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.RulesDraft;
import org.aletheia.reparations.rules.SufficiencyCheck;
import org.aletheia.reparations.rules.SufficiencyRules;
import org.aletheia.reparations.store.ClaimRuleEditionRows;
import org.jspecify.annotations.Nullable;

/** Editions of the rules of sufficiency, for administrators; an edition and its event commit together. */
@ApplicationScoped
class RuleOffice {
    private static final String SUBJECT = "claim-rules";

    private final AccessGuard guard;
    private final ClaimRules rules;
    private final CodeLists lists;
    private final ClaimRuleEditionRows store;
    private final Journal journal;
    private final Clock clock;

    RuleOffice(
            AccessGuard guard,
            ClaimRules rules,
            CodeLists lists,
            ClaimRuleEditionRows store,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.rules = rules;
        this.lists = lists;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** As {@link RuleEditions#tried}. */
    @Transactional
    RulesEdition tried(RulesDraft draft) {
        guard.requireAdministrator();
        List<Edition<SufficiencyRules>> before = store.all();
        return new RulesEdition(before.size() + 1, check(draft, before).version());
    }

    /** As {@link RuleEditions#add}; what it stored is not in force yet. */
    @Transactional
    Edition<SufficiencyRules> add(@Nullable String ifMatch, RulesDraft draft) {
        UUID by = guard.requireAdministrator().member();
        List<Edition<SufficiencyRules>> before = store.all();
        SufficiencyRules given = check(draft, before);
        ETags.requireMatch(ifMatch, before.size());
        int next = before.size() + 1;
        UUID subject = before.isEmpty() ? Ids.timeOrdered() : before.getFirst().subject();
        Edition<SufficiencyRules> stored =
                store.add(subject, ClaimRuleEditionRows.SUFFICIENCY, next, given, by, Moments.now(clock));
        journal.append(EventDraft.of(EventTypes.RULES_CHANGED, guard.actor(), new Subject(SUBJECT, subject))
                .purpose(Purpose.ADMINISTRATION.code())
                .detail("rules", ClaimRuleEditionRows.SUFFICIENCY)
                .detail("revision", next)
                .detail("digest", stored.digest().toString())
                .build());
        return stored;
    }

    private SufficiencyRules check(RulesDraft draft, List<Edition<SufficiencyRules>> before) {
        SufficiencyRules shipped = rules.edition(0).orElseThrow();
        Set<String> used = Stream.concat(Stream.of(shipped), before.stream().map(Edition::content))
                .map(SufficiencyRules::version)
                .collect(Collectors.toSet());
        Checks checks = new Checks(lists, (intent, kind, id) -> false);
        return new SufficiencyCheck(lists, checks).check(draft, used, shipped, rules.entry());
    }
}
