package org.aletheia.local.bench;

import java.sql.SQLException;

/**
 * Writes many events of use straight into the journal's tables, behind those of the server: of a thousand members of ten
 * organisations, about ten thousand items and one that everybody uses. Each is the copy of a real one with another id, actor,
 * organisation and item, and stands in the histories of members and items as the sequencer would have put it. No tree covers
 * them, which no question asks for.
 */
final class AuditedLog {
    private static final int AT_ONCE = 500_000;
    private static final long FIRST = 1_000_000;

    private static final String SPREAD = """
            create temp table spread as
            select i, lpad(to_hex(i), 32, 'e')::uuid as event,
                case when i %% 1000 = 0 then '%1$s'::uuid else lpad((i %% 1000)::text, 32, 'a')::uuid end as actor,
                case i %% 10 when 0 then '%2$s'::uuid when 1 then '%3$s'::uuid
                    else lpad((i %% 10)::text, 32, 'b')::uuid end as organisation,
                case when i %% 100 = 99 then '%5$s'::uuid when i %% 10007 = 0 then '%4$s'::uuid
                    else lpad((i %% 10007)::text, 32, 'c')::uuid end as item
            from generate_series(%6$d::bigint, %7$d::bigint) i""";
    private static final String EVENTS = """
            insert into journal
            select spread.i, spread.event, 'CE-ACCESS-VIEW', 'access', array['item'], array[spread.item],
                sha256(int8send(spread.i)), sha256(int8send(spread.i)),
                convert_to(replace(replace(replace(replace(made.form, made.id, spread.event::text),
                    made.actor, spread.actor::text), made.organisation, spread.organisation::text),
                    made.item, spread.item::text), 'UTF8')
            from spread cross join made""";
    private static final String HISTORIES =
            "insert into journal_subject select 'item', item, 'access', i, i, organisation from spread";

    private final LogState log;
    private final int events;

    /** @param log of the database, past all walls */
    AuditedLog(LogState log, int events) {
        this.log = log;
        this.events = events;
    }

    /** What so many events need: the rows with their indexes, twice those of subjects while they are written. */
    static DiskSpace space(int events) {
        return new DiskSpace(0, events * 2200L);
    }

    /**
     * Whose events they are like: those that the documenter made of an item.
     *
     * @param actor member whose uses are asked for, of the organisation {@code audited}
     * @param owner organisation that asks about its items
     * @param item of which there are as many uses as of any
     * @param busiest of which a hundredth of all are, none by its owner
     */
    record People(String actor, String audited, String owner, String item, String busiest) {}

    void write(People people, String documenter) throws SQLException {
        log.execute("set synchronous_commit = off");
        log.execute("select aletheia_journal_extend(" + (FIRST + events) + ")");
        log.execute("""
                create temp table made as
                select event_id::text as id, '%s' as actor, '%s' as organisation, '%s' as item,
                    convert_from(canonical, 'UTF8') as form
                from journal where event_type = 'CE-ACCESS-VIEW' and subject_ids = array['%s'::uuid] limit 1""".formatted(documenter, people.owner(), people.item(), people.item()));
        for (long from = FIRST; from < FIRST + events; from += AT_ONCE) {
            long last = Math.min(from + AT_ONCE, FIRST + events) - 1;
            log.execute(SPREAD.formatted(
                    people.actor(), people.audited(), people.owner(), people.item(), people.busiest(), from, last));
            log.execute(EVENTS);
            log.execute(HISTORIES);
            log.execute("drop table spread");
        }
        log.execute("analyze journal");
        log.execute("analyze journal_subject");
    }
}
