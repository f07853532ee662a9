package org.aletheia.evidence.citation;

import java.util.List;
import org.aletheia.evidence.record.RecordVersion;

/**
 * What a record asserts, with the sources of each assertion.
 *
 * @param members in the order of their names
 * @param whole sources about the record as a whole, which make no single member sourced
 * @param former sources about a member that the record has not, or that says something else now
 */
public record SourcedRecord(
        List<Member> members, List<RecordVersion<Source>> whole, List<RecordVersion<Source>> former) {
    public SourcedRecord {
        members = List.copyOf(members);
        whole = List.copyOf(whole);
        former = List.copyOf(former);
    }

    /**
     * One member, or one element of a list.
     *
     * @param value its stored form
     * @param standing {@code unsourced}, {@code supported}, {@code contradicted}, {@code contested} by sources of both
     *     kinds, or {@code neutral}; never that something is proven
     */
    public record Member(String pointer, Object value, String standing, List<RecordVersion<Source>> sources) {
        public Member {
            sources = List.copyOf(sources);
        }
    }
}
