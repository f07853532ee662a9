package org.aletheia.reparations.claim;

/**
 * By which rules of sufficiency something was judged.
 *
 * @param edition number of the operator's edition; 0: those of the release
 * @param version as the rules call themselves
 */
public record RulesEdition(int edition, String version) {}
