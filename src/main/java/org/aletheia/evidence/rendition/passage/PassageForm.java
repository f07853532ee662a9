package org.aletheia.evidence.rendition.passage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The forms in which people are given away. Every repetition is bounded, and possessive where it could be tried in two ways, so
 * that the work grows with the length of the text alone, whatever it says.
 */
enum PassageForm {
    EMAIL(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,256}+ ?(?:@|[\\[(] ?at ?[\\])]) ?[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){1,8}+"),
    PHONE(
            "(?<![\\p{L}\\p{N}])(?:\\+ ?)?+\\(?\\p{Nd}(?:[ \\u00a0().\\-/\\u2010-\\u2015]{0,3}+\\p{Nd}){6,14}+(?!\\p{N})"),
    IDENTITY_NUMBER(
            "(?<![\\p{L}\\p{N}])\\p{L}{0,4}+ ?[№#-]? ?\\p{Nd}{6,24}+(?![\\p{L}\\p{N}])",
            "(?<![\\p{L}\\p{N}])\\p{Nd}{2,4}+(?:[ -]\\p{Nd}{2,6}+){2,5}+(?![\\p{L}\\p{N}])",
            "(?<![\\p{L}\\p{N}])[A-Z]{2}\\p{Nd}{2}(?: ?[A-Z\\p{Nd}]{4}){2,7}(?: ?[A-Z\\p{Nd}]{1,4})?+(?![\\p{L}\\p{N}])"),
    COORDINATES(
            "(?<![\\p{N}.,])[-+]?+\\p{Nd}{1,3}+[.,]\\p{Nd}{3,12}+ ?°? ?[NSEWСЮЗВ]?+(?: {0,2}+[,;/] {0,2}+| {1,3}+)"
                    + "[-+]?+\\p{Nd}{1,3}+[.,]\\p{Nd}{3,12}+( ?°)?+( ?[NSEWСЮЗВ])?+(?!\\p{N})",
            "(?<!\\p{N})\\p{Nd}{1,3}+ ?° ?\\p{Nd}{1,2}+(?:[.,]\\p{Nd}{1,6}+)?+ ?['′’]"
                    + "(?: ?\\p{Nd}{1,2}+(?:[.,]\\p{Nd}{1,4}+)?+ ?(?:[\"″”]|''))?+( ?[NSEWСЮЗВ])?+",
            "(?<![\\p{L}\\p{N}])\\p{Nd}{1,2}+[C-X] ?[A-Z]{2} ?\\p{Nd}{2,5}+ ?\\p{Nd}{0,5}+(?![\\p{L}\\p{N}])"),
    PLATE(
            "(?<![\\p{L}\\p{N}])\\p{Lu}{1,3}+[ -]?\\p{Nd}{2,5}+(?:[ -]?\\p{Lu}{1,3}+(?:[ -]?\\p{Nd}{1,3}+)?+)?+(?![\\p{L}\\p{N}])",
            "(?<![\\p{L}\\p{N}])\\p{Nd}{1,4}+[ -]?\\p{Lu}{1,3}+[ -]?\\p{Nd}{1,5}+(?![\\p{L}\\p{N}])",
            "(?<![\\p{L}\\p{N}])[\\u0621-\\u064A](?: ?[\\u0621-\\u064A]){0,2}+ ?-? ?\\p{Nd}{3,6}+(?!\\p{N})"),
    DATE_OF_BIRTH(
            "(?<!\\p{N})\\p{Nd}{1,2}+ ?[./-] ?\\p{Nd}{1,2}+ ?[./-] ?\\p{Nd}{2,4}+(?!\\p{N})",
            "(?<!\\p{N})\\p{Nd}{4}[-./]\\p{Nd}{1,2}+[-./]\\p{Nd}{1,2}+(?!\\p{N})",
            "(?<!\\p{N})\\p{Nd}{1,2}+(?:st|nd|rd|th|-го|\\.)?+ {1,2}+(?:de |of )?+\\p{L}{3,14}+\\.?+,?+ {1,2}+(?:de )?+\\p{Nd}{4}(?!\\p{N})",
            "(?<!\\p{L})\\p{L}{3,14}+ \\p{Nd}{1,2}+(?:st|nd|rd|th)?+, ?\\p{Nd}{4}(?!\\p{N})",
            "\\p{Nd}{4} ?年 ?\\p{Nd}{1,2}+ ?月 ?\\p{Nd}{1,2}+ ?日",
            "(?iu)(?<!\\p{L})(?:born|née?|nacid[oa]|geboren|родил(?:ся|ась)|народи(?:вся|лася)|مواليد|ولدت?|生于|出生)"
                    + "[^\\n]{0,24}?\\p{Nd}{4}(?!\\p{N})"),
    NAME(
            "(?<![\\p{L}\\p{M}])\\p{Lu}[\\p{L}\\p{M}'’ʼ-]{0,30}+\\.?+(?:[ \\u00a0\\n]{1,2}+"
                    + "(?:(?:de|del|da|dos|la|le|van|von|der|den|bin|ibn|al|el|ben|ould|bint)[ -]){0,3}+"
                    + "\\p{Lu}[\\p{L}\\p{M}'’ʼ-]{0,30}+\\.?+){1,5}+",
            "(?<=[\\p{Ll}\\p{M}\\p{N},;:–—\"«“(][ \\u00a0]?)(?<![\\p{L}\\p{M}])\\p{Lu}[\\p{L}\\p{M}'’ʼ-]{1,30}+"),
    HONORIFIC(
            "(?<![\\p{L}\\p{M}])[وفبلك]?+(?:السيدة?|الأستاذة?|الاستاذة?|الدكتورة?|الشيخة?|الحاجة?|الأخت?|الأب|الأم|المهندسة?|القاضي|"
                    + "الإمام|اللواء|العميد|العقيد|المقدم|الرائد|النقيب|الملازم|أبو|ابو|أبي|أبا|أم|ام|ابن|إبن|ابنة|بن|بنت|آل|عبد)"
                    + "(?: {1,2}+[\\u0621-\\u065F\\u0670-\\u06D3]{2,24}+){1,4}+",
            "(?iu)(?<![\\p{L}\\p{M}])(?:mr|mrs|ms|miss|dr|prof|sr|sra|srta|don|doña|mme|mlle|monsieur|madame|herr|frau|sheikh|"
                    + "haji|hajj|abu|umm|imam|father|sister|пан|пані|пану|пана|господин|госпожа|г-н|г-жа|гражданин|гражданка|гр|"
                    + "тов|отец|дядя|тётя|тетя|баба)\\.?+ {1,2}+[\\p{L}][\\p{L}\\p{M}'’ʼ-]{1,30}+(?: {1,2}+\\p{Lu}[\\p{L}\\p{M}'’ʼ-]{0,30}+){0,3}+",
            "\\p{IsHan}{1,3}(?:先生|女士|小姐|太太|同志|医生|老师|师傅)");

    private final List<Pattern> patterns;

    PassageForm(String... patterns) {
        this.patterns = Arrays.stream(patterns).map(Pattern::compile).toList();
    }

    /** The code in {@code passage-kind}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Pattern> patterns() {
        return patterns;
    }
}
