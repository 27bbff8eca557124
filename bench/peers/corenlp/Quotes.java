import com.sun.management.OperatingSystemMXBean;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreQuote;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.Pair;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The quotations of each text in a folder, as Stanford CoreNLP finds and attributes them.
 *
 *     java Quotes TEXTS OUT.jsonl [PROPERTIES]
 *
 * One line an article: {"id", "attributions": [{"source": [[s, e]], "cue": [], "content": [[s, e]]}]}. A source is the
 * mention that a quotation was linked to, and none where CoreNLP found no speaker; a content keeps its quotation marks.
 * Offsets are UTF-16 code units, as CoreNLP's own are unless tokenize.codepoint is set. The last line on stdout has
 * the seconds, CPU seconds and peak memory of this process.
 */
public class Quotes {
  static final String ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote";

  public static void main(String[] args) throws IOException {
    RedwoodConfiguration.current().clear().apply(); // else a line on stderr for each article
    long began = System.nanoTime();
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties(args));
    pipeline.annotate(new CoreDocument("“This loads what is left to load,” she said.")); // the sieves' model is read late
    double load = seconds(System.nanoTime() - began);
    double loadCpu = cpu();
    List<Path> files = texts(Path.of(args[0]));
    StringBuilder lines = new StringBuilder();
    began = System.nanoTime();
    for (Path file : files) lines.append(line(pipeline, file)).append('\n');
    double read = seconds(System.nanoTime() - began);
    Files.writeString(Path.of(args[1]), lines);
    System.out.printf(
        "{\"loadSeconds\":%.2f,\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"memory\":%.0f}%n",
        load, read, cpu() - loadCpu, memory());
  }

  static Properties properties(String[] args) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("annotators", ANNOTATORS);
    properties.setProperty("quote.attributeQuotes", "true");
    // Paragraphs of news stand apart by an empty line; without this a headline joins the sentence below it.
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    if (args.length > 2) properties.load(Files.newBufferedReader(Path.of(args[2])));
    return properties;
  }

  static List<Path> texts(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  static String line(StanfordCoreNLP pipeline, Path file) throws IOException {
    String id = file.getFileName().toString().replaceFirst("\\.txt$", "");
    String attributions = quotes(pipeline, Files.readString(file)).stream().map(Quotes::attribution).collect(Collectors.joining(","));
    return "{\"id\":\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"attributions\":[" + attributions + "]}";
  }

  static List<CoreQuote> quotes(StanfordCoreNLP pipeline, String text) {
    if (text.isBlank()) return List.of(); // the quote annotator throws where there is no first token
    CoreDocument document = new CoreDocument(text);
    pipeline.annotate(document);
    return document.quotes();
  }

  static String attribution(CoreQuote quote) {
    String source = quote.speakerCharOffsets().map(Quotes::span).orElse("");
    return "{\"source\":[" + source + "],\"cue\":[],\"content\":[" + span(quote.quoteCharOffsets()) + "]}";
  }

  static String span(Pair<Integer, Integer> span) {
    return "[" + span.first() + "," + span.second() + "]";
  }

  static double seconds(long nanoseconds) {
    return nanoseconds / 1e9;
  }

  static double cpu() {
    return seconds(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
  }

  /** Megabytes: the greatest resident set where the system tells it (Linux), else the heap in use. */
  static double memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }
}
