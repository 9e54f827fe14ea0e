package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huizhi.camera.LatestFrame;
import org.huizhi.check.Judge;
import org.huizhi.check.JudgeLoop;
import org.huizhi.check.KeptShot;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.FaceReader;
import org.huizhi.face.FineMask;
import org.huizhi.face.OpenCv;
import org.huizhi.face.PersonMask;
import org.huizhi.photo.CropConflict;
import org.huizhi.photo.MadePhoto;
import org.huizhi.photo.PhotoMaker;
import org.huizhi.record.CaseStore;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;

/**
 * Everything that takes a second to open and that a visit needs: models, record, slips, printers.
 * Opened and used on the work thread, but for what says otherwise.
 */
final class Tools implements AutoCloseable {
  private final FaceReader liveReader;
  private final PersonMask liveMask;
  private final JudgeLoop judging;
  private final FaceReader stillReader;
  private final PersonMask stillMask;
  private final FineMask fineMask;
  private final PhotoMaker maker;
  private final CaseStore store;
  private final SlipDesk slips;
  private final PrintRoom printing;
  private final Map<String, Judge> judges = new HashMap<>();

  Tools(KioskConfig config, Path data, LatestFrame frames, boolean demonstration, Clock clock) {
    OpenCv.load();
    store = CaseStore.open(data, clock); // first: it is what may fail
    liveReader = FaceReader.open(Home.cache());
    liveMask = PersonMask.open();
    judging =
        new JudgeLoop(
            frames, liveReader, picture -> Optional.of(liveMask.of(picture)), System::nanoTime);
    judging.start();
    slips = new SlipDesk(config, clock);
    printing = new PrintRoom(config, data, store, slips, demonstration, clock);
    stillReader = FaceReader.open(Home.cache());
    stillMask = PersonMask.open();
    fineMask = FineMask.open();
    maker = new PhotoMaker(stillReader, stillMask, fineMask);
  }

  /** Any thread. */
  JudgeLoop judging() {
    return judging;
  }

  Judge judge(Spec document) {
    return judges.computeIfAbsent(document.name(), name -> new Judge(document));
  }

  /** Makes the document photo of a shot; the caller closes it. */
  MadePhoto make(KeptShot shot, Spec document) throws CropConflict {
    Mat mask = stillMask.of(shot.bgr());
    try {
      return maker.make(shot.shot(Optional.of(mask)), document);
    } finally {
      mask.release();
    }
  }

  /** Any thread. */
  CaseStore store() {
    return store;
  }

  SlipDesk slips() {
    return slips;
  }

  /** The printing thread's. */
  PrintRoom printing() {
    return printing;
  }

  /** Drops everything of a person that models and judge hold. */
  void forget() {
    judging.forget();
    stillReader.forget();
  }

  @Override
  public void close() {
    judging.close();
    fineMask.close();
    liveReader.close();
    liveMask.close();
    stillReader.close();
    stillMask.close();
    store.close();
  }
}
