package org.aletheia.canary;

import java.security.SecureRandom;
import java.util.List;

/**
 * What somebody is called and where they are found, of one place in which it was planted: words that occur nowhere else, of
 * letters without case or marks of their own, so that no folding of search hides them.
 *
 * @param place where it was planted
 * @param name in Cyrillic
 * @param nickname in Latin
 * @param village in Arabic
 * @param phone as it is written
 */
record Seed(String place, String name, String nickname, String village, String phone) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 12;

    static Seed of(String place) {
        String digits = letters("0123456789", 10);
        return new Seed(
                place,
                letters("бвгджзклмнпрстфх", LENGTH),
                letters("bcdfghjklmnpqrstvwxz", LENGTH),
                letters("بتجحدرسشصطعفقكلمن", LENGTH),
                "+38067" + digits);
    }

    /** All of it in one text. */
    String text() {
        return name + " " + nickname + " " + village + " " + phone;
    }

    /** The words that are looked for; of a telephone number the part that every way to write it has. */
    List<String> words() {
        return List.of(name, nickname, village, phone.substring(4));
    }

    private static String letters(String alphabet, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
