package org.eportfolio.exchange.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of an AAF export about schools that never were, with things that are never to be kept. */
public final class AafFiles {
    public static final String UAI = "0350000A";
    public static final String INE = "120890177FA";
    public static final String BIRTH = "31/12/2008";
    public static final String MAJORITY = "2026-12-31";

    private AafFiles() {}

    /** In ISO-8859-15, as the directory writes them. */
    public static byte[] file(String... requests) {
        return ("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n"
                        + "<ficAlimMENESR>\n" + String.join("\n", requests) + "\n</ficAlimMENESR>\n")
                .getBytes(Charset.forName("ISO-8859-15"));
    }

    public static String add(String category, String id, String... attributes) {
        return request(
                "addRequest", category, id, "<attributes>" + attributes(attributes, "attr", "") + "</attributes>");
    }

    public static String modify(String category, String id, String... attributes) {
        return request(
                "modifyRequest",
                category,
                id,
                "<modifications>" + attributes(attributes, "modification", " operation=\"replace\"")
                        + "</modifications>");
    }

    public static String delete(String category, String id) {
        return request("deleteRequest", category, id, "");
    }

    private static String request(String name, String category, String id, String body) {
        String kind = category.equals("EtabEducNat") ? "categorieStructure" : "categoriePersonne";
        return "<" + name + ">\n<operationalAttributes><attr name=\"" + kind + "\"><value>" + category
                + "</value></attr></operationalAttributes>\n<identifier><id>" + id + "</id></identifier>\n" + body
                + "\n</"
                + name + ">";
    }

    /** Each as {@code name=value|value}. */
    private static String attributes(String[] attributes, String element, String more) {
        return Arrays.stream(attributes)
                .map(each -> {
                    String[] parts = each.split("=", 2);
                    String values = Arrays.stream(parts[1].split("\\|", -1))
                            .map(value -> "<value>" + value + "</value>")
                            .collect(Collectors.joining());
                    return "<" + element + " name=\"" + parts[0] + "\"" + more + ">" + values + "</" + element + ">";
                })
                .collect(Collectors.joining("\n"));
    }

    public static String school(String id, String uai) {
        return add(
                "EtabEducNat",
                id,
                "ENTStructureJointure=" + id,
                "ENTStructureUAI=" + uai,
                "ENTStructureNomCourant=LYCEE IMAGINAIRE");
    }

    public static String pupil(String id, String given, String family, String school, String division, String... more) {
        String[] all = Arrays.copyOf(
                new String[] {
                    "ENTPersonJointure=" + id,
                    "ENTEleveINE=" + INE,
                    "ENTPersonDateNaissance=" + BIRTH,
                    "sn=" + family,
                    "givenName=" + given,
                    "ENTPersonAdresse=1 RUE FICTIVE",
                    "ENTPersonStructRattach=" + school,
                    "ENTEleveClasses=" + (division.isEmpty() ? "" : school + "$" + division)
                },
                8 + more.length);
        System.arraycopy(more, 0, all, 8, more.length);
        return add("Eleve", id, all);
    }

    /** Two schools; Noé's parents have authority, his uncle is to be called; Inès is in no class yet. */
    public static Map<String, byte[]> complete() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String prefix = "export/ENT_" + UAI + "_Complet_20260901_";
        files.put("export/ficAlimMENESR.dtd", "<!ELEMENT ficAlimMENESR ANY>".getBytes(Charset.forName("US-ASCII")));
        files.put(prefix + "EtabEducNat_0000.xml", file(school("77", UAI), school("88", "0350000B")));
        files.put(
                prefix + "Eleve_0000.xml",
                file(
                        pupil(
                                "1001",
                                "Noé",
                                "FICTIF",
                                "77",
                                "2SNO",
                                "ENTElevePersRelEleve=2001$1$1$1$1$1|2002$2$0$1$1$0|2003$5$0$0$1$0"),
                        pupil("1002", "Inès", "L&amp;apos;INVENTÉE", "77", "2SNO"),
                        pupil("1003", "Paul", "SANSCLASSE", "77", ""),
                        pupil("1004", "Zoé", "AILLEURS", "88", "2GT1", "ENTElevePersRelEleve=2004$1$1$1$1$1")));
        files.put(
                prefix + "PersRelEleve_0000.xml",
                file(
                        add("PersRelEleve", "2001", "sn=FICTIF", "givenName=Mère", "mail=mere@exemple.test"),
                        add("PersRelEleve", "2002", "sn=FICTIF", "givenName=Père", "homePhone=0299000000"),
                        add("PersRelEleve", "2003", "sn=FICTIF", "givenName=Oncle"),
                        add("PersRelEleve", "2004", "sn=AILLEURS", "givenName=Mère")));
        files.put(
                prefix + "PersEducNat_0000.xml",
                file(
                        add(
                                "PersEducNat",
                                "3001",
                                "sn=DURAND",
                                "givenName=Martin",
                                "ENTPersonStructRattach=77",
                                "ENTAuxEnsClassesMatieres=77$2SNO$0123|88$2GT1$0123"),
                        add(
                                "PersEducNat",
                                "3002",
                                "sn=RÉFÉRENTE",
                                "givenName=Claire",
                                "ENTPersonStructRattach=77",
                                "ENTAuxEnsClassesMatieres=77$2SNO$0456",
                                "ENTAuxEnsClassesPrincipal=77$2SNO"),
                        add("PersEducNat", "3003", "sn=BUREAU", "givenName=Ada", "ENTPersonStructRattach=77")));
        return files;
    }

    /** The same of one school alone, as a ZIP whose pupils are these bytes. */
    public static byte[] zip(byte[] pupils) {
        Map<String, byte[]> files = complete();
        files.replaceAll((name, bytes) ->
                name.contains("EtabEducNat") ? file(school("77", UAI)) : name.contains("_Eleve_") ? pupils : bytes);
        return zip(files);
    }

    /** These files as a ZIP. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] pupils() {
        return complete().get("export/ENT_" + UAI + "_Complet_20260901_Eleve_0000.xml");
    }

    public static Map<String, byte[]> delta(List<String> pupils, List<String> representatives) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String prefix = "ENT_" + UAI + "_Delta_20260914_";
        files.put(prefix + "Eleve_0000.xml", file(pupils.toArray(String[]::new)));
        files.put(prefix + "PersRelEleve_0000.xml", file(representatives.toArray(String[]::new)));
        return files;
    }
}
