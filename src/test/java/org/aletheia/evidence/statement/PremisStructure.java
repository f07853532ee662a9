package org.aletheia.evidence.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What PREMIS 3.0's XML schema asks of the elements that our documents have: which children, in which order, how often; which
 * attributes; which values. Elements that it does not know are faults. Written anew from the schema, whose own text is not
 * ours to ship; docs/custody.md §6 tells when documents were last run through the schema itself.
 */
public final class PremisStructure {
    private static final String NAMESPACE = "http://www.loc.gov/premis/v3";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Content models as patterns over the names of the children, each with a space behind it. */
    private static final Map<String, Pattern> CHILDREN = Map.ofEntries(
            of("premis", "(object )+(event )*(agent )*"),
            of("object", "(objectIdentifier )+(objectCharacteristics )+(linkingEventIdentifier )*"),
            of("objectCharacteristics", "(fixity )*(size )?(format )+"),
            of("fixity", "messageDigestAlgorithm messageDigest (messageDigestOriginator )?"),
            of("format", "formatDesignation (formatNote )*"),
            of("formatDesignation", "formatName (formatVersion )?"),
            of(
                    "event",
                    "eventIdentifier eventType eventDateTime (eventDetailInformation )*(eventOutcomeInformation )*"
                            + "(linkingAgentIdentifier )*(linkingObjectIdentifier )*"),
            of("eventDetailInformation", "(eventDetail )?"),
            of("eventOutcomeInformation", "(eventOutcome (eventOutcomeDetail )*|(eventOutcomeDetail )+)"),
            of("eventOutcomeDetail", "eventOutcomeDetailNote "),
            of("agent", "(agentIdentifier )+(agentName )*(agentType )?"),
            identifier("objectIdentifier", ""),
            identifier("eventIdentifier", ""),
            identifier("agentIdentifier", ""),
            identifier("linkingEventIdentifier", ""),
            identifier("linkingAgentIdentifier", "(linkingAgentRole )*"),
            identifier("linkingObjectIdentifier", "(linkingObjectRole )*"));

    /** Elements with text alone; of some the schema, or the vocabulary that the document names, says which. */
    private static final Map<String, Pattern> TEXTS = Map.of(
            "size", Pattern.compile("[+-]?\\d{1,18}"),
            "eventOutcome", Pattern.compile("success|fail|warning"),
            "agentType", Pattern.compile("person|organization|software|hardware"));

    /** Of the type stringPlusAuthority. */
    private static final Set<String> AUTHORITIES = Set.of("authority", "authorityURI", "valueURI");

    private static final Pattern WITH_AUTHORITY = Pattern.compile(
            ".*IdentifierType|eventType|eventOutcome|agentType|agentName|formatName|messageDigestAlgorithm"
                    + "|linkingAgentRole|linkingObjectRole");
    private static final Pattern LEAF = Pattern.compile(
            WITH_AUTHORITY + "|.*IdentifierValue|messageDigest|messageDigestOriginator|size|formatNote|formatVersion"
                    + "|eventDateTime|eventDetail|eventOutcomeDetailNote");

    private static final String EVENT_TYPE = "http://id.loc.gov/vocabulary/preservation/eventType/";

    /** Codes of the Library of Congress's list of event types. */
    private static final Set<String> EVENT_TYPES = Set.of(
            ("acc app cap com cop cre dea dec del der dig dis dsg dsp enc exe exp ext ffa fil fix for ima ine ing ins"
                            + " int ipc ipm ips mee mem mes mig mod nor pac poa prt qua rec red ref ren rep tra unp unq val vir")
                    .split(" "));

    private final List<String> faults = new ArrayList<>();

    private PremisStructure() {}

    /** What is wrong; empty where nothing is. */
    public static List<String> faults(Document document) {
        PremisStructure structure = new PremisStructure();
        Element root = document.getDocumentElement();
        structure.require(root.getLocalName().equals("premis"), root, "is not the root");
        structure.require(root.getAttribute("version").equals("3.0"), root, "has not the version 3.0");
        structure.element(root);
        return structure.faults;
    }

    private void element(Element element) {
        String name = element.getLocalName();
        require(NAMESPACE.equals(element.getNamespaceURI()), element, "is of another namespace");
        attributes(element);
        Pattern model = CHILDREN.get(name);
        if (model != null) {
            children(element, model);
        } else {
            require(LEAF.matcher(name).matches(), element, "is not known");
            require(elements(element).isEmpty(), element, "has children");
            Pattern text = TEXTS.getOrDefault(name, Pattern.compile("(?s).+"));
            require(text.matcher(element.getTextContent()).matches(), element, "says " + element.getTextContent());
        }
    }

    private void children(Element element, Pattern model) {
        StringBuilder names = new StringBuilder();
        elements(element).forEach(child -> names.append(child.getLocalName()).append(' '));
        require(model.matcher(names).matches(), element, "has children " + names);
        boolean texts = nodes(element).stream()
                .anyMatch(node -> node.getNodeType() == Node.TEXT_NODE
                        && !node.getTextContent().isBlank());
        require(!texts, element, "has text");
        elements(element).forEach(this::element);
    }

    private void attributes(Element element) {
        String name = element.getLocalName();
        if (name.equals("object")) {
            require(element.getAttributeNS(XSI, "type").equals("file"), element, "is not of the type file");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean known = attribute.getName().startsWith("xmlns")
                    || name.equals("premis") && attribute.getName().equals("version")
                    || name.equals("object") && XSI.equals(attribute.getNamespaceURI())
                    || WITH_AUTHORITY.matcher(name).matches() && AUTHORITIES.contains(attribute.getName());
            require(known, element, "has the attribute " + attribute.getName());
        }
        String value = element.getAttribute("valueURI");
        boolean listed = value.startsWith(EVENT_TYPE) && EVENT_TYPES.contains(value.substring(EVENT_TYPE.length()));
        require(value.isEmpty() || listed, element, "names " + value);
    }

    private void require(boolean holds, Element element, String fault) {
        if (!holds) {
            faults.add(element.getLocalName() + " " + fault.strip());
        }
    }

    private static List<Element> elements(Element element) {
        return nodes(element).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<Node> nodes(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(i -> element.getChildNodes().item(i))
                .toList();
    }

    private static Map.Entry<String, Pattern> of(String element, String children) {
        return Map.entry(element, Pattern.compile(children));
    }

    private static Map.Entry<String, Pattern> identifier(String element, String more) {
        return of(element, element + "Type " + element + "Value " + more);
    }
}
