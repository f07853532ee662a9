package org.aletheia.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Year, month and day as digits, where {@code X} stands for any digit (ISO 8601-2 §8.4). */
record EdtfDigits(String year, String month, String day) {

    EdtfPoint bounds() {
        // Refused before the search over years, which would try every one of them in vain.
        if (matching(month, 1, 12, false).findAny().isEmpty()
                || matching(day, 1, 31, false).findAny().isEmpty()) {
            throw EdtfPoint.impossible();
        }
        LocalDate first = extreme(false).orElseThrow(EdtfPoint::impossible);
        return EdtfPoint.ofDays(first, extreme(true).orElseThrow(EdtfPoint::impossible));
    }

    private Optional<LocalDate> extreme(boolean last) {
        return matching(year, 0, 9999, last)
                .boxed()
                .flatMap(y -> matching(month, 1, 12, last).mapToObj(m -> YearMonth.of(y, m)))
                .flatMap(yearMonth -> days(yearMonth, last))
                .findFirst();
    }

    private Stream<LocalDate> days(YearMonth yearMonth, boolean last) {
        return matching(day, 1, yearMonth.lengthOfMonth(), last).mapToObj(yearMonth::atDay);
    }

    private static IntStream matching(String digits, int from, int to, boolean descending) {
        int least = Math.max(from, Integer.parseInt(digits.replace('X', '0')));
        int most = Math.min(to, Integer.parseInt(digits.replace('X', '9')));
        return IntStream.rangeClosed(least, most)
                .map(value -> descending ? most + least - value : value)
                .filter(value -> matches(digits, value));
    }

    private static boolean matches(String digits, int value) {
        int rest = value;
        for (int i = digits.length() - 1; i >= 0; i--) {
            if (digits.charAt(i) != 'X' && digits.charAt(i) != '0' + rest % 10) {
                return false;
            }
            rest /= 10;
        }
        return true;
    }
}
