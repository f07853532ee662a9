package org.aletheia.local.demo.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Field notes in four languages. They speak of a fictitious strike on a fictitious school; no name of a person. */
public final class Texts {

    public static final SampleFile ARABIC = text("ملاحظات-المدرسة.txt", "ar", """
            ملاحظات ميدانية. أصاب القصف مدرسة الحي الشرقي صباح الخامس من مارس.
            انهار الجدار الشمالي وتحطمت نوافذ ثلاثة فصول. شوهدت مركبات عسكرية قرب الجسر قبل ساعة.
            """);

    public static final SampleFile CHINESE = text("学校现场记录.txt", "zh", """
            现场记录。三月五日上午,东区学校遭到炮击,北墙倒塌,三间教室的窗户全部破碎。
            目击者说,一小时前桥边有军用车辆。
            """);

    public static final SampleFile UKRAINIAN = text("нотатки-школа.txt", "uk", """
            Польові нотатки. Вранці 5 березня обстріл пошкодив школу у східному районі.
            Північна стіна обвалилася, у трьох класах вибито вікна. За годину до того біля мосту бачили військові машини.
            """);

    public static final SampleFile ENGLISH = text("field-notes-school.txt", "en", """
            Field notes. On the morning of 5 March shelling damaged the school of the eastern district.
            The north wall collapsed and the windows of three classrooms were shattered.
            Military vehicles were seen near the bridge one hour before.
            """);

    /** All four, in a fixed order. */
    public static final List<SampleFile> ALL = List.of(ARABIC, CHINESE, UKRAINIAN, ENGLISH);

    private Texts() {}

    private static SampleFile text(String name, String language, String content) {
        return new SampleFile(name, "text/plain; charset=utf-8", language, content.getBytes(StandardCharsets.UTF_8));
    }
}
