package org.aletheia.access;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which kinds of record a caller may list, as conditions of plain SQL over records of several kinds. The wall hides rows
 * by organisation, share, clearance and compartment; this adds what the caller's roles grant.
 *
 * @param organisation the caller's
 * @param ofOwn codes of the kinds that they may list of their own organisation; not those of which they list closed records
 *     alone
 * @param ofShared codes of the kinds that they may list of what is shared with it
 */
public record ListedKinds(UUID organisation, List<String> ofOwn, List<String> ofShared) {
    /** A common table expression of one row that the conditions speak of; has three parameters. */
    public static final String CALLER =
            "caller (organisation, own, shared) as (select cast(? as uuid), cast(? as text[]), cast(? as text[]))";

    public ListedKinds {
        ofOwn = List.copyOf(ofOwn);
        ofShared = List.copyOf(ofShared);
    }

    /** Those of the caller of a guard. */
    public static ListedKinds of(AccessGuard guard) {
        return new ListedKinds(
                guard.principal().organisation(),
                kinds(
                        guard,
                        matching -> matching.ownedBy() != null
                                && matching.closedBy().isEmpty()),
                kinds(guard, matching -> matching.sharedWith() != null));
    }

    /** That the caller may list the row of an alias, of one kind; {@code caller} is in scope. */
    public static String row(RecordKind kind, String alias) {
        return "'%s' = any (case when %s.owner_org = caller.organisation then caller.own else caller.shared end)"
                .formatted(kind.code(), alias);
    }

    /** That there is a row of a kind with that id, which the caller may list; {@code caller} is in scope. */
    public static String exists(RecordKind kind, String table, String idSql) {
        return "exists (select from %s listed where listed.id = %s and %s)"
                .formatted(table, idSql, row(kind, "listed"));
    }

    /** That there is a record of which two SQL expressions give kind and id, which the caller may list; {@code caller} is in scope. */
    public static String existsOfKind(String kindSql, String idSql) {
        return "exists (select from aletheia_record(%1$s, %2$s) listed where %1$s = any (case when listed.owner_org ="
                        .formatted(kindSql, idSql)
                + " caller.organisation then caller.own else caller.shared end))";
    }

    /** That a row of a kind with that id was disposed of, which the caller could have listed; {@code caller} is in scope. */
    public static String existed(RecordKind kind, String idSql) {
        return "exists (select from disposed_record gone where gone.kind = '%s' and gone.id = %s and %s)"
                .formatted(kind.code(), idSql, row(kind, "gone"));
    }

    /** Sets the parameters of {@link #CALLER}, the first at {@code at}; the index after them. */
    public int bind(PreparedStatement statement, int at) throws SQLException {
        statement.setObject(at, organisation);
        statement.setArray(at + 1, statement.getConnection().createArrayOf("text", ofOwn.toArray()));
        statement.setArray(at + 2, statement.getConnection().createArrayOf("text", ofShared.toArray()));
        return at + 3;
    }

    private static List<String> kinds(AccessGuard guard, Predicate<RecordFilter.Matching> reach) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> guard.filter(kind) instanceof RecordFilter.Matching matching && reach.test(matching))
                .map(RecordKind::code)
                .toList();
    }
}
