package org.huizhi.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizhi.camera.Lens;
import org.huizhi.check.Judge;
import org.huizhi.console.StaffKeys;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.SlipPack;
import org.huizhi.screen.Words;
import org.huizhi.spec.CentreDemand;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Spec;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code kiosk-config} says.
 *
 * @param specs every document by its file's name
 * @param slips every slip pack by its file's name
 * @param lens the camera's, where {@code lens.toml} stands beside {@code kiosk.toml}
 * @param words the sentences of the screens in the languages that are offered
 * @param staffWords the sentences of the staff's pages
 */
public record KioskConfig(
    KioskFile kiosk,
    Optional<Lens> lens,
    Map<String, Spec> specs,
    Map<String, SlipPack> slips,
    Words words,
    Words staffWords) {
  /** What {@code kiosk calibrate-camera} writes. */
  public static final String LENS_FILE = "lens.toml";

  /** The staff's pages speak these, whatever the applicants' screens do. */
  private static final List<String> STAFF_LANGUAGES = List.of("zh", "en");

  private static final Pattern RULE = Pattern.compile("^\\[rules\\.(\\w+)]");

  /**
   * Reads a whole folder.
   *
   * @throws ConfigMistakes with every mistake of every file
   */
  public static KioskConfig read(Path folder) throws ConfigMistakes {
    List<Mistake> mistakes = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      throw new ConfigMistakes(
          List.of(new Mistake(folder, 1, "there is no such configuration folder")));
    }
    Path kioskFile = folder.resolve("kiosk.toml");
    Optional<KioskFile> kiosk =
        file(kioskFile, KioskFile.class, mistakes).map(read -> read.in(folder));
    Place at = Place.of(kioskFile);
    kiosk.stream()
        .flatMap(read -> read.fonts().stream())
        .filter(font -> !Files.isReadable(font) || Files.isDirectory(font))
        .forEach(font -> mistakes.add(at.mistake(List.of("fonts"), "there is no font " + font)));
    Path lensFile = folder.resolve(LENS_FILE);
    Optional<Lens> lens =
        Files.exists(lensFile) ? file(lensFile, Lens.class, mistakes) : Optional.empty();
    TomlFolder specFiles = new TomlFolder(folder.resolve("specs"), mistakes);
    Map<String, SlipPack> slips =
        new TomlFolder(folder.resolve("slips"), mistakes).read(SlipPack.class);
    Map<String, Spec> specs = specs(specFiles, slips, mistakes);
    Languages languages = Languages.of(folder.resolve("words"), slips.values());
    kiosk.ifPresent(read -> languages.check(read, at, mistakes));
    for (Spec spec : specs.values()) {
      languages
          .mistake("title", spec.title())
          .map(wrong -> specFiles.mistakeAt(spec.name(), List.of("title"), wrong))
          .ifPresent(mistakes::add);
    }
    kiosk.ifPresent(
        read -> {
          read.documents().forEach(name -> checkOffered(name, specs, at, mistakes));
          read.queue().kinds().stream()
              .flatMap(kind -> kind.document().stream())
              .filter(name -> !read.documents().contains(name))
              .forEach(
                  name ->
                      mistakes.add(
                          at.mistake(
                              List.of("queue", "kinds"),
                              "a kind of [[queue.kinds]] is for "
                                  + name
                                  + ", which is none of documents")));
        });
    kiosk.ifPresent(read -> checkPromises(read, offered(read, specs), slips, at, mistakes));
    kiosk.ifPresent(read -> checkCentre(read, offered(read, specs), slips, at, mistakes));
    kiosk
        .filter(read -> !read.region().isEmpty())
        .filter(read -> slips.keySet().stream().noneMatch(p -> p.endsWith("-" + read.region())))
        .ifPresent(
            read ->
                mistakes.add(
                    at.mistake(
                        List.of("region"), "no slip pack is of the region " + read.region())));
    Optional<Words> words =
        kiosk.flatMap(
            file ->
                WordsFolder.read(
                        folder.resolve("words"),
                        file.languages(),
                        Words.keys(),
                        Words::filled,
                        mistakes)
                    .map(said -> said.keeping(days(file))));
    Optional<Words> staffWords =
        WordsFolder.read(
            folder.resolve("words/staff"),
            STAFF_LANGUAGES,
            StaffKeys.all(),
            StaffKeys::filled,
            mistakes);
    if (!mistakes.isEmpty() || kiosk.isEmpty() || words.isEmpty() || staffWords.isEmpty()) {
      throw new ConfigMistakes(mistakes);
    }
    KioskConfig read =
        new KioskConfig(kiosk.get(), lens, specs, slips, words.get(), staffWords.get());
    return read.offered().stream().anyMatch(document -> read.centre(document).isPresent())
        ? read.sayingThatPhotosAreSent()
        : read;
  }

  /** How long the document that is kept longest is kept; a day that has begun counts. */
  private static long days(KioskFile file) {
    return file.documents().stream()
        .map(file.keep()::of)
        .mapToLong(keep -> keep.plusDays(1).minusNanos(1).toDays())
        .max()
        .orElse(0);
  }

  /** Who agrees must know that the photo leaves the machine. */
  private KioskConfig sayingThatPhotosAreSent() {
    return new KioskConfig(
        kiosk, lens, specs, slips, words.instead(Words.WHERE_PHOTOS_ARE_SENT), staffWords);
  }

  /** When the detection centre must have seen a document's photo; empty for never. */
  public Optional<CentreDemand> centre(Spec document) {
    return kiosk.detectionCentre().isPresent()
        ? slip(document).detectionCentre()
        : Optional.empty();
  }

  /** A slip that waits for a centre that is not there would never be printed. */
  private static void checkCentre(
      KioskFile kiosk,
      Collection<Spec> specs,
      Map<String, SlipPack> slips,
      Place file,
      List<Mistake> mistakes) {
    specs.stream()
        .flatMap(spec -> pack(spec, kiosk.region(), slips).stream())
        .filter(pack -> pack.detectionCentre().isPresent() && kiosk.detectionCentre().isEmpty())
        .map(SlipPack::name)
        .distinct()
        .forEach(
            name ->
                mistakes.add(
                    file.mistake(
                        List.of("documents"),
                        "the slip "
                            + name
                            + " demands a detection centre; say under"
                            + " [detection-centre] which")));
  }

  private static Map<String, Spec> specs(
      TomlFolder files, Map<String, SlipPack> slips, List<Mistake> mistakes) {
    Map<String, Spec> specs = files.read(Spec.class);
    for (Spec spec : specs.values()) {
      checkRules(spec, files, mistakes);
      if (!slips.containsKey(spec.slip())) {
        mistakes.add(
            files.mistakeAt(
                spec.name(),
                List.of("slip"),
                "there is no slip pack " + spec.slip() + meant(spec.slip(), slips.keySet())));
      }
    }
    return specs;
  }

  /**
   * Reads a folder of spec files that are not in use yet, with the slips of this configuration.
   *
   * @throws ConfigMistakes with every mistake of every file
   */
  public Map<String, Spec> specsIn(Path folder) throws ConfigMistakes {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Spec> read = specs(new TomlFolder(folder, mistakes), slips, mistakes);
    if (!mistakes.isEmpty()) {
      throw new ConfigMistakes(mistakes);
    }
    return read;
  }

  private static void checkOffered(
      String name, Map<String, Spec> specs, Place file, List<Mistake> mistakes) {
    if (!specs.containsKey(name)) {
      mistakes.add(
          file.mistake(
              List.of("documents"),
              "documents names "
                  + name
                  + ", which is none of specs"
                  + meant(name, specs.keySet())));
    }
  }

  private static List<Spec> offered(KioskFile kiosk, Map<String, Spec> specs) {
    return specs.values().stream().filter(spec -> kiosk.documents().contains(spec.name())).toList();
  }

  private static String meant(String name, Collection<String> names) {
    return Nearest.to(name, names).map(near -> ", did you mean " + near + "?").orElse("");
  }

  /** The documents that this hall offers, in its order. */
  public List<Spec> offered() {
    return kiosk.documents().stream().map(this::spec).toList();
  }

  /** A slip must not promise reprints of a photo that is deleted by then, and hold its number. */
  private static void checkPromises(
      KioskFile kiosk,
      Collection<Spec> specs,
      Map<String, SlipPack> slips,
      Place file,
      List<Mistake> mistakes) {
    List<String> known = specs.stream().map(Spec::name).toList();
    for (String name : kiosk.keep().documents().keySet()) {
      if (!known.contains(name)) {
        mistakes.add(
            file.mistake(
                List.of("keep", "documents"),
                "keep names no document: " + name + meant(name, known)));
      }
    }
    for (Spec spec : specs) {
      Optional<SlipPack> pack = pack(spec, kiosk.region(), slips);
      String number =
          ImageNumbers.of(kiosk.imageNumber(), kiosk.machine()).number(LocalDate.EPOCH, 1);
      pack.stream()
          .flatMap(read -> read.papers().stream().filter(paper -> !read.holds(number, paper)))
          .forEach(
              paper ->
                  mistakes.add(
                      file.mistake(
                          List.of("image-number"),
                          "image-number is too long for the barcode of the slip "
                              + pack.get().name()
                              + " on "
                              + paper
                              + "; use qr or data-matrix there")));
      kiosk.printers().stream()
          .flatMap(printer -> printer.loaded().stream())
          .distinct()
          .filter(paper -> pack.isPresent() && !pack.get().papers().contains(paper))
          .forEach(
              paper ->
                  mistakes.add(
                      file.mistake(
                          List.of("printers"),
                          "a printer has "
                              + paper
                              + ", for which the slip "
                              + pack.get().name()
                              + " is not made")));
      if (pack.isPresent()
          && kiosk.keep().of(spec.name()).toDays() < pack.get().stub().reprintDays()) {
        mistakes.add(
            file.mistake(
                List.of("keep"),
                "keep deletes what the slip "
                    + pack.get().name()
                    + " promises to print again for "
                    + pack.get().stub().reprintDays()
                    + " days"));
      }
    }
  }

  /** The judge knows which limits each rule needs. */
  private static void checkRules(Spec spec, TomlFolder files, List<Mistake> mistakes) {
    spec.rules().values().forEach(rule -> checkLimits(spec, "rules", rule, files, mistakes));
    spec.accompanied()
        .values()
        .forEach(rule -> checkLimits(spec, "accompanied", rule, files, mistakes));
    try {
      Judge _ = new Judge(spec);
      Judge _ = new Judge(spec.whenAccompanied());
    } catch (IllegalArgumentException wrong) {
      for (String one : String.valueOf(wrong.getMessage()).split("; ", -1)) {
        Matcher rule = RULE.matcher(one);
        List<String> place = rule.find() ? List.of("rules", rule.group(1)) : List.of("rules");
        mistakes.add(files.mistakeAt(spec.name(), place, one));
      }
    }
  }

  private static void checkLimits(
      Spec spec, String table, Rule rule, TomlFolder files, List<Mistake> mistakes) {
    Limits.mistake(rule)
        .map(
            wrong ->
                files.mistakeAt(
                    spec.name(),
                    Stream.concat(Stream.of(table, rule.code().name()), wrong.keys().stream())
                        .toList(),
                    wrong.sentence()))
        .ifPresent(mistakes::add);
  }

  /**
   * The document of this name.
   *
   * @throws IllegalArgumentException with a sentence that names the likeliest one meant
   */
  public Spec spec(String name) {
    @Nullable Spec spec = specs.get(name);
    if (spec == null) {
      throw new IllegalArgumentException(
          "there is no document "
              + name
              + Nearest.to(name, specs.keySet())
                  .map(near -> ", did you mean " + near + "?")
                  .orElse("; kiosk specs lists them"));
    }
    return spec;
  }

  /**
   * The slip pack of a document.
   *
   * @throws IllegalArgumentException when the document names one that there is not
   */
  public SlipPack slip(Spec spec) {
    return pack(spec, kiosk.region(), slips)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the document "
                        + spec.name()
                        + " wants the slip "
                        + spec.slip()
                        + ", which is not there"));
  }

  /** The region's own pack, or the national one. */
  private static Optional<SlipPack> pack(Spec spec, String region, Map<String, SlipPack> slips) {
    return Optional.ofNullable(slips.get(spec.slip() + "-" + region))
        .or(() -> Optional.ofNullable(slips.get(spec.slip())));
  }

  private static <T> Optional<T> file(Path file, Class<T> type, List<Mistake> mistakes) {
    return TomlFolder.parse(file, mistakes)
        .flatMap(
            toml -> {
              Table table = new Table(List.of(new Table.Layer(file, toml, 1)), mistakes);
              @Nullable T read = RecordReader.read(type, table);
              return Optional.ofNullable(read);
            });
  }
}
