package org.aletheia.testimony.door;

/**
 * A use of what a person gave, of which the body that used it lets them know.
 *
 * @param day on which it was
 * @param organisation name of the body
 * @param purpose code that stands in the event of the use; empty where it states none
 */
public record ToldUse(String day, String organisation, String purpose) {}
