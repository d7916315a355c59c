package org.eportfolio.exchange;

import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.exchange.roster.AafFiles;

/** Files as large as an import takes at most, each bad in its own way. */
record WorstFiles(Path folder) {
    private static final int LARGEST = 63 << 20;
    private static final String HEADER = "person,name,role,cohort\n";
    private static final String SIECLE = "<?xml version=\"1.0\"?><BEE_ELEVES><DONNEES><ELEVES>";
    private static final String END = "</ELEVES></DONNEES></BEE_ELEVES>";

    /** A CSV file with one quote that never closes. */
    Path openQuote() throws IOException {
        return filled("quote.csv", HEADER + "p,\"", "N,learner,A\np,", "");
    }

    /** A CSV file of one text. */
    Path oneText() throws IOException {
        return filled("text.csv", HEADER + "p,", "xxxxxxxxxxxxxxxx", ",learner,A\n");
    }

    Path oneElement() throws IOException {
        return filled(
                "element.xml", SIECLE + "<ELEVE ELEVE_ID=\"1\"><NOM>", "xxxxxxxxxxxxxxxx", "</NOM></ELEVE>" + END);
    }

    Path oneAttribute() throws IOException {
        return filled("attribute.xml", SIECLE + "<ELEVE ELEVE_ID=\"", "xxxxxxxxxxxxxxxx", "\"/>" + END);
    }

    Path oneComment() throws IOException {
        return filled("comment.xml", SIECLE + "<!--", " x> <y ", "-->" + END);
    }

    Path pupils(int number) throws IOException {
        return lines("pupils.xml", SIECLE, number, i -> "<ELEVE ELEVE_ID=\"" + i + "\"><NOM>N</NOM></ELEVE>\n", END);
    }

    /** An AAF export of so many pupils, of whom each such one is in the one school that the export names. */
    Path directory(String name, int number, int each) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("ENT_Complet_EtabEducNat_0000.xml"));
            zip.write(AafFiles.file(AafFiles.school("77", AafFiles.UAI)));
            zip.putNextEntry(new ZipEntry("ENT_Complet_Eleve_0000.xml"));
            zip.write("<?xml version=\"1.0\"?>\n<ficAlimMENESR>\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < number; i++) {
                String school = i % each == 0 ? "77" : "88";
                zip.write(AafFiles.pupil(String.valueOf(i), "N", "N" + i, school, "2SNO")
                        .getBytes(StandardCharsets.UTF_8));
            }
            zip.write("</ficAlimMENESR>\n".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    Path rows(int number) throws IOException {
        return lines(
                "rows" + number + ".csv", HEADER, number, i -> "p" + i + ",N " + i + ",learner,C" + i / 30 + "\n", "");
    }

    /** A Moodle file of competencies of one framework. */
    Path competencies(int number) throws IOException {
        String header = "\"Parent ID number\",\"ID number\",\"Short name\",Description,\"Description format\","
                + "\"Scale values\",\"Scale configuration\",\"Rule type (optional)\",\"Rule outcome (optional)\","
                + "\"Rule config (optional)\",\"Cross-referenced competency ID numbers\",\"Exported ID (optional)\","
                + "\"Is framework\",Taxonomy\n,f,F,d,1,\"a,b\",,,,,,,1,\n";
        return lines("moodle.csv", header, number, i -> "f,c" + i + ",s,,1,,,,,,,,,\n", "");
    }

    /** A sheet with the columns of CASE, of so many items. */
    Path items(int number) throws IOException {
        return lines(
                "items.csv",
                "Identifier,fullStatement,Human Coding Scheme,Is Child Of\n",
                number,
                i -> "," + "s" + i + ",C" + i + ",\n",
                "");
    }

    /** A CASE package whose document has a list of so many empty objects. */
    Path emptyObjects(int number) throws IOException {
        return lines("case.json", "{\"CFDocument\":{\"x\":[", number, i -> "{},", "{}]},\"CFItems\":[]}");
    }

    /** A ZIP of so many empty entries, written by hand, since Java's own keeps all of them in memory. */
    Path entries(int number) throws IOException {
        Path zip = folder.resolve("entries.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                DataOutputStream bytes = new DataOutputStream(new java.io.BufferedOutputStream(out, 1 << 16))) {
            for (int i = 0; i < number; i++) bytes.write(header(i, false, 0));
            long directory = bytes.size();
            int each = header(0, false, 0).length;
            for (int i = 0; i < number; i++) bytes.write(header(i, true, i * each));
            long end = bytes.size();
            bytes.write(end64(number, directory, end));
        }
        return zip;
    }

    private static byte[] header(int entry, boolean central, int at) {
        byte[] name = name(entry);
        ByteBuffer header =
                ByteBuffer.allocate((central ? 46 : 30) + name.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(central ? 0x02014b50 : 0x04034b50);
        if (central) header.putShort((short) 20);
        header.putShort((short) 20);
        header.position(header.position() + 20);
        header.putShort((short) name.length);
        if (central) {
            header.position(header.position() + 12);
            header.putInt(at);
        } else {
            header.putShort((short) 0);
        }
        return header.put(name).array();
    }

    /** An e and seven digits; a formatter would take longer than all the rest. */
    private static byte[] name(int entry) {
        byte[] name = new byte[8];
        name[0] = 'e';
        int rest = entry;
        for (int i = name.length - 1; i > 0; i--, rest /= 10) name[i] = (byte) ('0' + rest % 10);
        return name;
    }

    private static byte[] end64(int number, long directory, long end) {
        ByteBuffer bytes = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        bytes.putLong(number).putLong(number).putLong(end - directory).putLong(directory);
        bytes.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        bytes.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) -1)
                .putShort((short) -1);
        return bytes.putInt(-1).putInt(-1).putShort((short) 0).array();
    }

    private Path filled(String name, String begins, String repeated, String ends) throws IOException {
        return lines(name, begins, LARGEST / repeated.length(), i -> repeated, ends);
    }

    private Path lines(String name, String begins, int number, IntFunction<String> line, String ends)
            throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(begins);
            for (int i = 0; i < number; i++) out.write(line.apply(i));
            out.write(ends);
        }
        return file;
    }
}
