package org.huizhi.app;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.record.CasePackage;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Copies;
import org.huizhi.record.Vault;
import org.huizhi.storage.DateWatch;

/**
 * The last part of a proof that nothing is left: what lies in the data folder besides the record.
 */
final class OldFiles {
  private OldFiles() {}

  /**
   * Files that were last written before, drafts of copies however old, and what cannot be looked
   * into; but for the database, what was looked into, and what holds no person. Links are followed:
   * a folder may lie on another disk.
   */
  static List<Path> in(Path folder, Instant limit, List<Path> lookedInto) throws IOException {
    List<Path> drafts = Copies.drafts(folder);
    List<Path> older = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            boolean before = is.lastModifiedTime().toInstant().isBefore(limit);
            if (is.isRegularFile()
                && (drafts.contains(file) || before)
                && !isOurs(folder, file)
                && !lookedInto.contains(file)) {
              older.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            if (!(why instanceof NoSuchFileException || why instanceof FileSystemLoopException)) {
              older.add(file);
            }
            return FileVisitResult.CONTINUE; // deleted meanwhile, or looked into already
          }
        });
    return older.stream().sorted().toList();
  }

  private static boolean isOurs(Path folder, Path file) {
    String name = file.getFileName().toString();
    Path demonstration = folder.resolve(RunCommand.DEMONSTRATION);
    Path at = (file.startsWith(demonstration) ? demonstration : folder).relativize(file);
    Path in = at.getName(0);
    boolean here = at.getNameCount() == 1;
    boolean record =
        CaseStore.FILES.contains(name)
            || name.startsWith("tickets.db")
            || name.equals(Vault.FILE)
            || name.equals(CasePackage.KEY_FILE)
            || DateWatch.FILES.contains(name);
    return name.endsWith(".lock")
        || (here && record)
        || (in.endsWith(SlipKeys.FOLDER) && (name.endsWith(".key") || name.endsWith(".pub")))
        || (in.endsWith(HallDesk.REPORTS) && name.startsWith("report-"));
  }
}
