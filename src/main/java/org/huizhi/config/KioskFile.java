package org.huizhi.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.huizhi.camera.CameraChoice;

/**
 * What {@code kiosk-config/kiosk.toml} says.
 *
 * @param machine this machine's name in the hall; part of its image numbers where the pattern says
 * @param timeZone the hall's, which decides what day it is
 * @param data where cases and keys are kept; {@code ~} is the user's home
 * @param camera the camera to open
 * @param languages of the screens, the first is the one to begin with
 * @param unit the capture unit's name on the slip, by language
 */
public record KioskFile(
    String machine,
    ZoneId timeZone,
    Path data,
    CameraChoice camera,
    List<String> languages,
    Map<String, String> unit) {}
