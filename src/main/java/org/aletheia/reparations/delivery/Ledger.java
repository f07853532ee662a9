package org.aletheia.reparations.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.Delivery;

/**
 * What was delivered of the awards of one claim. Entries are added at the end and stay; an error is put right by an entry
 * that corrects it. Immutable.
 */
public final class Ledger {
    /** Entries that answer to a report of the provider. */
    static final Set<String> ANSWERS = Set.of("confirmed", "shown-otherwise", "contested");

    static final String REPORTED = "reported";
    static final String HELD = "held";
    static final String RELEASED = "released";
    static final String CORRECTED = "corrected";

    private final List<Award> awards;
    private final List<Delivery> entries;

    public Ledger(List<Award> awards, List<Delivery> entries) {
        this.awards = List.copyOf(awards);
        this.entries = List.copyOf(entries);
    }

    /** The balance of each award. */
    public List<Balance> balances() {
        return awards.stream().map(this::balance).toList();
    }

    /** The ledger with one entry more. */
    public Ledger with(Delivery next) {
        List<Delivery> more = new ArrayList<>(entries);
        more.add(next);
        return new Ledger(awards, more);
    }

    /** The award of that number. */
    public Optional<Award> award(int number) {
        return awards.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The entry of that number. */
    public Optional<Delivery> entry(int number) {
        return entries.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The balance of one award. */
    public Balance balance(Award award) {
        long reported = sum(award, REPORTED);
        long confirmed = sum(award, "confirmed");
        long shown = sum(award, "shown-otherwise");
        long contested = sum(award, "contested");
        Long awarded = award.amount() == null ? null : award.amount().amount();
        return new Balance(
                award.number(),
                award.amount() == null ? null : award.amount().currency(),
                awarded,
                reported,
                confirmed,
                shown,
                contested,
                reported - contested,
                reported - confirmed - shown - contested,
                awarded == null ? null : awarded - (reported - contested),
                sum(award, HELD) - sum(award, RELEASED));
    }

    /** What counts of an entry: its units less those that entries after it correct. */
    long counting(Delivery entry) {
        return units(entry)
                - entries.stream()
                        .filter(each -> each.kind().equals(CORRECTED) && corrects(each, entry))
                        .mapToLong(Ledger::units)
                        .sum();
    }

    /** What entries of these kinds count that answer to this one. */
    long answered(Delivery entry, Set<String> kinds) {
        return entries.stream()
                .filter(each -> kinds.contains(each.kind()) && corrects(each, entry))
                .mapToLong(this::counting)
                .sum();
    }

    private long sum(Award award, String kind) {
        return entries.stream()
                .filter(each -> each.award() == award.number() && each.kind().equals(kind))
                .mapToLong(this::counting)
                .sum();
    }

    private static boolean corrects(Delivery later, Delivery earlier) {
        return later.of() != null && later.of() == earlier.number();
    }

    /** Minor units; one, where the award is no money. */
    static long units(Delivery entry) {
        return entry.amount() == null ? 1 : entry.amount().amount();
    }
}
