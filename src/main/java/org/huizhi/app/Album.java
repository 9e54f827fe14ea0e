package org.huizhi.app;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.huizhi.check.KeptShot;
import org.huizhi.photo.MadePhoto;
import org.huizhi.screen.Pictures;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.ShotRef;
import org.huizhi.session.SlipRef;

/**
 * The pictures of the visit under way, by the handles that the session knows. Nothing here outlives
 * {@link #forget}. Any thread.
 */
final class Album implements Pictures {
  /** A shot and what the screen shows of it; of a visit that was put away there is only that. */
  record ShotPage(Optional<KeptShot> shot, Encoded preview) {}

  /** A finished photo. */
  record PhotoPage(Optional<MadePhoto> photo, Encoded jpeg) {}

  /** Bytes that are overwritten when they are forgotten. */
  static final class Encoded {
    private final byte[] bytes;

    Encoded(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }

    void wipe() {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private final AtomicLong last = new AtomicLong();
  private final Map<ShotRef, ShotPage> shots = new ConcurrentHashMap<>();
  private final Map<PhotoRef, PhotoPage> photos = new ConcurrentHashMap<>();
  private final Map<SlipRef, Encoded> slips = new ConcurrentHashMap<>();

  ShotRef keep(ShotPage page) {
    ShotRef ref = new ShotRef(last.incrementAndGet());
    shots.put(ref, page);
    return ref;
  }

  PhotoRef keep(PhotoPage page) {
    PhotoRef ref = new PhotoRef(last.incrementAndGet());
    photos.put(ref, page);
    return ref;
  }

  /** Keeps what the screen shows of a stored slip. */
  SlipRef keep(Encoded preview) {
    SlipRef ref = new SlipRef(last.incrementAndGet());
    slips.put(ref, preview);
    return ref;
  }

  Optional<KeptShot> kept(ShotRef ref) {
    return Optional.ofNullable(shots.get(ref)).flatMap(ShotPage::shot);
  }

  @Override
  public Optional<byte[]> shot(ShotRef ref) {
    return Optional.ofNullable(shots.get(ref)).map(page -> page.preview().bytes());
  }

  @Override
  public Optional<byte[]> photo(PhotoRef ref) {
    return Optional.ofNullable(photos.get(ref)).map(page -> page.jpeg().bytes());
  }

  @Override
  public Optional<byte[]> slip(SlipRef ref) {
    return Optional.ofNullable(slips.get(ref)).map(Encoded::bytes);
  }

  /** Overwrites and drops every picture. */
  void forget() {
    shots.values().forEach(page -> page.preview().wipe());
    shots.values().forEach(page -> page.shot().ifPresent(KeptShot::close));
    photos.values().forEach(page -> page.jpeg().wipe());
    photos.values().forEach(page -> page.photo().ifPresent(MadePhoto::close));
    slips.values().forEach(Encoded::wipe);
    shots.clear();
    photos.clear();
    slips.clear();
  }

  /** True when nothing is kept. */
  boolean isEmpty() {
    return shots.isEmpty() && photos.isEmpty() && slips.isEmpty();
  }
}
