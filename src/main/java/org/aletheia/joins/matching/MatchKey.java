package org.aletheia.joins.matching;

/**
 * What records are found by that may speak of one and the same; equality of keys makes a candidate, no more.
 *
 * @param earliest milliseconds since 1970 from which it holds, or {@code Long.MIN_VALUE}
 * @param latest until which, or {@code Long.MAX_VALUE}
 */
public record MatchKey(String key, long earliest, long latest) {
    static MatchKey always(String key) {
        return new MatchKey(key, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
